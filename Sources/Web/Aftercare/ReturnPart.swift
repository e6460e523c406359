// The way back on the page of an order: until when, by which way and at what cost, and what became
// of it.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ReturnPart {
    let scene: OrderScene
    let refusal: Refusal?

    private var order: Order { scene.order }

    func html(_ visitor: Visitor) -> HTML? {
        guard let policy = scene.policy, ![.lapsed, .cancelled].contains(order.state) else {
            return nil
        }
        let say = visitor.phrases.orders
        let until =
            order.lastReturnDay.map { say.returnUntil(visitor.formats.weekday($0)) }
            ?? say.returnBefore(policy.days)
        let asked = scene.returns.map { item($0, visitor) }
        return """
            <section><h2>\(say.returnTitle)</h2><p>\(until) \(cost(policy, visitor))</p>
            \(asked.isEmpty ? nil : "<ul class=\"rows\">\(asked)</ul>" as HTML)
            \(form(visitor))
            <p><a href="/withdraw?order=\(order.number)">\(visitor.withdrawing)</a></p></section>
            """
    }

    private func item(_ goods: Return, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        let units = goods.items.map {
            "\($0.quantity) × \(scene.sale.name(of: $0.product, in: visitor.language))"
        }.joined(separator: ", ")
        let dates = scene.deadlines.filter { $0.subject == goods.id.text && $0.state == .open }
        let told = dates.compactMap { deadline -> String? in
            let day = visitor.formats.weekday(deadline.day)
            return switch deadline.kind {
            case .sendingBack: visitor.phrases.aftercare.sendBy(day)
            case .refund: visitor.phrases.aftercare.refundBy(day)
            default: nil
            }
        }
        return """
            <li><div><p><strong>\(units)</strong></p>
            <p class="state \(goods.state == .refunded ? "delivered" : "placed")">\(say.returnState(goods.state))</p>
            <p class="hint">\(goods.number) · \(way(of: goods, visitor))\
            \(told.map { "<br>\($0)" as HTML })</p>\(sending(goods, visitor))\(finding(goods, visitor))</div></li>
            """
    }

    private func way(of goods: Return, _ visitor: Visitor) -> String {
        switch goods.way {
        case .kept: visitor.phrases.aftercare.keep
        case .sent(let method, let cost, .buyer):
            "\(visitor.name(ofMethod: method)), \(visitor.money(cost))"
        case .sent(let method, _, .merchant):
            "\(visitor.name(ofMethod: method)) · \(visitor.phrases.aftercare.wayBackFree)"
        }
    }

    /// What the store found, and what it keeps back for it.
    private func finding(_ goods: Return, _ visitor: Visitor) -> HTML? {
        guard let check = goods.check, check.condition != .notSent else { return nil }
        let say = visitor.phrases.aftercare
        let kept =
            check.deduction.isZero ? nil : say.keptBack(visitor.money(check.deduction))
        let said = [say.cameBack(say.condition(check.condition)), kept].compactMap { $0 }
        let note = check.note.isEmpty ? nil : "<p>\(check.note)</p>" as HTML
        let photos = EvidencePhotosPart(
            photos: scene.returnPhotos[goods.id] ?? [], address: "/returns/\(goods.number)")
        return """
            <p>\(said.joined(separator: " "))</p>\(note)\(photos.html(visitor))
            """
    }

    private func sending(_ goods: Return, _ visitor: Visitor) -> HTML? {
        guard goods.state == .requested, goods.way != .kept else { return nil }
        let say = visitor.phrases.aftercare
        let names = visitor.phrases.refusals.name
        return """
            <details><summary>\(say.haveSent)</summary>
            <form class="slim" method="post" action="/returns/\(goods.number)/sent">\(visitor.sealed)
            <label>\(say.sentOn)
            <input name="day" type="date" required value="\(visitor.today.description)"></label>
            <label>\(names(.trackingNumber))
            <input name="tracking_number" required maxlength="60"></label>
            <button class="quiet">\(say.tellSent)</button></form></details>
            """
    }

    private func cost(_ policy: ReturnPolicy, _ visitor: Visitor) -> String {
        let say = visitor.phrases.orders
        guard policy.returnPaidBy == .buyer else {
            return say.returnCost(visitor.money(.zero(order.total.currency)))
        }
        return ways(visitor).first.map { say.returnCost(visitor.money($0.price)) }
            ?? say.returnNotSent
    }

    private func ways(_ visitor: Visitor) -> [ShippingOffer] {
        let units = scene.quote.lines.reduce(into: [String: Int]()) {
            $0[$1.product, default: 0] += $1.quantity
        }
        return WaysBack.offers(
            for: units.sorted { $0.key < $1.key }.map { Return.Item($0.key, $0.value) },
            reason: .changedMind, quote: scene.quote, from: Destination(scene.address),
            on: Day(order.placed), rules: visitor.rules)
    }

    /// What isn't on its way back yet, by product.
    private var unitsLeft: [String: Int] {
        var left: [String: Int] = [:]
        for line in scene.quote.lines { left[line.product, default: 0] += line.quantity }
        for item in scene.returns.flatMap(\.items) {
            left[item.product, default: 0] -= item.quantity
        }
        return left.filter { $0.value > 0 }
    }

    private func form(_ visitor: Visitor) -> HTML? {
        let window = scene.deadlines.first { $0.kind == .returnWindow }
        let isOpen = window.map { visitor.now < $0.ends } ?? false
        guard order.state == .delivered, isOpen else { return nil }
        let say = visitor.phrases.orders
        let left = unitsLeft
        guard !left.isEmpty else { return nil }
        let products = left.keys.sorted().map {
            (value: $0, text: scene.sale.name(of: $0, in: visitor.language))
        }
        let reasons = Return.Reason.allCases.map { (value: $0.rawValue, text: say.reason($0)) }
        let quantities = (1...left.values.max()!).map { (value: "\($0)", text: "\($0)") }
        let ways = ways(visitor).map { way in
            (
                value: way.method,
                text: "\(visitor.name(ofMethod: way.method)), \(visitor.money(way.price))"
            )
        }
        let way: HTML? =
            ways.count > 1
            ? visitor.field(
                .method, Input(label: visitor.phrases.aftercare.wayBack, options: ways), in: .empty,
                refusal: refusal) : nil
        return """
            <form method="post" action="/orders/\(order.number)/return">
            \(visitor.sealed)\(visitor.keyField())
            \(visitor.field(.product, Input(label: say.product, options: products), in: .empty, refusal: refusal))
            \(visitor.field(.quantity, Input(options: quantities), in: .empty, refusal: refusal))
            \(visitor.field(.reason, Input(options: reasons), in: .empty, refusal: refusal))
            \(way)
            <button>\(say.askReturn)</button></form>
            """
    }
}

extension Site {
    func askReturn(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        do {
            guard let reason = Return.Reason(rawValue: visitor.form[.reason]) else {
                throw Refusal.input([Fault(.reason, .notOffered)])
            }
            let method = visitor.form[.method]
            _ = try await shop.requestReturn(
                of: [Return.Item(visitor.form[.product], try visitor.form.number(.quantity))],
                from: order.id, reason: reason, method: method.isEmpty ? nil : method,
                by: try visitor.person(), key: visitor.form["key"])
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }

    func tellSent(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let number: String = try visitor.part("number")
        let found = try await shop.storage.read { reader -> (Return, Order)? in
            guard let goods = try reader.goodsReturn(number: number),
                let order = try reader.order(goods.order)
            else { return nil }
            return (goods, order)
        }
        guard let (goods, order) = found, order.account == account.id || account.isOperator else {
            throw Refusal.notFound
        }
        do {
            let day = try Day(asked: visitor.form[.day])
            try await shop.recordSending(
                of: goods.id, on: day, proof: visitor.form[.trackingNumber], by: account)
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }
}
