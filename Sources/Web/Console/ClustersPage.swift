// Groups of tickets that share something, for the operator, with what that means and what it
// doesn't.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ClustersPage: Page {
    /// Of the sale, as whoever runs the shop reads it.
    let title: String
    let round: Round
    let clusters: [Cluster]

    func title(_ phrases: Phrases) -> String { phrases.room.clustersTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            \(ConsoleTop(title: say.clustersTitle).html(visitor))
            <p class="kicker">\(title) – \(visitor.phrases.sale.round(round.number))</p>
            <p class="lead">\(say.clustersText)</p>
            \(Cluster.Trait.allCases.map { part($0, visitor) })
            """
    }

    private func part(_ trait: Cluster.Trait, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        let title =
            switch trait {
            case .household: say.sameHousehold
            case .device: say.sameDevice
            case .address: say.sameAddress
            }
        let groups = clusters.filter { $0.trait == trait }
        let none: HTML = "<p class=\"none\">\(say.noClusters)</p>"
        return """
            <section><h2>\(title)</h2>
            \(groups.isEmpty ? none : "<ul class=\"rows\">\(groups.map { row($0, visitor) })</ul>")
            </section>
            """
    }

    private func row(_ group: Cluster, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            <li><p class="which"><strong>\(say.clusterSize(group.tickets))</strong></p>
            <p class="due">\(say.clusterReserved(group.reserved, group.units))<br>
            \(visitor.time(group.firstEntered, seconds: true)) – \
            \(visitor.time(group.lastEntered, seconds: true))</p></li>
            """
    }
}

extension Site {
    func showClusters(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let id: ID<Round> = try visitor.part("round")
        let language = visitor.language
        let page = try await shop.storage.read { reader in
            guard let round = try reader.round(id), let sale = try reader.sale(round.sale) else {
                throw Refusal.notFound
            }
            return ClustersPage(
                title: try reader.text(of: sale, in: language).title, round: round,
                clusters: try reader.clusters(in: id))
        }
        return visitor.response(page)
    }
}
