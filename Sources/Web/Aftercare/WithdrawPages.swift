// To withdraw from a contract, in the two steps of the law, by anybody who knows the order's number
// and its mail address; then the receipt, with the time at which it was said.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// The first step: which order.
struct WithdrawPage: Page {
    var form: Form = .empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.aftercare.withdraw }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        return """
            <div class="narrow"><h1>\(visitor.withdrawing)</h1>
            <p class="lead">\(say.withdrawText)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/withdraw">\(visitor.sealed)
            \(visitor.field(.order, Input(most: 40, extra: " autocapitalize=\"characters\""), in: form, refusal: refusal))
            \(visitor.field(.name, Input(autocomplete: "name", most: 100), in: form, refusal: refusal))
            \(visitor.field(.mail, Input(type: "email", autocomplete: "email", most: 254), in: form, refusal: refusal))
            <button>\(say.goOn)</button></form></div>
            """
    }
}

/// What can be given back of an order that was found.
struct WithdrawScene: Sendable {
    let order: Order
    /// Still here, by product, with its name.
    let left: [(product: String, name: String, units: Int)]
    let policy: ReturnPolicy?
    let ways: [ShippingOffer]

    var hasLeft: Bool { [.partlyDispatched, .dispatched, .delivered].contains(order.state) }
}

/// The second step: what, at which cost, and the button that says it.
struct ConfirmWithdrawalPage: Page {
    let form: Form
    let scene: WithdrawScene?
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.aftercare.check }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let names = visitor.phrases.refusals.name
        let isByLaw = (scene?.policy ?? visitor.returnPolicy)?.basis == .law
        let said = [Field.order, .name, .mail].map { field -> HTML in
            """
            <div><dt>\(names(field))</dt><dd>\(form[field])</dd></div>
            """
        }
        let kept = [Field.order, .name, .mail].map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.rawValue)\" value=\"\(form[field])\">"
        }
        return """
            <div class="narrow"><h1>\(say.check)</h1>\(visitor.trouble(refusal))
            <dl class="facts">\(said)</dl>
            <form method="post" action="/withdraw/confirm">\(visitor.sealed)\(visitor.keyField())\(kept)
            \(scene.map { what(of: $0, visitor) } ?? visitor.notice(say.orderNotFound, "wait"))
            <button>\(isByLaw ? say.confirmWithdrawal : say.confirmGivingBack)</button></form>
            <p><a href="/withdraw">\(visitor.withdrawing)</a></p></div>
            """
    }

    private func what(of scene: WithdrawScene, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        guard scene.hasLeft else { return visitor.notice(say.wholeOrder) }
        let items = scene.left.map { item -> HTML in
            let options = (0...item.units).map { count -> HTML in
                """
                <option value="\(count)"\(" selected", if: count == item.units)>\(count)</option>
                """
            }
            let name = "units_\(item.product)"
            return """
                <div class="field"><label for="\(name)">\(say.units(item.name))</label>
                <select id="\(name)" name="\(name)">\(options)</select></div>
                """
        }
        return """
            \(items)\(cost(of: scene, visitor))
            """
    }

    private func cost(of scene: WithdrawScene, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        if scene.policy?.returnPaidBy == .merchant { return "<p>\(say.wayBackFree)</p>" }
        if scene.ways.isEmpty { return "<p>\(say.keep)</p>" }
        return "<p>\(say.payWayBack)</p>\(WaysBackPart(ways: scene.ways).html(visitor))"
    }
}

/// The receipt: what was said, when, and what follows.
struct WithdrawalReceiptPage: Page {
    let said: Withdrawal
    let products: [String: Product]
    /// Of the return that follows from it.
    let number: String?

    func title(_ phrases: Phrases) -> String { phrases.aftercare.receipt }

    var refresh: Int? { said.order != nil && said.outcome == .open ? 5 : nil }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let names = visitor.phrases.refusals.name
        let items = said.items ?? []
        let facts: [(String, String)] = [
            (names(.order), said.orderNumber), (names(.name), said.name),
            (
                visitor.phrases.orders.product,
                items.isEmpty ? say.everything : visitor.units(items, products)
            ),
        ]
        return """
            <div class="narrow"><h1>\(say.receipt)</h1>
            <p class="lead">\(say.received(visitor.formats.moment(said.declared, offset: .zero, seconds: true)))</p>
            <dl class="facts">\(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl>
            \(outcome(visitor))<p>\(say.receiptMailed(said.mail))</p></div>
            """
    }

    private func outcome(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        return switch said.outcome {
        case .open, .settled: visitor.notice(say.outcomeOpen, "wait")
        case .cancelled: visitor.notice(say.outcomeCancelled)
        case .returning: visitor.notice(say.outcomeReturning(number ?? ""))
        case .refused: visitor.notice(say.outcomeRefused, "bad")
        }
    }
}

