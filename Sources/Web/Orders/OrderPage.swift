// The page of an order: where it stands, what was promised, what was paid, and the way back.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// An order with everything its page shows.
struct OrderScene: Sendable {
    let order: Order
    let sale: SaleScene
    let quote: Quote
    let address: Address
    let payments: [Payment]
    let refunds: [Refund]
    let returns: [Return]
    /// Of what came back, by return.
    var returnPhotos: [ID<Return>: [EvidencePhoto]] = [:]
    let policy: ReturnPolicy?
    /// Those of its units that the visitor holds.
    var passports: [Warranty] = []
    /// Of the order and of its returns.
    let deadlines: [Deadline]

    var isHeldByCustoms = false
    let fulfilment: Fulfilment
    /// What carriers said last of each parcel.
    let tracking: [ID<Parcel>: TrackingEvent]
    /// What moved for the order; for an operator only.
    let ledger: [LedgerEntry]

    /// The last day on which the rest leaves; after a loss it is another than was promised first.
    var dispatchDay: Day { deadlines.first { $0.kind == .dispatch }?.day ?? order.promise }

    func hasMissed(_ kind: Deadline.Kind) -> Bool {
        deadlines.contains { $0.kind == kind && $0.state == .missed }
    }

    /// Whether it didn't arrive in time and its buyer may have everything back. What a carrier says
    /// it delivered is searched for first.
    var isOverdue: Bool {
        order.state == .dispatched && hasMissed(.delivery) && !fulfilment.refusable.isEmpty
    }

    var isPaymentOpen: Bool { payments.contains { $0.isInFlight } }

    /// Why the last attempt to pay came to nothing, while another may follow.
    var decline: Refusal? {
        guard order.state == .placed, !isPaymentOpen else { return nil }
        return payments.last { $0.state == .declined }?.decline
            .map { .paymentDeclined(Decline(code: $0)) }
    }
}

struct OrderPage: Page {
    let scene: OrderScene
    var refusal: Refusal?

    private var order: Order { scene.order }

    func title(_ phrases: Phrases) -> String { phrases.orders.title(order.number) }

    var refresh: Int? { scene.isPaymentOpen ? 5 : nil }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        return """
            \(visitor.heading(say.title(order.number)))
            <p class="kicker"><span class="state \(order.state.rawValue)">\(say.state(order.state))\
            </span> <span>\(say.placedOn) \(visitor.time(order.placed))</span></p>
            \(visitor.trouble(refusal ?? scene.decline))
            \(LatePart(scene: scene).html(visitor) ?? next(visitor))
            <div class="columns\(" wide", if: !isOver)">\(isOver ? nil : living(visitor))
            <div class="sheet">\(QuotePart(quote: scene.quote, scene: scene.sale).html(visitor))\(invoice(visitor))
            \(refunds(visitor))
            \(LedgerPart(entries: scene.ledger, currency: order.total.currency).html(visitor))
            <h2>\(say.address)</h2>
            <address>\(scene.address.lines(visitor).map { "\($0)<br>" as HTML })</address></div>
            </div>
            """
    }

    private var isOver: Bool { order.state == .lapsed || order.state == .cancelled }

    /// Where it is, and what can still be done about it.
    private func living(_ visitor: Visitor) -> HTML {
        """
        <div>\(JourneyPart(scene: scene).html(visitor))\(ParcelsPart(scene: scene).html(visitor))
        \(passports(visitor))\(ReturnPart(scene: scene, refusal: refusal).html(visitor))
        \(ChangeAddressPart(scene: scene, refusal: refusal).html(visitor))\(cancelling(visitor))</div>
        """
    }

    /// What the buyer is told or asked now.
    private func next(_ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.orders
        switch order.state {
        case .placed where scene.isPaymentOpen: return visitor.notice(say.paymentOpen, "wait")
        case .placed: return payment(visitor)
        case .paid where scene.fulfilment.parcels.isEmpty && visitor.account?.id == order.account:
            return thanks(visitor)
        case .paid: return nil
        case .partlyDispatched: return visitor.notice(visitor.phrases.parcels.onTheWayText)
        case .lapsed: return visitor.notice(say.lapsedText, "bad")
        case .cancelled: return visitor.notice(say.cancelledText, "wait")
        case .dispatched, .delivered: return nil
        }
    }

    private func payment(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        let buttons = visitor.paymentMethods.map { method -> HTML in
            """
            <button name="payment" value="\(method)">\
            \(visitor.phrases.checkout.payWith(visitor.phrases.money.method(method)))</button>
            """
        }
        return """
            <div class="notice wait"><p>\(say.unpaidText)</p>
            \(scene.sale.basket.flatMap(visitor.hold))
            <form class="inline" method="post" action="/orders/\(order.number)/pay">\(visitor.sealed)\(buttons)</form>
            </div>
            """
    }

    private func thanks(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        let pictures = scene.quote.lines.map { line -> HTML in
            "<span class=\"thumb\">\(scene.sale.picture(of: line.product).html(visitor))</span>"
        }
        return """
            <div class="thanks" role="status"><p class="pictures">\(pictures)</p>
            <div><p class="big">\(say.thanks)</p><p>\(say.paidText)</p></div></div>
            """
    }

    private func passports(_ visitor: Visitor) -> HTML? {
        guard !scene.passports.isEmpty else { return nil }
        let items = scene.passports.map { passport -> HTML in
            """
            <li><a href="/warranty/\(passport.number)">\
            \(visitor.phrases.warranty.passport(passport.number))</a> \
            <span>\(scene.sale.name(of: passport.product, in: visitor.language))</span></li>
            """
        }
        return """
            <section><h2>\(visitor.phrases.warranty.passports)</h2><ul class="rows">\(items)</ul></section>
            """
    }

    private func refunds(_ visitor: Visitor) -> HTML? {
        guard !scene.refunds.isEmpty else { return nil }
        let say = visitor.phrases.orders
        let items = scene.refunds.map { refund -> HTML in
            """
            <li>\(say.refundText(visitor.money(refund.amount), refund.state))
            <small>\(visitor.phrases.money.refundReason(refund.reason))</small></li>
            """
        }
        return "<h2>\(say.refunds)</h2><ul>\(items)</ul>"
    }

    private func invoice(_ visitor: Visitor) -> HTML? {
        guard order.state.isKept else { return nil }
        return """
            <p><a href="/orders/\(order.number)/invoice">\(visitor.phrases.invoices.invoice)</a></p>
            """
    }

    private func cancelling(_ visitor: Visitor) -> HTML? {
        guard order.state == .placed || order.state.isDue || scene.isOverdue,
            !scene.isPaymentOpen
        else { return nil }
        let (orders, parcels) = (visitor.phrases.orders, visitor.phrases.parcels)
        let isPart = order.state == .partlyDispatched
        let name = isPart ? parcels.cancelRest : orders.cancel
        return """
            <details><summary>\(name)</summary>
            <p>\(isPart ? parcels.cancelRestHint : orders.cancelHint)</p>
            <form method="post" action="/orders/\(order.number)/cancel">\(visitor.sealed)
            <button class="quiet">\(name)</button></form></details>
            """
    }
}

