// How near the store is to having to register in each state, counted from the orders that were paid
// in the last twelve months.

package import Rules
import Storage

/// One state: what the store sold into it, and what follows.
package struct NexusCount: Sendable {
    package let state: StateTax
    package let sales: Money
    package let orders: Int
    package let nexus: StateTax.Nexus
}

extension Shop {
    /// States with sales, those nearest to their threshold first.
    package func nexusCounts() async throws -> [NexusCount] {
        let now = clock.now()
        let rules = rulebook.current
        let today = Day(now)
        let markets = Set(rules.salesTaxes.map(\.market)).sorted()
        let since = today.aYearBefore.midnight()
        let sold = try await storage.read { reader in
            try markets.map { ($0, try reader.stateSales(in: $0, since: since)) }
        }
        let counts = sold.flatMap { market, states in
            states.compactMap { sold -> NexusCount? in
                let state = rules.salesTaxes.first {
                    $0.market == market && $0.subdivision == sold.subdivision
                        && $0.validity.contains(today)
                }
                guard let state, state.nexus?.currency ?? sold.sales.currency == sold.sales.currency
                else { return nil }
                return NexusCount(
                    state: state, sales: sold.sales, orders: sold.orders,
                    nexus: state.nexus(sales: sold.sales, orders: sold.orders))
            }
        }
        return counts.sorted { left, right in
            (left.nexus.order, right.sales.minor, left.state.subdivision)
                < (right.nexus.order, left.sales.minor, right.state.subdivision)
        }
    }
}

extension StateTax.Nexus {
    fileprivate var order: Int {
        switch self {
        case .reached: 0
        case .near: 1
        case .far: 2
        }
    }
}

extension Day {
    /// The same date a year earlier; for 29 February the day before.
    package var aYearBefore: Day { Day(year - 1, month, day) ?? Day(year - 1, month, day - 1)! }
}
