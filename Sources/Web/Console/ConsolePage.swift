// The operator's page: what must leave, what is on its way, the brake, and what is stuck.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ConsoleScene: Sendable {
    let toDispatch: [(order: Order, due: [[ParcelPlan.Item]])]
    let onTheWay: [(parcel: Parcel, order: Order)]
    /// Parcels that somebody must decide about.
    let astray: [(parcel: Parcel, order: Order)]
    let rounds: [RoundAtWork]
    let jobsWaiting: Int
    let jobsGivenUp: [GivenUpJob]
}

struct RoundAtWork: Sendable {
    let sale: Sale
    let round: Round
    let beacon: Beacon?
    let allotments: [Allotment]
}

struct ConsolePage: Page {
    let scene: ConsoleScene
    /// The order that `refusal` is about.
    var number: String?
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.console.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        return """
            <h1>\(say.title)</h1>
            <p><a href="/console/rules">\(visitor.phrases.rules.title)</a> · \
            <a href="/console/returns">\(visitor.phrases.aftercare.returns)</a> · \
            <a href="/console/claims">\(visitor.phrases.warranty.claims)</a> · \
            <a href="/console/customs">\(visitor.phrases.aftercare.customs)</a> · \
            <a href="/console/picklist">\(visitor.phrases.aftercare.pickList)</a> · \
            <a href="/console/imports">\(visitor.phrases.imports.title)</a> · \
            <a href="/console/deadlines">\(visitor.phrases.aftercare.deadlines)</a> · \
            <a href="/console/money">\(visitor.phrases.money.title)</a> · \
            <a href="/console/access">\(visitor.phrases.personal.accessLog)</a></p>
            \(number.map { "<p><strong>\($0)</strong></p>" as HTML })\(visitor.trouble(refusal))
            <section><h2>\(say.toDispatch)</h2>
            \(scene.toDispatch.isEmpty ? "<p>\(say.noneToDispatch)</p>" as HTML : nil)
            <ul class="rows">\(scene.toDispatch.map { DispatchRow(order: $0, due: $1).html(visitor) })</ul></section>
            <section><h2>\(say.onTheWay)</h2>
            \(scene.onTheWay.isEmpty ? "<p>\(say.noneOnTheWay)</p>" as HTML : nil)
            <ul class="rows">\(scene.onTheWay.map { ParcelRow(parcel: $0, order: $1).html(visitor) })</ul></section>
            \(astray(visitor))
            <section><h2>\(say.rounds)</h2>
            \(scene.rounds.map { brake($0, visitor) })</section>
            <section><h2>\(say.jobs)</h2><p>\(say.jobsWaiting(scene.jobsWaiting))</p>
            \(stuck(visitor))</section>
            """
    }

    private func astray(_ visitor: Visitor) -> HTML? {
        guard !scene.astray.isEmpty else { return nil }
        let rows = scene.astray.map { ParcelRow(parcel: $0, order: $1).html(visitor) }
        return """
            <section><h2>\(visitor.phrases.parcels.underWay)</h2>
            <ul class="rows">\(rows)</ul></section>
            """
    }

    private func brake(_ work: RoundAtWork, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        let (sale, round) = (work.sale, work.round)
        let beacon = work.beacon.flatMap {
            BeaconPart(beacon: $0, isDrawn: round.drawn != nil).form(for: round.id, visitor)
        }
        let form: HTML =
            round.clock.isPaused
            ? """
            <p>\(say.isPaused)</p>
            <form method="post" action="/console/rounds/\(round.id)/resume">\(visitor.sealed)
            <button>\(say.resume)</button></form>
            """
            : """
            <form class="inline" method="post" action="/console/rounds/\(round.id)/pause">
            \(visitor.sealed)
            <label for="r-\(round.id.text)">\(say.pauseReason)</label>
            <input id="r-\(round.id.text)" name="reason" required maxlength="300">
            <button class="quiet">\(say.pause)</button></form>
            """
        return """
            <div class="sheet"><h3>\(sale.code) – \(visitor.phrases.sale.round(round.number))</h3>
            <p>\(visitor.time(round.clock.wallTime(of: round.opens, at: visitor.now)))</p>
            \(form)\(beacon)\(AllotmentTable(allotments: work.allotments).html(visitor))
            <p><a href="/console/rounds/\(round.id)/clusters">\(visitor.phrases.room.clustersTitle)</a></p>
            </div>
            """
    }

    private func stuck(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        guard !scene.jobsGivenUp.isEmpty else { return "<p>\(say.noJobsGivenUp)</p>" }
        let items = scene.jobsGivenUp.map { job -> HTML in
            """
            <li><code>\(job.kind) \(job.subject)</code> \(job.trouble)
            <form class="inline" method="post" action="/console/jobs/retry">\(visitor.sealed)
            <input type="hidden" name="kind" value="\(job.kind)">
            <input type="hidden" name="subject" value="\(job.subject)">
            <button class="quiet">\(visitor.phrases.aftercare.tryAgain)</button></form></li>
            """
        }
        return "<h3>\(say.jobsGivenUp)</h3><ul>\(items)</ul>"
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
        let scene = try await shop.storage.read { reader in
            let rounds = try reader.sales().prefix(5).flatMap { sale in
                try reader.rounds(of: sale.id).map { round in
                    RoundAtWork(
                        sale: sale, round: round, beacon: try reader.beacon(of: round.id),
                        allotments: try reader.allotments(in: round.id))
                }
            }
            let due = try reader.orders(in: [.paid, .partlyDispatched]).map { order in
                let plan = try reader.agreement(of: order.id).decodedQuote().carriage?.parcels
                let all = try reader.fulfilment(of: order.id)
                return (order: order, due: all.due(by: plan ?? []))
            }
            return ConsoleScene(
                toDispatch: due,
                onTheWay: try reader.withOrders(reader.parcels(in: .onTheWay, limit: 200)),
                astray: try reader.withOrders(
                    [.missing, .lost, .returned].flatMap {
                        try reader.parcels(in: $0, limit: 100)
                    }),
                rounds: rounds, jobsWaiting: try reader.jobsWaiting(),
                jobsGivenUp: try reader.jobsGivenUp())
        }
        return visitor.response(
            ConsolePage(scene: scene, number: number, refusal: refusal),
            status: refusal?.status ?? .ok)
    }

    func retryJob(_ visitor: Visitor) async throws -> Response {
        try await shop.retryJob(
            visitor.form["kind"], visitor.form["subject"], by: try visitor.staff())
        return .redirect(to: "/console", type: .normal)
    }

    func doing(
        _ visitor: Visitor, _ deed: (Order, Account) async throws -> Order
    ) async throws -> Response {
        let staff = try visitor.staff()
        let order = try await ownOrder(visitor)
        do {
            _ = try await deed(order, staff)
        } catch let refusal as Refusal {
            return try await console(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/console", type: .normal)
    }

    func pauseRound(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let faults = Fault.text(visitor.form[.reason], in: .reason, most: 300)
        guard faults.isEmpty else {
            return try await console(visitor, number: nil, refusal: .input(faults))
        }
        try await shop.pause(id, reason: visitor.form[.reason], by: try visitor.staff())
        boards.forget(id)
        return .redirect(to: "/console", type: .normal)
    }

    func resumeRound(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        try await shop.resume(id, by: try visitor.staff())
        boards.forget(id)
        return .redirect(to: "/console", type: .normal)
    }
}
