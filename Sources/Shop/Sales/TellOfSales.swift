// To tell whoever asked for it of a sale: once when it is announced, and once when a room of it
// opens, which is the last letter they get.

package import Rules
import Storage

extension Shop {
    /// Owes the letters that are due; returns how many. Called by the ticker.
    @discardableResult
    package func tellOfSales() async throws -> Int {
        let (now, rules) = (clock.now(), rulebook.current)
        let calls = try await storage.read { try $0.callsDue(at: now, rules: rules) }
        for call in calls {
            let wishes = call.wishes.map(\.id)
            try await storage.write { tx in
                for wish in wishes { try tx.owe(.letter(call.kind, about: wish.text), at: now) }
                try tx.setAnnounced(call.sale, to: wishes)
                // From then on the wish is only kept until its letter is sent.
                if call.kind == .roomOpen { try tx.setTold(wishes, at: now) }
            }
        }
        return calls.reduce(0) { $0 + $1.wishes.count }
    }
}

/// Whom to tell of one sale in one market.
private struct Call: Sendable {
    let kind: LetterKind
    let sale: ID<Sale>
    let wishes: [Wish]

    /// In one second, for each market: whoever is left is told in the next.
    static let most = 200
}

extension Reader {
    fileprivate func callsDue(at now: Moment, rules: Rulebook) throws -> [Call] {
        try sales().flatMap { sale -> [Call] in
            let rounds = try rounds(of: sale.id)
            let isOver = rounds.allSatisfy { now >= $0.clock.wallTime(of: $0.opens, at: now) }
            if isOver { return [] }
            let isOpen = rounds.contains { $0.isRoomOpen(at: now) }
            let offers = Dictionary(grouping: try offers(in: sale.id), by: \.market)
            return try offers.sorted { $0.key < $1.key }.compactMap { country, offers in
                let products = offers.map(\.product).filter {
                    rules.openGate($0, in: country, on: Day(now)) == nil
                }
                let wishes =
                    isOpen
                    ? try wishes(forSaleOf: products, in: country, limit: Call.most)
                    : try wishes(unaware: sale.id, of: products, in: country, limit: Call.most)
                return wishes.isEmpty
                    ? nil
                    : Call(
                        kind: isOpen ? .roomOpen : .saleAnnounced, sale: sale.id, wishes: wishes)
            }
        }
    }
}

extension Round {
    /// Whether tickets are given for a round that hasn't begun.
    package func isRoomOpen(at now: Moment) -> Bool {
        let time = clock.saleTime(at: now)
        return roomOpens <= time && time < opens
    }
}
