// How much there is to do, in one row of numbers: each leads to where it is done, and what is late
// or stuck stands out.

import Languages

struct ConsoleTiles {
    let scene: ConsoleScene

    func html(_ visitor: Visitor) -> HTML {
        let (say, after) = (visitor.phrases.console, visitor.phrases.aftercare)
        let tiles: [(address: String, name: String, count: Int, isTrouble: Bool)] = [
            ("#dispatch", say.toDispatch, scene.toDispatch.count, false),
            ("#way", say.onTheWay, scene.onTheWay.count, false),
            ("/console/returns", after.returns, scene.returns, false),
            ("/console/customs", after.customs, scene.customs, false),
            ("/console/deadlines", after.missed, scene.missed, true),
            ("/console/money", visitor.phrases.money.title, scene.unresolved, true),
            ("#jobs", say.jobsGivenUp, scene.jobsGivenUp.count, true),
        ]
        let items = tiles.map { tile -> HTML in
            """
            <li><a href="\(tile.address)"\(" class=\"bad\"", if: tile.isTrouble && tile.count > 0)>\
            <strong>\(visitor.formats.number(tile.count))</strong> \(tile.name)</a></li>
            """
        }
        return "<ul class=\"tiles\">\(items)</ul>"
    }
}