extension Site {
    /// Throws `notFound` for somebody else's.
    func ownOrder(_ visitor: Visitor) async throws -> Order {
        let account = try visitor.person()
        let number: String = try visitor.part("number")
        guard let order = try await shop.storage.read({ try $0.order(number: number) }),
            order.account == account.id || account.isOperator
        else { throw Refusal.notFound }
        try await shop.noteLook(
            at: order.number, of: order.account, on: visitor.location, by: account)
        return order
    }

    func showOrder(_ visitor: Visitor) async throws -> Response {
        try await order(visitor, number: try visitor.part("number"), refusal: nil)
    }

    func order(_ visitor: Visitor, number: String, refusal: Refusal?) async throws -> Response {
        let account = try visitor.person()
        if account.isOperator {
            let order = try await shop.storage.read { try $0.order(number: number) }
            try await shop.noteLook(
                at: number, of: order?.account, on: visitor.location, by: account)
        }
        let found = try await shop.storage.read { reader in
            guard let order = try reader.order(number: number),
                order.account == account.id || account.isOperator,
                let sale = try reader.sale(order.sale)
            else { throw Refusal.notFound }
            let payments = try reader.payments(of: order.id)
            let returns = try reader.returns(of: order.id)
            let fulfilment = try reader.fulfilment(of: order.id)
            let subjects =
                [order.id.text] + returns.map(\.id.text) + fulfilment.parcels.map(\.id.text)
            return (
                order: order, sale: sale, agreement: try reader.agreement(of: order.id),
                payments: payments,
                refunds: try payments.flatMap { try reader.refunds(of: $0.id) },
                returns: returns,
                returnPhotos: try returns.reduce(into: [:]) {
                    $0[$1.id] = try reader.photos(in: .goods($1.id))
                },
                deadlines: try subjects.flatMap { try reader.deadlines(of: $0) },
                isHeld: try reader.customsCases(of: order.id).contains {
                    try $0.decoded().isHeld
                }, fulfilment: fulfilment,
                tracking: try fulfilment.parcels.reduce(into: [:]) {
                    $0[$1.id] = try reader.trackingEvents(of: $1.id).latest
                },
                passports: try reader.warranties(of: order.id).filter { $0.holder == account.id },
                ledger: account.isOperator ? try reader.ledger(of: order.id) : []
            )
        }
        let scene = OrderScene(
            order: found.order, sale: try await scene(of: found.sale.code, for: visitor),
            quote: try found.agreement.decodedQuote(),
            address: try found.agreement.decodedAddress(), payments: found.payments,
            refunds: found.refunds, returns: found.returns, returnPhotos: found.returnPhotos,
            policy: visitor.rules.markets[found.order.market]?.returnPolicy(
                on: Day(found.order.placed)), passports: found.passports,
            deadlines: found.deadlines, isHeldByCustoms: found.isHeld,
            fulfilment: found.fulfilment, tracking: found.tracking, ledger: found.ledger)
        return visitor.response(
            OrderPage(scene: scene, refusal: refusal), status: refusal?.status ?? .ok)
    }

    func cancelOrder(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        do {
            try await shop.cancelOrder(order.id, by: try visitor.person())
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }
}
