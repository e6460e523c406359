// Limits count over a whole sale, and the lock on an allotment covers one round of it. Two rounds
// are live at once only when a pause has pushed one into the next; then the sale itself is locked,
// so that one buyer can't take their limit in both at the same instant.

import Rules
import Storage

extension Transaction {
    /// Before any allotment is locked.
    func lockSaleWhereRoundsOverlap(_ round: Round, at now: Moment) throws {
        let others = try rounds(of: round.sale).filter { $0.id != round.id }
        if others.contains(where: { $0.mayBeLive(at: now) }) { try lock(round.sale) }
    }
}

extension Round {
    /// Generously: another node's clock may be a little ahead or behind.
    fileprivate func mayBeLive(at now: Moment) -> Bool {
        let time = clock.saleTime(at: now)
        return time + .minutes(1) >= opens && time - .minutes(1) < closes
    }
}
