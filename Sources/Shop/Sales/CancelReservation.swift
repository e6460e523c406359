// To cancel a reservation: a buyer lets go of what they hold, and somebody else may have it.

package import Rules
import Storage

extension Shop {
    /// Throws `notFound` for somebody else's reservation, `orderStateForbids` once money is being
    /// taken. Cancelling what is over already changes nothing.
    package func cancelReservation(_ id: ID<Reservation>, of buyer: Account) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard let found = try tx.reservation(id), found.buyer == buyer.id,
                let (locked, round) = try tx.lockToPassOn(found.allotment, at: now),
                let held = try tx.reservations([id]).first
            else { throw Refusal.notFound }
            var allotment = locked
            switch held.reservation.state {
            case .lapsed, .cancelled: return
            case .paying, .sold:
                throw Refusal.orderStateForbids(state: held.reservation.state.rawValue)
            case .live: break
            }
            if let placed = try tx.openOrder(holding: id), var order = try tx.lock(placed.id),
                order.state == .placed
            {
                // Not lapsed: consent to pay that was given before must not bring it back.
                try tx.owe(try order.apply(.cancel(refund: nil)), at: now)
                try tx.update(order)
                try tx.note("cancel", about: order.id.text, id: chance.id(at: now), at: now)
            }
            var entries = try tx.release([held], of: &allotment, as: .cancelled)
            entries += try tx.passOn(&allotment, of: round, at: now, chance: chance)
            try tx.update(allotment)
            try tx.record(entries, in: allotment.id, at: now)
        }
    }
}
