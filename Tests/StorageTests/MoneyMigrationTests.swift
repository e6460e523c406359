// Money that moved before there was a ledger stands in it afterwards.

import Rules
import Storage
import TestKit
import Testing

struct MoneyMigrationTests {
    @Test(arguments: Engine.allCases)
    func `captures and refunds of an older schema are booked`(engine: Engine) async throws {
        try await withLocation(on: engine) { location in
            let before = Array(Migration.all.prefix(5))
            let old = try Storage.open(
                location, schema: .asFound, migrations: before, logger: quiet)
            try old.migrate()
            try await old.write { try $0.run(SQL(stringLiteral: Self.account)) }
            for statement in Self.rows {
                try await old.write { try $0.run(SQL(stringLiteral: statement)) }
            }
            old.close()

            let new = try Storage.open(location, schema: .asFound, logger: quiet)
            try new.migrate()
            let rows = try await new.read { reader in
                try reader.all("select kind, subject, amount, booked from ledger order by kind")
                    .map { row -> String in
                        let (kind, subject): (String, String) = (try row.get(0), try row.get(1))
                        let (amount, booked): (Int64, Int64) = (try row.get(2), try row.get(3))
                        return "\(kind) \(subject) \(amount) \(booked)"
                    }
            }
            #expect(rows == ["captured pay_1 1500 11", "refunded ref_1 700 12"])
            new.close()
        }
    }

    private static let account = """
        insert into accounts (id, mail, name, password, language, market, created)
        values ('acc_1', 'a@example.com', 'Ann', '-', 'de', 'DE', 1)
        """

    private static let rows = [
        """
        insert into sales (id, code, order_policy, hold, texts, created)
        values ('sal_1', 'one', 'shuffled', 600000, '{}', 1)
        """,
        """
        insert into orders (id, number, account, sale, market, language, total, currency, state,
                            placed, promise, quote, address)
        values ('ord_1', 'A', 'acc_1', 'sal_1', 'DE', 'de', 1500, 'EUR', 'paid', 10, '2015-06-01',
                '{}', '{}')
        """,
        """
        insert into payments (id, of_order, method, amount, currency, state, reference, capture,
                              created)
        values ('pay_1', 'ord_1', 'paypal', 1500, 'EUR', 'captured', 'R1', 'C1', 11),
               ('pay_2', 'ord_1', 'paypal', 1500, 'EUR', 'declined', 'R2', null, 11)
        """,
        """
        insert into refunds (id, payment, amount, currency, reason, state, reference, created)
        values ('ref_1', 'pay_1', 700, 'EUR', 'returned', 'made', 'B1', 12),
               ('ref_2', 'pay_1', 100, 'EUR', 'returned', 'refused', null, 13)
        """,
    ]
}
