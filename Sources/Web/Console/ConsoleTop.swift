// What stands above every page of the operator's: the ways to the others, and where one is.

import Languages

struct ConsoleTop {
    let title: String

    func html(_ visitor: Visitor) -> HTML {
        """
        <nav class="tabs" aria-label="\(visitor.phrases.console.title)"><ul>\
        \(Self.pages(visitor).map { link($0.address, $0.name, visitor) })</ul></nav>
        \(visitor.heading(title))
        """
    }

    /// In the order of a day's work.
    private static func pages(_ visitor: Visitor) -> [(address: String, name: String)] {
        let after = visitor.phrases.aftercare
        return [
            ("/console", visitor.phrases.console.overview),
            ("/console/picklist", after.pickList),
            ("/console/imports", visitor.phrases.imports.title),
            ("/console/customs", after.customs),
            ("/console/returns", after.returns),
            ("/console/claims", visitor.phrases.warranty.claims),
            ("/console/recoverables", visitor.phrases.recovery.title),
            ("/console/deadlines", after.deadlines),
            ("/console/money", visitor.phrases.money.title),
            ("/console/rules", visitor.phrases.rules.title),
            ("/console/photos", visitor.phrases.pictures.title),
            ("/console/access", visitor.phrases.personal.accessLog),
        ]
    }

    private func link(_ address: String, _ name: String, _ visitor: Visitor) -> HTML {
        let here = visitor.location.prefix { $0 != "?" }
        // A page below one of them is part of it; everything is below the first.
        let isBelow = address != "/console" && here.hasPrefix(address + "/")
        return """
            <li><a href="\(address)"\(" aria-current=\"page\"", if: isBelow || here == address[...])>\(name)</a></li>
            """
    }
}
