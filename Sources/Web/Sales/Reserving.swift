// The forms at the counter: to reserve, and to let go.

import Hummingbird
import Rules
import Shop

extension Site {
    func reserve(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        guard let account = visitor.account else {
            return .redirect(to: "/login?to=/rounds/\(id)", type: .normal)
        }
        do {
            let reserved = try await shop.reserve(
                visitor.form[.product], quantity: try visitor.form.number(.quantity), in: id,
                for: account, key: visitor.form["key"], from: visitor.address)
            boards.forget(id)
            let asked = try visitor.form.number(.quantity)
            let fewer = reserved.reservation.quantity < asked ? "?fewer=1" : ""
            return .redirect(to: "/rounds/\(id)\(fewer)", type: .normal)
        } catch let refusal as Refusal {
            return try await room(visitor, refusal: refusal)
        }
    }

    func cancelReservation(_ visitor: Visitor) async throws -> Response {
        let id: ID<Reservation> = try visitor.part("reservation")
        try await shop.cancelReservation(id, of: try visitor.person())
        return .redirect(to: own(visitor.form["to"]), type: .normal)
    }
}
