// Limits count over a whole sale, and the lock on an allotment covers one round of it. Two rounds
// are live at once only when a pause has pushed one into the next; then the sale itself is locked,
// so that one buyer can't take their limit in both at the same instant.

import Rules
import Storage

extension Transaction {
    /// Before any allotment is locked.
    func lockSaleWhereRoundsOverlap(_ round: Round, at now: Moment) throws {
        try lock(round.sale, whereOthersAreLiveBeside: [round.id], at: now)
    }

    /// Before any allotment of `mine` is locked.
    func lock(
        _ sale: ID<Sale>, whereOthersAreLiveBeside mine: Set<ID<Round>>, at now: Moment
    ) throws {
        let live = try rounds(of: sale).filter { $0.mayBeLive(at: now) }
        if live.contains(where: { mine != [$0.id] }) { try lock(sale) }
    }
}

extension Round {
    /// Generously: another node's clock may be a little ahead or behind.
    fileprivate func mayBeLive(at now: Moment) -> Bool {
        let time = clock.saleTime(at: now)
        return time + .minutes(1) >= opens && time - .minutes(1) < closes
    }
}
