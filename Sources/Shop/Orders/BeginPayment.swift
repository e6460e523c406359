// To begin to pay: the partner is told what is owed, and the buyer is sent to agree to it there.

import Partners
package import Rules
import Storage

extension Shop {
    /// Where the buyer agrees to pay for an order. Asked again, it is the same payment.
    ///
    /// Throws `Refusal`: not the buyer's order, the order isn't waiting for money any more, the
    /// partner can't be reached (`paymentUnavailable`, nothing lost).
    package func beginPayment(
        of order: ID<Order>, by buyer: Account, method name: String, returnTo: PaymentReturn
    ) async throws -> String {
        guard let method = payments[name] else {
            throw Refusal.input([Fault(.method, .notOffered)])
        }
        let now = clock.now()
        let (payment, request) = try await storage.write { [chance] tx in
            guard let order = try tx.lock(order), order.account == buyer.id else {
                throw Refusal.notFound
            }
            guard order.state == .placed else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            let payment = try tx.openPayment(of: order, method: name, at: now, chance: chance)
            return (payment, try tx.paymentRequest(for: payment, of: order, returnTo: returnTo))
        }
        guard case .begun(let reference, let approveURL) = await method.begin(request) else {
            throw Refusal.paymentUnavailable
        }
        try await storage.write { tx in
            guard var payment = try tx.lock(payment.id) else { throw Refusal.notFound }
            // Asked again within hours, the partner names what it named before. Later it may have
            // forgotten, and names another: nothing was taken under the old name, and nothing will.
            guard payment.mayBeOffered, payment.reference != reference else { return }
            try payment.apply(.offer(reference: reference))
            try tx.update(payment)
            // Whether or not the buyer comes back to tell: somebody looks.
            try tx.owe(.settle(payment.id), at: now + unattendedFor)
        }
        return approveURL
    }
}

/// After which a payment is looked at, of which nobody told how it went.
private let unattendedFor = Span.minutes(30)

extension Payment {
    fileprivate var mayBeOffered: Bool { [.created, .offered, .declined].contains(state) }
}

/// The shop's own pages, to which the partner sends the buyer back.
package struct PaymentReturn: Sendable {
    package let agreed: String
    package let cancelled: String

    package init(agreed: String, cancelled: String) {
        self.agreed = agreed
        self.cancelled = cancelled
    }
}

extension Transaction {
    /// The order's payment by this method that can still succeed, or a new one.
    fileprivate func openPayment(
        of order: Order, method: String, at now: Moment, chance: SharedChance
    ) throws -> Payment {
        let open = try payments(of: order.id).last {
            $0.method == method && $0.state != .abandoned && $0.state != .captured
        }
        if let open {
            // What the buyer agreed to is being taken: another page to agree on would be a lie.
            guard !open.isInFlight else { throw Refusal.orderStateForbids(state: "paying") }
            return open
        }
        let payment = Payment(
            id: chance.id(at: now), order: order.id, method: method, amount: order.total,
            created: now)
        try insert(payment)
        try note(
            "begin payment", about: order.id.text, detail: payment.id.text,
            id: chance.id(at: now), at: now)
        return payment
    }
}
