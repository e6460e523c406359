// Who wants to be told when the shop sells to their country.

package import Rules

extension Wish {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), mail: try row.get("mail"), country: try row.get("country"),
            language: try row.get("language"), asked: try row.get("asked"),
            confirmed: try row.get("confirmed"))
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

    /// Confirmed wishes by country, the most wanted first: where to sell next.
    package func wishesByCountry() throws -> [(country: Country, wishes: Int)] {
        try all(
            """
            select country, count(*) as wishes from wishes where confirmed is not null
            group by country order by wishes desc, country limit 300
            """
        ).map { (country: try $0.get("country"), wishes: try $0.get("wishes")) }
    }

    /// Confirmed wishes that came true, oldest first.
    package func wishes(for countries: [Country], limit: Int) throws -> [Wish] {
        try all(
            """
            select * from wishes
            where confirmed is not null and told is null and country in \(list: countries)
            order by id limit \(limit)
            """
        ).map(Wish.init)
    }
}

extension Transaction {
    package func insert(_ wish: Wish) throws {
        try run(
            """
            insert into wishes (id, mail, country, language, asked, confirmed)
            values (\(wish.id), \(wish.mail), \(wish.country), \(wish.language), \(wish.asked),
                    \(wish.confirmed))
            """)
    }

    package func confirm(_ wish: ID<Wish>, at now: Moment) throws {
        try run("update wishes set confirmed = \(now) where id = \(wish) and confirmed is null")
    }

    /// The letter is owed; the wish goes when it was sent.
    package func setTold(_ wishes: [ID<Wish>], at now: Moment) throws {
        try run("update wishes set told = \(now) where id in \(list: wishes)")
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
