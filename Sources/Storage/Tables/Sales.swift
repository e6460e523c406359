// Sales and their offers: what is sold, where, for how much.

package import Rules

extension Sale {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), code: try row.get("code"), order: try row.get("order_policy"),
            hold: Span(milliseconds: try row.get("hold")))
    }
}

extension Offer {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            sale: try row.get("sale"), product: try row.get("product"),
            market: try row.get("market"), price: Money(try row.get("price"), currency),
            limit: try row.get("unit_limit"))
    }
}

extension Reader {
    package func sale(code: String) throws -> Sale? {
        try first("select * from sales where code = \(code)").map(Sale.init)
    }

    package func sale(_ id: ID<Sale>) throws -> Sale? {
        try first("select * from sales where id = \(id)").map(Sale.init)
    }

    /// Newest first; a shop has few.
    package func sales() throws -> [Sale] {
        try all("select * from sales order by created desc, id desc limit 200").map(Sale.init)
    }

    /// Titles and announcements by language, as the import stored them (JSON).
    package func texts(of sale: ID<Sale>) throws -> String? {
        try first("select texts from sales where id = \(sale)")?.get("texts")
    }

    package func offers(in sale: ID<Sale>) throws -> [Offer] {
        try all("select * from offers where sale = \(sale) order by product, market")
            .map(Offer.init)
    }

    /// What is offered in rounds whose order is drawn, until four hours after they close: a hold
    /// may outlive its round.
    package func offersAtSale(at now: Moment) throws -> [Offer] {
        try all(
            """
            select * from offers
            where sale in (
                select sale from rounds
                where drawn is not null
                  and (paused_since is not null
                       or closes + paused_total > \(now - .hours(4)))
            )
            order by sale, product, market
            limit 1000
            """
        ).map(Offer.init)
    }

    package func offer(of product: String, in market: Country, sale: ID<Sale>) throws -> Offer? {
        try first(
            """
            select * from offers
            where sale = \(sale) and product = \(product) and market = \(market)
            """
        ).map(Offer.init)
    }
}

extension Transaction {
    /// The sale's row, held until the transaction ends; before any allotment's.
    package func lock(_ sale: ID<Sale>) throws {
        _ = try first("select id from sales where id = \(sale) \(.forUpdate)")
    }

    package func insert(_ sale: Sale, texts: String, at now: Moment) throws {
        try run(
            """
            insert into sales (id, code, order_policy, hold, texts, created)
            values (\(sale.id), \(sale.code), \(sale.order), \(sale.hold.milliseconds), \(texts),
                    \(now))
            """)
    }

    package func insert(_ offers: [Offer]) throws {
        try insert(
            into: "offers", ["sale", "product", "market", "price", "currency", "unit_limit"],
            rows: offers.map {
                [$0.sale, $0.product, $0.market, $0.price.minor, $0.price.currency, $0.limit]
            })
    }
}
