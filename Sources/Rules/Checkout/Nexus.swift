// How near the store is to having to register for a state's sales tax, by twelve rolling months.

extension StateTax {
    package enum Nexus: String, Hashable, Sendable, Codable {
        case far
        /// Four fifths of the threshold: time to prepare.
        case near
        case reached
    }

    /// - Parameters:
    ///   - sales: sales into the state in the last twelve months, in the market's currency.
    ///   - orders: how many orders they were; counts only where the state asks for both.
    package func nexus(sales: Money, orders: Int) -> Nexus {
        guard let threshold = nexus else { return .far }
        let leastOrders = nexusOrders ?? 0
        if sales >= threshold && orders >= leastOrders { return .reached }
        let isNear = sales.minor * 5 >= threshold.minor * 4 && orders * 5 >= leastOrders * 4
        return isNear ? .near : .far
    }
}
