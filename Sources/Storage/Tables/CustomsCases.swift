// Customs cases: the case as it stands, as a JSON text, and everything that happened to it, line by
// line and never changed.

package import Rules

package struct KeptCase: Sendable {
    package let id: ID<CustomsCase>
    package let order: ID<Order>
    package let parcel: ID<Parcel>
    package let body: String
}

package struct CustomsLine: Identified, Sendable {
    package static let idPrefix = "cln"

    package let event: String
    /// The day at customs; the journal has when it was written down.
    package let day: Day
    package let recorded: Moment
    package let detail: String
}

extension KeptCase {
    init(_ row: Row) throws {
        id = try row.get("id")
        order = try row.get("of_order")
        parcel = try row.get("parcel")
        body = try row.get("body")
    }
}

extension Reader {
    /// One for each parcel, in the order in which they left.
    package func customsCases(of order: ID<Order>) throws -> [KeptCase] {
        try all("select * from customs_cases where of_order = \(order) order by id limit 100")
            .map(KeptCase.init)
    }

    package func customsCase(of parcel: ID<Parcel>) throws -> KeptCase? {
        try first("select * from customs_cases where parcel = \(parcel)").map(KeptCase.init)
    }

    package func customsCase(_ id: ID<CustomsCase>) throws -> KeptCase? {
        try first("select * from customs_cases where id = \(id)").map(KeptCase.init)
    }

    /// Newest first.
    package func customsCases(
        in states: [CustomsCase.State], limit: Int
    ) throws -> [KeptCase] {
        try all(
            """
            select * from customs_cases where state in \(list: states)
            order by id desc limit \(limit)
            """
        ).map(KeptCase.init)
    }

    package func customsLines(of id: ID<CustomsCase>) throws -> [CustomsLine] {
        try all("select * from customs_lines where of_case = \(id) order by id limit 1000").map {
            CustomsLine(
                event: try $0.get("event"), day: try $0.get("day"),
                recorded: try $0.get("recorded"), detail: try $0.get("detail"))
        }
    }
}

extension Transaction {
    package func insert(_ found: CustomsCase, of parcel: ID<Parcel>, body: String) throws {
        try run(
            """
            insert into customs_cases (id, of_order, parcel, market, state, body)
            values (\(found.id), \(found.order), \(parcel), \(found.market), \(found.state),
                    \(body))
            """)
    }

    package func update(_ found: CustomsCase, body: String) throws {
        try run(
            """
            update customs_cases set state = \(found.state), body = \(body)
            where id = \(found.id)
            """)
    }

    package func note(
        _ event: String, of id: ID<CustomsCase>, on day: Day, detail: String,
        id line: ID<CustomsLine>, at now: Moment
    ) throws {
        try run(
            """
            insert into customs_lines (id, of_case, event, day, recorded, detail)
            values (\(line), \(id), \(event), \(day), \(now), \(detail))
            """)
    }
}
