// The one parcel that an order had in its row is a row of its own afterwards, with its customs
// case.

import Rules
import Storage
import TestKit
import Testing

struct ParcelMigrationTests {
    @Test(arguments: Engine.allCases)
    func `parcels, their contents and their cases of an older schema are kept`(
        engine: Engine
    ) async throws {
        try await withLocation(on: engine) { location in
            let before = Migration.all.filter { $0.number <= 9 }
            let old = try Storage.open(
                location, schema: .asFound, migrations: before, logger: quiet)
            try old.migrate()
            for statement in Self.rows {
                try await old.write { try $0.run(SQL(stringLiteral: statement)) }
            }
            old.close()

            let new = try Storage.open(location, schema: .asFound, logger: quiet)
            try new.migrate()
            let order = ID<Order>("ord_01JWG3Q4T0V1KZ00000000000A")!
            let parcel = ID<Rules.Parcel>("pcl_01JWG3Q4T0V1KZ00000000000A")!
            let kept = try await new.read { try $0.parcels(of: order)[0] }
            #expect(kept.id == parcel && kept.number == 1)
            #expect(kept.state == .onTheWay)
            #expect(kept.shipment.trackingNumber == "RX1")
            #expect(kept.items == [ParcelPlan.Item(product: "band", quantity: 2)])
            let found = try await new.read { try $0.customsCase(of: parcel)! }
            #expect(found.order == order && found.body == "{}")
            let lines = try await new.read { try $0.customsLines(of: found.id).map(\.event) }
            #expect(lines == ["declare"])
            let jobs = try await new.read { try $0.all("select subject from jobs").count }
            #expect(jobs == 1)
            new.close()
        }
    }

    private static let rows = [
        """
        insert into accounts (id, mail, name, password, language, market, created)
        values ('acc_1', 'a@example.com', 'Ann', '-', 'de', 'DE', 1)
        """,
        """
        insert into sales (id, code, order_policy, hold, texts, created)
        values ('sal_1', 'one', 'shuffled', 600000, '{}', 1)
        """,
        "insert into products (code, texts) values ('band', '{}')",
        """
        insert into rounds (id, sale, number, room_opens, opens, closes, door_burst,
                            door_per_minute, seed, commitment)
        values ('rnd_1', 'sal_1', 1, 1, 2, 3, 1, 1, 's', 'c')
        """,
        """
        insert into allotments (id, round, product, units, chain)
        values ('alt_1', 'rnd_1', 'band', 10, 'c')
        """,
        "insert into tickets (id, round, account, entered) values ('tkt_1', 'rnd_1', 'acc_1', 1)",
        """
        insert into reservations (id, allotment, sale, product, buyer, ticket, asked, quantity,
                                  numbers, state, expires, made, key)
        values ('rsv_1', 'alt_1', 'sal_1', 'band', 'acc_1', 'tkt_1', 2, 2, '1,2', 'sold', 9, 1,
                'k')
        """,
        """
        insert into orders (id, number, account, sale, market, language, total, currency, state,
                            placed, promise, quote, address, carrier, tracking_number, dispatched)
        values ('ord_01JWG3Q4T0V1KZ00000000000A', 'A', 'acc_1', 'sal_1', 'DE', 'de', 1500, 'EUR',
                'dispatched', 10, '2015-06-01', '{}', '{}', 'Post', 'RX1', '2015-05-20')
        """,
        """
        insert into order_lines (of_order, reservation, product, quantity, price, currency)
        values ('ord_01JWG3Q4T0V1KZ00000000000A', 'rsv_1', 'band', 2, 750, 'EUR')
        """,
        """
        insert into customs_cases (id, of_order, market, state, body)
        values ('cus_01JWG3Q4T0V1KZ00000000000B', 'ord_01JWG3Q4T0V1KZ00000000000A', 'DE',
                'declared', '{}')
        """,
        """
        insert into customs_lines (id, of_case, event, day, recorded, detail)
        values ('cln_01JWG3Q4T0V1KZ00000000000C', 'cus_01JWG3Q4T0V1KZ00000000000B', 'declare',
                '2015-05-21', 11, '')
        """,
        """
        insert into jobs (kind, subject, due, owed)
        values ('track', 'ord_01JWG3Q4T0V1KZ00000000000A', 1, 1)
        """,
    ]
}
