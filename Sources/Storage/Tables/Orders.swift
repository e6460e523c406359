// Orders and their lines. The quote and the address are kept as the texts that were agreed to.

package import Rules

extension Order {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            id: try row.get("id"), number: try row.get("number"), account: try row.get("account"),
            sale: try row.get("sale"), market: try row.get("market"),
            total: Money(try row.get("total"), currency), state: try row.get("state"),
            placed: try row.get("placed"), promise: try row.get("promise"),
            dispatched: try row.get("dispatched"), delivered: try row.get("delivered"),
            lastReturnDay: try row.get("last_return_day"))
    }
}

extension OrderLine {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            reservation: try row.get("reservation"), product: try row.get("product"),
            quantity: try row.get("quantity"), price: Money(try row.get("price"), currency))
    }
}

/// What was agreed to when an order was placed, as JSON texts, and in which language.
package struct Agreement: Hashable, Sendable {
    package let quote: String
    package let address: String
    package let language: Language
    /// When the buyer was told of the right to withdraw; nil if nobody did.
    package let toldOfWithdrawal: Day?

    package init(
        quote: String, address: String, language: Language, toldOfWithdrawal: Day? = nil
    ) {
        self.quote = quote
        self.address = address
        self.language = language
        self.toldOfWithdrawal = toldOfWithdrawal
    }
}

extension Reader {
    package func order(_ id: ID<Order>) throws -> Order? {
        try first("select * from orders where id = \(id)").map(Order.init)
    }

    package func orders(_ ids: [ID<Order>]) throws -> [ID<Order>: Order] {
        let found = try all("select * from orders where id in \(list: Set(ids).sorted())")
            .map(Order.init)
        return [ID<Order>: Order](uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    package func order(number: String) throws -> Order? {
        try first("select * from orders where number = \(number)").map(Order.init)
    }

    /// Newest first.
    package func orders(of account: ID<Account>, limit: Int = 100) throws -> [Order] {
        try all("select * from orders where account = \(account) order by id desc limit \(limit)")
            .map(Order.init)
    }

    /// Those with the nearest promise first: what the warehouse does next.
    package func orders(in states: [Order.State], limit: Int = 200) throws -> [Order] {
        // Each state by itself, so that the index gives the first of each in order.
        let first = try states.flatMap { state in
            try all(
                "select * from orders where state = \(state) order by promise, id limit \(limit)"
            ).map(Order.init)
        }
        return Array(first.sorted { ($0.promise, $0.id) < ($1.promise, $1.id) }.prefix(limit))
    }

    /// All orders after `id`, oldest first: for the audit, page by page.
    package func orders(after id: String, limit: Int) throws -> [Order] {
        try all("select * from orders where id > \(id) order by id limit \(limit)")
            .map(Order.init)
    }

    package func lines(of order: ID<Order>) throws -> [OrderLine] {
        try all("select * from order_lines where of_order = \(order) order by product, reservation")
            .map(OrderLine.init)
    }

    package func agreement(of order: ID<Order>) throws -> Agreement {
        let row = try one(
            """
            select quote, address, language, told_of_withdrawal from orders where id = \(order)
            """)
        return Agreement(
            quote: try row.get("quote"), address: try row.get("address"),
            language: try row.get("language"),
            toldOfWithdrawal: try row.get("told_of_withdrawal"))
    }

    /// The unpaid order that holds a reservation, if there is one.
    package func openOrder(holding reservation: ID<Reservation>) throws -> Order? {
        // Chosen from among them here: asked for the state too, SQLite goes through all orders
        // that wait for their payment.
        try all(
            """
            select orders.* from order_lines
            join orders on orders.id = order_lines.of_order
            where order_lines.reservation = \(reservation)
            """
        ).map(Order.init).first { $0.state == .placed }
    }
}

extension Transaction {
    package func insert(
        _ order: Order, lines: [OrderLine], agreement: Agreement
    ) throws {
        try run(
            """
            insert into orders (id, number, account, sale, market, language, total, currency,
                                state, placed, promise, quote, address, told_of_withdrawal)
            values (\(order.id), \(order.number), \(order.account), \(order.sale),
                    \(order.market), \(agreement.language), \(order.total.minor),
                    \(order.total.currency), \(order.state), \(order.placed), \(order.promise),
                    \(agreement.quote), \(agreement.address), \(agreement.toldOfWithdrawal))
            """)
        try insert(
            into: "order_lines",
            ["of_order", "reservation", "product", "quantity", "price", "currency"],
            rows: lines.map {
                [
                    order.id, $0.reservation, $0.product, $0.quantity, $0.price.minor,
                    $0.price.currency,
                ]
            })
    }

    /// The order's row, held until the transaction ends. Lock allotments before orders.
    package func lock(_ order: ID<Order>) throws -> Order? {
        try first("select * from orders where id = \(order) \(.forUpdate)").map(Order.init)
    }

    package func update(_ order: Order) throws {
        try run(
            """
            update orders
            set state = \(order.state), dispatched = \(order.dispatched),
                delivered = \(order.delivered), last_return_day = \(order.lastReturnDay)
            where id = \(order.id)
            """)
    }

    /// The parcel goes elsewhere, at the same price.
    package func change(_ agreement: Agreement, of order: ID<Order>) throws {
        try run(
            """
            update orders set quote = \(agreement.quote), address = \(agreement.address)
            where id = \(order)
            """)
    }

    /// Late money found the same units again, under a new reservation.
    package func replace(
        _ lapsed: ID<Reservation>, with anew: ID<Reservation>, in order: ID<Order>
    ) throws {
        try run(
            """
            update order_lines set reservation = \(anew)
            where of_order = \(order) and reservation = \(lapsed)
            """)
    }
}
