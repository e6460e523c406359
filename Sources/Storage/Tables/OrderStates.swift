// To which state each order went, and what it counts towards that state's threshold.

package import Rules

/// Sales into one state that were paid for.
package struct StateSales: Hashable, Sendable {
    package let subdivision: String
    package let sales: Money
    package let orders: Int
}

extension Reader {
    /// By state; the highest sales first. A refund takes nothing away: thresholds are for sales.
    package func stateSales(in market: Country, since: Moment) throws -> [StateSales] {
        try all(
            """
            select order_states.subdivision, order_states.currency, count(*) as orders,
                   cast(sum(order_states.sales) as bigint) as sales
            from order_states join orders on orders.id = order_states.of_order
            where order_states.market = \(market) and order_states.placed >= \(since)
                and orders.state in ('paid', 'partly_dispatched', 'dispatched', 'delivered')
            group by order_states.subdivision, order_states.currency
            order by sales desc, order_states.subdivision
            """
        ).map { row in
            let currency: Currency = try row.get("currency")
            return StateSales(
                subdivision: try row.get("subdivision"),
                sales: Money(try row.get("sales"), currency), orders: try row.get("orders"))
        }
    }
}

extension Transaction {
    package func note(_ order: Order, to subdivision: String, sales: Money) throws {
        try run(
            """
            insert into order_states (of_order, market, subdivision, sales, currency, placed)
            values (\(order.id), \(order.market), \(subdivision), \(sales.minor),
                    \(sales.currency), \(order.placed))
            on conflict (of_order) do update set subdivision = excluded.subdivision
            """)
    }
}
