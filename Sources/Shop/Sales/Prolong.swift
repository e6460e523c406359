// More time: whoever needs longer at the checkout says so and gets as much again, once. A hold is
// never longer than twice the sale's.

package import Rules
import Storage

extension Shop {
    /// Prolongs everything the buyer holds unpaid in the sale and hasn't prolonged yet, and says
    /// until when the first of it is held (wall time).
    ///
    /// Throws `Refusal`: nothing is held any more, all had more time already, the brake is on
    /// (time stands still then).
    @discardableResult
    package func prolong(holdsOf buyer: Account, in saleID: ID<Sale>) async throws -> Moment {
        let now = clock.now()
        return try await storage.write { tx in
            guard let sale = try tx.sale(saleID) else { throw Refusal.notFound }
            let mine = try tx.basket(of: buyer.id, in: saleID).filter { $0.state == .live }
            guard !mine.isEmpty else { throw Refusal.reservationLapsed }
            var ends: [Moment] = []
            var isLate = false
            for id in Set(mine.map(\.allotment)).sorted() {
                guard try tx.lock(id) != nil, let round = try tx.round(try tx.allotment(id)!.round)
                else { continue }
                let time = round.clock.saleTime(at: now)
                // Read again under the lock: some may have lapsed or been paid meanwhile.
                let held = try tx.reservations(
                    mine.filter { $0.allotment == id }.map(\.id)
                ).filter { $0.reservation.state == .live && $0.reservation.expires > time }
                isLate = isLate || held.isEmpty
                let wanting = held.filter { !$0.reservation.isProlonged }
                try tx.prolong(wanting.map(\.reservation.id), by: sale.hold)
                try tx.record(
                    wanting.map {
                        .init(
                            .prolong, $0.ticket, $0.reservation.numbers,
                            expires: $0.reservation.expires + sale.hold)
                    }, in: id, at: now)
                ends += wanting.map {
                    round.clock.wallTime(of: $0.reservation.expires + sale.hold, at: now)
                }
            }
            guard let first = ends.min() else {
                throw isLate ? Refusal.reservationLapsed : Refusal.alreadyProlonged
            }
            return first
        }
    }
}
