// Goods on their way back, with their items.

package import Rules

extension Return {
    init(_ row: Row, items: [Item]) throws {
        let currency: Currency = try row.get("currency")
        let method: String? = try row.get("method")
        var check: Check?
        if let condition: Condition = try row.get("condition") {
            check = Check(
                day: try row.get("received"), condition: condition, note: try row.get("note"),
                deduction: Money(try row.get("deduction"), currency))
        }
        let cost = Money(try row.get("cost"), currency)
        let bearer: Bearer = try row.get("borne_by")
        self.init(
            id: try row.get("id"), number: try row.get("number"), order: try row.get("of_order"),
            items: items, reason: try row.get("reason"),
            way: method.map { .sent(method: $0, cost: cost, by: bearer) } ?? .kept,
            state: try row.get("state"), requested: try row.get("requested"),
            sent: try row.get("sent"), check: check, refund: try row.get("refund"))
    }
}

extension Reader {
    package func goodsReturn(_ id: ID<Return>) throws -> Return? {
        try returns(from: all("select * from goods_returns where id = \(id)")).first
    }

    package func goodsReturn(number: String) throws -> Return? {
        try returns(from: all("select * from goods_returns where number = \(number)")).first
    }

    package func goodsReturn(of refund: ID<Refund>) throws -> Return? {
        try returns(from: all("select * from goods_returns where refund = \(refund)")).first
    }

    package func returns(of order: ID<Order>) throws -> [Return] {
        try returns(
            from: all("select * from goods_returns where of_order = \(order) order by id"))
    }

    /// Oldest first.
    package func returns(in states: [Return.State], limit: Int = 100) throws -> [Return] {
        try returns(
            from: all(
                """
                select * from goods_returns where state in \(list: states)
                order by id limit \(limit)
                """))
    }

    /// Units of each product for which a return was asked; with `isChecked`, those for which the
    /// money is owed or paid back.
    package func returnedUnits(
        of order: ID<Order>, isChecked: Bool = false
    ) throws -> [String: Int] {
        let states: [Return.State] = isChecked ? [.received, .refunded] : Return.State.allCases
        let rows = try all(
            """
            select return_items.product as product,
                   cast(sum(return_items.quantity) as bigint) as units
            from return_items join goods_returns on goods_returns.id = return_items.of_return
            where return_items.of_order = \(order) and goods_returns.state in \(list: states)
            group by return_items.product
            """)
        return try rows.reduce(into: [:]) { $0[try $1.get("product")] = try $1.get("units") }
    }

    private func returns(from rows: [Row]) throws -> [Return] {
        let ids = try rows.map { row -> String in try row.get("id") }
        let items = try all(
            "select * from return_items where of_return in \(list: ids) order by product")
        var itemsOf: [String: [Return.Item]] = [:]
        for item in items {
            itemsOf[try item.get("of_return"), default: []].append(
                Return.Item(try item.get("product"), try item.get("quantity")))
        }
        return try zip(rows, ids).map { try Return($0, items: itemsOf[$1] ?? []) }
    }
}

extension Transaction {
    package func insert(_ goods: Return) throws {
        var method: String?
        var (cost, bearer) = (Int64(0), Bearer.merchant)
        var currency = Currency.usd
        if case .sent(let code, let money, let by) = goods.way {
            (method, cost, bearer, currency) = (code, money.minor, by, money.currency)
        } else if let order = try order(goods.order) {
            currency = order.total.currency
        }
        try run(
            """
            insert into goods_returns (id, number, of_order, reason, method, cost, currency,
                                       borne_by, state, requested)
            values (\(goods.id), \(goods.number), \(goods.order), \(goods.reason), \(method),
                    \(cost), \(currency), \(bearer), \(goods.state), \(goods.requested))
            """)
        try insert(
            into: "return_items", ["of_return", "of_order", "product", "quantity"],
            rows: goods.items.map { [goods.id, goods.order, $0.product, $0.quantity] })
    }

    /// The return's row, held until the transaction ends. Lock its order before.
    package func lock(_ goods: ID<Return>) throws -> Return? {
        _ = try first("select id from goods_returns where id = \(goods) \(.forUpdate)")
        return try goodsReturn(goods)
    }

    package func update(_ goods: Return) throws {
        try run(
            """
            update goods_returns
            set state = \(goods.state), sent = \(goods.sent), received = \(goods.check?.day),
                condition = \(goods.check?.condition), note = \(goods.check?.note),
                deduction = \(goods.check?.deduction.minor), refund = \(goods.refund)
            where id = \(goods.id)
            """)
    }
}
