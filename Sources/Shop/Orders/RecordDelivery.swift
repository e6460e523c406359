// To record a delivery: from that day the buyer's days to change their mind are counted.

package import Rules
import Storage

extension Shop {
    /// `day` is a date in the buyer's market. Throws `Refusal`: not an operator, no such order, not
    /// on its way, a day before the dispatch or after today.
    @discardableResult
    package func recordDelivery(
        of id: ID<Order>, on day: Day, by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        let rules = rulebook.current
        return try await change(id, by: "deliver", detail: "\(day)", at: now) {
            order throws(Refusal) in
            // The parcel left on a Chinese date and arrives on a western one, which may be earlier
            // by a day; tomorrow has begun somewhere.
            if let left = order.shipment?.day, !((left - 1)...(Day(now) + 1)).contains(day) {
                throw .input([Fault(.day, .notOffered)])
            }
            let market = try rules.market(order.market)
            guard let policy = market.returnPolicy(on: Day(order.placed)) else {
                preconditionFailure("market \(order.market) has no return policy")
            }
            return try order.apply(.deliver(day, lastReturnDay: policy.lastDay(deliveredOn: day)))
        }
    }
}
