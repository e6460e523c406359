// The way to the partner's page and back.

import Hummingbird
import Rules
import Shop
import Storage

extension Site {
    /// Where the partner sends the buyer back to.
    private func returns(of order: Order) -> PaymentReturn {
        let page = shop.settings.order(order.number)
        return PaymentReturn(agreed: page + "/agreed", cancelled: page + "?unpaid=1")
    }

    func pay(_ order: Order, by method: String, _ visitor: Visitor) async throws -> Response {
        do {
            let approve = try await shop.beginPayment(
                of: order.id, by: try visitor.person(), method: method, returnTo: returns(of: order)
            )
            return .redirect(to: approve, type: .normal)
        } catch let refusal as Refusal {
            // The order stands and the units are held: its page offers to try again.
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
    }

    func payOrder(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        return try await pay(order, by: visitor.form["payment"], visitor)
    }

    /// The buyer comes back from the partner. Coming back proves nothing: the partner is asked.
    func agreed(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        try await shop.settleOpenPayments(of: order.id)
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }
}
