// Orders after they are placed, for programs: paying, cancelling, and the operator's brake.

import Hummingbird
import Rules
import Shop
import Storage

private struct PaymentWanted: Decodable {
    let method: String
    /// Pages to which the partner sends the buyer; the shop's own without them.
    let agreedUrl: String?
    let cancelledUrl: String?
}

private struct PauseWanted: Decodable {
    let reason: String
}

private struct ApproveValue: Encodable {
    let approveUrl: String
}

extension Site {
    func ownOrder(_ caller: Caller) async throws -> Order {
        try await own(caller, in: "orders", of: \.account) { try $0.order(number: $1) }
    }

    func orders(_ caller: Caller) async throws -> Response {
        try await list(caller, { try $0.orders(of: $1.id) }, as: { OrderValue($0) })
    }

    func order(_ caller: Caller) async throws -> Response {
        try await value(of: try await ownOrder(caller))
    }

    func createPayment(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(PaymentWanted.self)
        let order = try await ownOrder(caller)
        let page = shop.settings.order(order.number)
        let approve = try await shop.beginPayment(
            of: order.id, by: try caller.person(), method: wanted.method,
            returnTo: PaymentReturn(
                agreed: wanted.agreedUrl ?? page + "/agreed",
                cancelled: wanted.cancelledUrl ?? page))
        return .json(ApproveValue(approveUrl: approve), status: .created)
    }

    /// Asks the partner now what became of the payment; answers with the order as it then is, or
    /// with the reason for which it was declined.
    func settlePayment(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        try await shop.settleOpenPayments(of: order.id)
        if let decline = try await shop.storage.read({ try $0.decline(of: order.id) }) {
            throw Refusal.paymentDeclined(decline)
        }
        return .json(OrderValue(try await ownOrder(caller)))
    }

    func cancel(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        return .json(OrderValue(try await shop.cancelOrder(order.id, by: try caller.person())))
    }

    func pause(_ caller: Caller) async throws -> Response {
        let reason = try caller.read(PauseWanted.self).reason
        let faults = Fault.text(reason, in: .reason, most: 300)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        let id: ID<Round> = try caller.part("round")
        try await shop.pause(id, reason: reason, by: try caller.person())
        boards.forget(id)
        return Response(status: .noContent)
    }

    func resume(_ caller: Caller) async throws -> Response {
        let id: ID<Round> = try caller.part("round")
        try await shop.resume(id, by: try caller.person())
        boards.forget(id)
        return Response(status: .noContent)
    }
}
