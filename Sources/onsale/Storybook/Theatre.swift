// Where the scenes of the storybook are played: a tableau for each setting and market, made when
// it is first asked for, behind the site that serves every shop.

import Hummingbird
import Rehearsal
import Rules
import Shop
import Web

actor Theatre {
    /// A tableau with the site in front of it.
    struct Performance: Sendable {
        let tableau: Tableau
        let responder: RouterResponder<Visit>
    }

    private let port: Int
    private let directory: String
    private let rulebook: LiveRulebook
    private var performances: [String: Task<Performance, any Error>] = [:]
    private var visits = 0

    init(port: Int, directory: String, rulebook: LiveRulebook) {
        self.port = port
        self.directory = directory
        self.rulebook = rulebook
    }

    /// A scene is asked for at `/~/its-name` of its tableau; whatever else is asked there, the shop
    /// answers. Any other name is the list of all scenes.
    nonisolated func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let label = (request.head.authority ?? "").prefix { $0 != "." && $0 != ":" }
        let parts = label.split(separator: "-").map(String.init)
        guard parts.count == 2, let setting = Setting(rawValue: parts[0]),
            let market = Country(parts[1].uppercased())
        else { return Playbill(port: port).answer(to: request, markets: rulebook.current.markets) }
        let performance = try await performance(of: setting, in: market)
        guard request.uri.path.hasPrefix("/~/") else {
            return try await performance.responder.respond(to: request, context: visit)
        }
        guard let scene = Scene.named(String(request.uri.path.dropFirst(3))) else {
            return Response(status: .notFound)
        }
        return try await Showing(
            scene: scene, performance: performance, number: await nextVisit(),
            language: request.uri.queryParameters["language"].flatMap {
                Language(rawValue: String($0))
            } ?? market.tongue
        ).answer(visit)
    }

    func close() async {
        for performance in performances.values {
            // One that couldn't be played has nothing to close.
            (try? await performance.value)?.tableau.close()
        }
    }

    private func nextVisit() -> Int {
        visits += 1
        return visits
    }

    private func performance(
        of setting: Setting, in market: Country
    ) async throws -> Performance {
        let name = "\(setting.rawValue)-\(market.code.lowercased())"
        if let known = performances[name] { return try await known.value }
        let task = Task { [port, directory, rulebook] in
            let tableau = try await Tableau(
                for: setting, in: market, rulebook: rulebook,
                publicURL: "http://\(name).localhost:\(port)", directory: directory)
            // The address that a showing invents is believed: each visitor comes from elsewhere.
            let site = Site(
                shop: tableau.shop,
                settings: SiteSettings(
                    isSecure: false, trustsProxy: true, methods: ["paypal", "card"],
                    brand: Brand(imprint: ["Onsale Ltd", "8 Xinghua Road", "Shenzhen 518000"])))
            return Performance(tableau: tableau, responder: site.router().buildResponder())
        }
        performances[name] = task
        return try await task.value
    }
}
