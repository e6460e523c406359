// Goods on their way back.

package import Rules

extension Return {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), order: try row.get("of_order"), product: try row.get("product"),
            quantity: try row.get("quantity"), reason: try row.get("reason"),
            state: try row.get("state"), requested: try row.get("requested"))
    }
}

extension Reader {
    package func goodsReturn(_ id: ID<Return>) throws -> Return? {
        try first("select * from returns where id = \(id)").map(Return.init)
    }

    package func returns(of order: ID<Order>) throws -> [Return] {
        try all("select * from returns where of_order = \(order) order by id").map(Return.init)
    }

    /// Units of a product for which a return was already asked.
    package func returnedQuantity(of product: String, in order: ID<Order>) throws -> Int {
        try one(
            """
            select cast(coalesce(sum(quantity), 0) as bigint) from returns
            where of_order = \(order) and product = \(product)
            """
        ).get(0)
    }
}

extension Transaction {
    package func insert(_ goods: Return) throws {
        try run(
            """
            insert into returns (id, of_order, product, quantity, reason, state, requested)
            values (\(goods.id), \(goods.order), \(goods.product), \(goods.quantity),
                    \(goods.reason), \(goods.state), \(goods.requested))
            """)
    }
}
