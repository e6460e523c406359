// Who wants to be told when the shop sells to their country, or sells there again.

package import Rules

extension Wish {
    init(_ row: Row) throws {
        let kind: String? = try row.get("about")
        self.init(
            id: try row.get("id"), mail: try row.get("mail"), country: try row.get("country"),
            language: try row.get("language"),
            about: kind == nil ? .market : .sale(product: try row.get("product")),
            asked: try row.get("asked"), confirmed: try row.get("confirmed"),
            announced: try row.get("announced"))
    }
}

extension Wish.About {
    fileprivate var kind: String? { self == .market ? nil : "sale" }

    fileprivate var product: String? {
        if case .sale(let product) = self { product } else { nil }
    }
}

extension Reader {
    package func wish(_ id: ID<Wish>) throws -> Wish? {
        try first("select * from wishes where id = \(id)").map(Wish.init)
    }

    package func wish(of mail: String, for country: Country) throws -> Wish? {
        try first("select * from wishes where mail = \(mail) and country = \(country)")
            .map(Wish.init)
    }

    package func wishCount() throws -> Int { try count("select count(*) from wishes") }

    /// Confirmed wishes for a market by country, the most wanted first: where to sell next.
    package func wishesByCountry() throws -> [(country: Country, wishes: Int)] {
        try all(
            """
            select country, count(*) as wishes from wishes
            where confirmed is not null and about is null
            group by country order by wishes desc, country limit 300
            """
        ).map { (country: try $0.get("country"), wishes: try $0.get("wishes")) }
    }

    /// Confirmed wishes for a market that came true, oldest first.
    package func wishes(for countries: [Country], limit: Int) throws -> [Wish] {
        try all(
            """
            select * from wishes
            where confirmed is not null and told is null and about is null
              and country in \(list: countries)
            order by id limit \(limit)
            """
        ).map(Wish.init)
    }

    /// Those who wait for a sale of any of the products in the country, oldest first.
    package func wishes(
        forSaleOf products: [String], in country: Country, limit: Int
    ) throws -> [Wish] {
        try all(
            """
            select * from wishes
            where about = 'sale' and confirmed is not null and told is null
              and country = \(country) and (product is null or product in \(list: products))
            order by id limit \(limit)
            """
        ).map(Wish.init)
    }

    /// Of them, those to whom the sale wasn't announced, and who asked before it was.
    package func wishes(
        unaware sale: ID<Sale>, of products: [String], in country: Country, limit: Int
    ) throws -> [Wish] {
        try all(
            """
            select * from wishes
            where about = 'sale' and confirmed is not null and told is null
              and country = \(country) and (product is null or product in \(list: products))
              and asked < \(sale.made) and (announced is null or announced <> \(sale))
            order by id limit \(limit)
            """
        ).map(Wish.init)
    }
}

extension Transaction {
    package func insert(_ wish: Wish) throws {
        try run(
            """
            insert into wishes (id, mail, country, language, about, product, asked, confirmed)
            values (\(wish.id), \(wish.mail), \(wish.country), \(wish.language),
                    \(wish.about.kind), \(wish.about.product), \(wish.asked), \(wish.confirmed))
            """)
    }

    /// What it is about, as long as nobody has confirmed it.
    package func update(_ wish: Wish) throws {
        try run(
            """
            update wishes set about = \(wish.about.kind), product = \(wish.about.product)
            where id = \(wish.id) and confirmed is null
            """)
    }

    package func confirm(_ wish: ID<Wish>, at now: Moment) throws {
        try run("update wishes set confirmed = \(now) where id = \(wish) and confirmed is null")
    }

    package func setAnnounced(_ sale: ID<Sale>, to wishes: [ID<Wish>]) throws {
        try run("update wishes set announced = \(sale) where id in \(list: wishes)")
    }

    /// The last letter is owed; the wish goes when it was sent.
    package func setTold(_ wishes: [ID<Wish>], at now: Moment) throws {
        try run("update wishes set told = \(now) where id in \(list: wishes)")
    }

    package func setUntold(_ wish: ID<Wish>) throws {
        try run("update wishes set told = null where id = \(wish)")
    }

    package func delete(_ wish: ID<Wish>) throws {
        try run("delete from wishes where id = \(wish)")
    }

    package func forgetWishes(openSince: Moment, keptSince: Moment) throws {
        try run(
            """
            delete from wishes
            where (confirmed is null and asked < \(openSince)) or confirmed < \(keptSince)
            """)
    }
}
