// What an operator does on the front page of the console: try again, brake. Parcels have their own.

import Hummingbird
import Rules
import Shop

extension Site {
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

    func retryJob(_ visitor: Visitor) async throws -> Response {
        try await shop.retryJob(
            visitor.form["kind"], visitor.form["subject"], by: try visitor.staff())
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
