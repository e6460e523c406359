// Passports of units, and the codes that hand one on.

package import Rules

extension Warranty {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), number: try row.get("number"), order: try row.get("of_order"),
            product: try row.get("product"), unit: try row.get("unit"), part: try row.get("part"),
            holder: try row.get("holder"), market: try row.get("market"),
            delivered: try row.get("delivered"), ended: try row.get("ended"))
    }
}

extension Reader {
    package func warranty(_ id: ID<Warranty>) throws -> Warranty? {
        try first("select * from warranties where id = \(id)").map(Warranty.init)
    }

    package func warranty(number: String) throws -> Warranty? {
        try first("select * from warranties where number = \(number)").map(Warranty.init)
    }

    /// Newest first.
    package func warranties(of holder: ID<Account>, limit: Int = 200) throws -> [Warranty] {
        try all(
            """
            select * from warranties where holder = \(holder) order by id desc limit \(limit)
            """
        ).map(Warranty.init)
    }

    package func warranties(of order: ID<Order>) throws -> [Warranty] {
        try all(
            "select * from warranties where of_order = \(order) order by product, unit limit 1000"
        ).map(Warranty.init)
    }
}

extension Transaction {
    package func insert(_ warranty: Warranty) throws {
        try run(
            """
            insert into warranties (id, number, of_order, product, unit, part, holder, market,
                                    delivered, ended)
            values (\(warranty.id), \(warranty.number), \(warranty.order), \(warranty.product),
                    \(warranty.unit), \(warranty.part), \(warranty.holder), \(warranty.market),
                    \(warranty.delivered), \(warranty.ended))
            """)
    }

    /// The passport's row, held until the transaction ends. Lock its order before.
    package func lock(_ warranty: ID<Warranty>) throws -> Warranty? {
        try first("select * from warranties where id = \(warranty) \(.forUpdate)")
            .map(Warranty.init)
    }

    package func update(_ warranty: Warranty) throws {
        try run(
            """
            update warranties
            set holder = \(warranty.holder), delivered = \(warranty.delivered),
                ended = \(warranty.ended)
            where id = \(warranty.id)
            """)
    }

    /// The passport's code from now on: the one before is void.
    package func put(
        code codeHash: String, for warranty: ID<Warranty>, expires: Moment
    ) throws {
        try run(
            """
            insert into warranty_codes (warranty, code_hash, expires)
            values (\(warranty), \(codeHash), \(expires))
            on conflict (warranty) do update
            set code_hash = excluded.code_hash, expires = excluded.expires
            """)
    }

    /// Uses a code up: for which passport it was. Nil for one that nobody has or that is too old.
    package func takeWarrantyCode(_ codeHash: String, at now: Moment) throws -> ID<Warranty>? {
        try first(
            """
            delete from warranty_codes where code_hash = \(codeHash) and expires > \(now)
            returning warranty
            """)?.get("warranty")
    }

    package func forgetWarrantyCode(of warranty: ID<Warranty>) throws {
        try run("delete from warranty_codes where warranty = \(warranty)")
    }

    package func forgetWarrantyCodes(before now: Moment) throws {
        try run("delete from warranty_codes where expires <= \(now)")
    }
}
