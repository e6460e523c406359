// The operator's page: how much there is to do, the rounds with their brake, what must leave, what
// is on its way, and what is stuck.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ConsoleScene: Sendable {
    let toDispatch: [(order: Order, due: [[ParcelPlan.Item]])]
    let onTheWay: [(parcel: Parcel, order: Order)]
    /// Parcels that somebody must decide about.
    let astray: [(parcel: Parcel, order: Order, search: Deadline?)]
    let rounds: [RoundDesk]
    let products: [String: Product]
    /// How many are open, by what they are.
    let returns: Int
    let customs: Int
    let missed: Int
    let unresolved: Int
    let jobsWaiting: Int
    let jobsGivenUp: [GivenUpJob]
}

struct ConsolePage: Page {
    let scene: ConsoleScene
    /// The order that `refusal` is about.
    var number: String?
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.console.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        let isOver = { (desk: RoundDesk) in desk.board.phase == .closed }
        return """
            \(ConsoleTop(title: say.title).html(visitor))
            \(number.map { "<p><strong>\($0)</strong></p>" as HTML })\(visitor.trouble(refusal))
            \(ConsoleTiles(scene: scene).html(visitor))
            <section><h2>\(say.rounds)</h2>
            <div class="stack">\(scene.rounds.filter { !isOver($0) }.map { $0.html(visitor) })</div>
            \(scene.rounds.filter(isOver).map { $0.html(visitor) })</section>
            <section id="dispatch"><h2>\(say.toDispatch)</h2>
            \(rows(scene.toDispatch, say.noneToDispatch) { DispatchRow(order: $0, due: $1, products: scene.products).html(visitor) })
            </section>
            <section id="way"><h2>\(say.onTheWay)</h2>
            \(rows(scene.onTheWay, say.noneOnTheWay) { ParcelRow(parcel: $0, order: $1, products: scene.products).html(visitor) })
            </section>
            \(astray(visitor))
            <section id="jobs"><h2>\(say.jobs)</h2><p>\(say.jobsWaiting(scene.jobsWaiting))</p>
            \(stuck(visitor))</section>
            """
    }

    private func rows<Item>(_ items: [Item], _ none: String, _ row: (Item) -> HTML) -> HTML {
        items.isEmpty
            ? "<p class=\"none\">\(none)</p>" : "<ul class=\"rows\">\(items.map(row))</ul>"
    }

    private func astray(_ visitor: Visitor) -> HTML? {
        guard !scene.astray.isEmpty else { return nil }
        let rows = scene.astray.map {
            ParcelRow(parcel: $0, order: $1, products: scene.products, search: $2).html(visitor)
        }
        return """
            <section id="astray"><h2>\(visitor.phrases.parcels.underWay)</h2>
            <ul class="rows">\(rows)</ul></section>
            """
    }

    private func stuck(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        guard !scene.jobsGivenUp.isEmpty else {
            return "<p class=\"none\">\(say.noJobsGivenUp)</p>"
        }
        let items = scene.jobsGivenUp.map { job -> HTML in
            """
            <li><p class="which"><code>\(job.kind) \(job.subject)</code></p>
            <p class="due late">\(job.trouble)</p>
            <form method="post" action="/console/jobs/retry">\(visitor.sealed)
            <input type="hidden" name="kind" value="\(job.kind)">
            <input type="hidden" name="subject" value="\(job.subject)">
            <button class="quiet">\(visitor.phrases.aftercare.tryAgain)</button></form></li>
            """
        }
        return "<h3>\(say.jobsGivenUp)</h3><ul class=\"rows\">\(items)</ul>"
    }
}

extension Site {
    func showConsole(_ visitor: Visitor) async throws -> Response {
        try await console(visitor, number: nil, refusal: nil)
    }

    func console(
        _ visitor: Visitor, number: String?, refusal: Refusal?
    ) async throws -> Response {
        _ = try visitor.staff()
        let (now, language) = (visitor.now, visitor.language)
        let scene = try await shop.storage.read { try $0.consoleScene(at: now, in: language) }
        return visitor.response(
            ConsolePage(scene: scene, number: number, refusal: refusal),
            status: refusal?.status ?? .ok)
    }
}

extension Reader {
    fileprivate func consoleScene(at now: Moment, in language: Language) throws -> ConsoleScene {
        let products = try products()
        let desks = try sales().prefix(5).flatMap { sale in
            let title = try text(of: sale, in: language).title
            return try rounds(of: sale.id).map { round in
                RoundDesk(
                    board: Board(
                        sale: sale, round: round, tickets: try ticketCount(in: round.id),
                        seed: nil, beacon: try beacon(of: round.id), stalls: [], taken: now),
                    title: title,
                    allotments: try allotments(in: round.id), products: products)
            }
        }
        let due = try orders(in: [.paid, .partlyDispatched]).map { order in
            let plan = try agreement(of: order.id).decodedQuote().carriage?.parcels
            return (order: order, due: try fulfilment(of: order.id).due(by: plan ?? []))
        }
        return ConsoleScene(
            toDispatch: due, onTheWay: try withOrders(parcels(in: .onTheWay, limit: 200)),
            astray: try withOrders(
                [.missing, .lost, .returned].flatMap { try parcels(in: $0, limit: 100) }
            ).map { ($0, $1, try deadline(.parcelSearch, of: $0.id.text)) },
            rounds: desks, products: products,
            returns: try returns(in: [.requested, .sent, .received]).count,
            customs: try customsCases(in: CustomsPage.open, limit: 100).count,
            missed: try deadlines(in: .missed, limit: 100).count,
            unresolved: try unresolvedMoney(at: now).count, jobsWaiting: try jobsWaiting(),
            jobsGivenUp: try jobsGivenUp())
    }
}