extension Visitor {
    var returnPolicy: ReturnPolicy? { market.returnPolicy(on: today) }

    /// What the way to the two steps is called: by the law's words where it is the law's.
    var withdrawing: String {
        returnPolicy?.basis == .policy ? phrases.aftercare.giveBack : phrases.aftercare.withdraw
    }
}

extension Site {
    func askWithdrawal(_ visitor: Visitor) async throws -> Response {
        var fields: [String: String] = [:]
        fields["order"] = visitor.query["order"]
        fields["name"] = visitor.account?.name
        fields["mail"] = visitor.account?.mail
        return visitor.response(WithdrawPage(form: Form(fields: fields)))
    }

    func checkWithdrawal(_ visitor: Visitor) async throws -> Response {
        do {
            let order = try await shop.orderToWithdraw(
                from: visitor.withdrawalSaid(nil), at: visitor.address)
            return visitor.response(
                ConfirmWithdrawalPage(
                    form: visitor.form, scene: try await withdrawScene(of: order, visitor)))
        } catch let refusal as Refusal {
            return visitor.response(
                WithdrawPage(form: visitor.form, refusal: refusal), status: refusal.status)
        }
    }

    func confirmWithdrawal(_ visitor: Visitor) async throws -> Response {
        do {
            let said = try await shop.withdraw(
                visitor.withdrawalSaid(try visitor.unitsSaid()), from: visitor.address,
                key: visitor.form["key"])
            let token = try await shop.linkToken(for: said.id)
            return .redirect(to: "/withdraw/\(token)", type: .normal)
        } catch let refusal as Refusal {
            return visitor.response(
                WithdrawPage(form: visitor.form, refusal: refusal), status: refusal.status)
        }
    }

    func showWithdrawal(_ visitor: Visitor) async throws -> Response {
        let said = try await shop.withdrawal(token: try visitor.part("token"))
        let (products, number) = try await shop.storage.read { reader in
            var number: String?
            if case .returning(let id) = said.outcome {
                number = try reader.goodsReturn(id)?.number
            }
            return (try reader.products(), number)
        }
        return visitor.response(
            WithdrawalReceiptPage(said: said, products: products, number: number))
    }

    private func withdrawScene(
        of order: Order?, _ visitor: Visitor
    ) async throws -> WithdrawScene? {
        guard let order else { return nil }
        let found = try await shop.storage.read { reader in
            (
                bought: try reader.fulfilment(of: order.id),
                agreement: try reader.agreement(of: order.id),
                returned: try reader.returnedUnits(of: order.id), products: try reader.products()
            )
        }
        // What hasn't left is cancelled by the same word.
        let bought = found.bought.bought.merging(found.bought.calledOff) { $0 - $1 }
        let left = bought.keys.sorted().compactMap { product -> (String, String, Int)? in
            let units = bought[product]! - (found.returned[product] ?? 0)
            let name = found.products.name(of: product, in: visitor.language)
            return units > 0 ? (product, name, units) : nil
        }
        return WithdrawScene(
            order: order, left: left.map { (product: $0.0, name: $0.1, units: $0.2) },
            policy: visitor.rules.markets[order.market]?.returnPolicy(on: Day(order.placed)),
            ways: WaysBack.offers(
                for: left.map { Return.Item($0.0, $0.2) }, reason: .changedMind,
                quote: try found.agreement.decodedQuote(),
                from: Destination(try found.agreement.decodedAddress()), on: Day(order.placed),
                rules: visitor.rules))
    }
}

extension Visitor {
    fileprivate func withdrawalSaid(_ items: [Return.Item]?) -> WithdrawalSaid {
        WithdrawalSaid(
            orderNumber: form[.order], name: form[.name], mail: form[.mail], items: items,
            language: language)
    }

    /// Nil where nothing was to be chosen. Throws `input` when nothing was.
    fileprivate func unitsSaid() throws(Refusal) -> [Return.Item]? {
        let chosen = form.fields.filter { $0.key.hasPrefix("units_") }
        if chosen.isEmpty { return nil }
        var items: [Return.Item] = []
        for (name, text) in chosen.sorted(by: { $0.key < $1.key }).prefix(50) {
            guard let units = Int(text), (0...1000).contains(units), name.utf8.count <= 100 else {
                throw .input([Fault(.quantity, .malformed)])
            }
            if units > 0 { items.append(Return.Item(String(name.dropFirst(6)), units)) }
        }
        guard !items.isEmpty else { throw .input([Fault(.quantity, .missing)]) }
        return items
    }
}
