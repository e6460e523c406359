// Tables from the warehouse and from the broker: tried first, then taken as a whole, and twice is
// once.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ImportTests {
    @Test(arguments: Engine.allCases)
    func `a dry run says what would leave, then it leaves, and twice is once`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let orders = try await town.paidOrders(2)
            let table = """
                order,carrier,tracking_number,day
                \(orders[0].number),DHL,T1,2015-05-18
                \(orders[1].number.lowercased()),"China Post, Shenzhen",T2,
                """
            let tried = try await town.take(.dispatches, table, isDryRun: true)
            #expect(tried.faults.isEmpty && !tried.isDone && tried.known == 0)
            #expect(
                tried.changes == [
                    "\(orders[0].number): DHL T1, 1 × band",
                    "\(orders[1].number): China Post, Shenzhen T2, 1 × band",
                ])
            for order in orders { #expect(try await town.now(order).state == .paid) }
            #expect(try await town.shop.storage.read { try $0.parcels(of: orders[0].id) }.isEmpty)

            let done = try await town.take(.dispatches, table)
            #expect(done.isDone && done.changes == tried.changes)
            let sent = try await town.now(orders[0])
            #expect(sent.state == .dispatched && sent.dispatched == Day(2015, 5, 18))
            let again = try await town.take(.dispatches, table)
            #expect(again.isDone && again.changes.isEmpty && again.known == 2)
            try await town.tick()
            let letters = town.postbox.all.filter { $0.messageID.hasPrefix("<order_dispatched") }
            #expect(letters.count == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `one bad line and nothing is taken; each fault names its line and column`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let orders = try await town.paidOrders(2)
            let outcome = try await town.take(
                .dispatches,
                """
                order,carrier,tracking_number,day,items
                \(orders[0].number),DHL,T1,,
                NOSUCH,DHL,T2,,
                \(orders[1].number),,T3,,
                \(orders[1].number),DHL,T4,yesterday,
                \(orders[1].number),DHL,T5,2016-01-01,
                \(orders[1].number),DHL,T6,,band
                \(orders[1].number),DHL,T7,,band:2
                \(orders[1].number),DHL,T1,,
                \(orders[0].number),DHL,T8,,
                """)
            #expect(!outcome.isDone)
            let most = Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: 1))])
            #expect(
                outcome.faults == [
                    ImportFault(line: 3, column: "order", .unknown),
                    ImportFault(line: 4, column: "carrier", .missing),
                    ImportFault(line: 5, column: "day", .malformed),
                    ImportFault(line: 6, column: "day", .malformed),
                    ImportFault(line: 7, column: "items", .malformed),
                    ImportFault(line: 8, column: nil, .refused(most)),
                    ImportFault(line: 9, column: "tracking_number", .ambiguous),
                    ImportFault(
                        line: 10, column: nil, .refused(.orderStateForbids(state: "dispatched"))),
                ])
            for order in orders { #expect(try await town.now(order).state == .paid) }
        }
    }

    @Test(arguments: [
        ("order,carrier\nA,B", ImportFault(line: 1, column: "tracking_number", .noColumn)),
        ("order,carrier,tracking_number\n\"A", ImportFault(line: 2, column: nil, .quotation)),
        ("", ImportFault(line: 1, column: "order", .noColumn)),
        (
            "order,carrier,tracking_number\n" + String(repeating: "A,B,C\n", count: 2001),
            ImportFault(line: 2002, column: nil, .tooManyRows(most: 2000))
        ),
        (
            "order,carrier,tracking_number\n" + String(repeating: "x", count: 1_100_000),
            ImportFault(line: 1, column: nil, .tooManyRows(most: 2000))
        ),
    ])
    func `what is no such table is refused before anything is read`(
        text: String, fault: ImportFault
    ) async throws {
        try await Town.story(on: .sqlite) { town in
            let outcome = try await town.take(.dispatches, text)
            #expect(outcome.faults == [fault] && !outcome.isDone)
            let ann = try await town.person("ann", in: "US")
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.importTable(.dispatches, text, isDryRun: true, by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the broker's list moves each parcel's case, and books the difference once`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let orders = try await town.paidOrders(2)
            for (index, order) in orders.enumerated() {
                try await town.sendParcel("T\(index + 1)", of: order)
            }
            try await town.wind(.days(5))
            let table = """
                tracking_number,event,day,reference,form,declarant,duty,tax,carrier_fee,note
                T1,declare,2015-05-20,MRN 1,CN22,broker,,,,
                T1,release,2015-05-21,,,,0.00,5.21,16.00,as billed
                T2,declare,2015-05-20,MRN 2,CN22,broker,,,,
                """
            let tried = try await town.take(.customs, table, isDryRun: true)
            #expect(tried.faults.isEmpty && tried.changes.count == 3)
            #expect(try await town.take(.customs, table).isDone)
            let again = try await town.take(.customs, table)
            #expect(again.known == 3 && again.changes.isEmpty)
            let states = try await town.shop.storage.read { reader in
                try orders.map { try reader.customsCases(of: $0.id)[0].decoded().state }
            }
            #expect(states == [.released, .declared])
            let entries = try await town.shop.storage.read { try $0.ledger(of: orders[0].id) }
            #expect(entries.filter { $0.subject.hasSuffix(" fee") }.map(\.amount.minor) == [1600])

            let faulty = try await town.take(
                .customs,
                """
                tracking_number,event,day,form,tax
                T9,release,2015-05-21,,
                T2,release,soon,,
                T2,explode,2015-05-21,,
                T2,release,2015-05-21,,1.234
                T1,declare,2015-05-22,,
                T1,answer,2015-05-22,,
                """)
            #expect(faulty.faults.map(\.line) == [2, 3, 4, 5, 6, 7])
            #expect(
                faulty.faults.map(\.column) == [
                    "tracking_number", "day", "event", "tax", "form", "event",
                ])
        }
    }
}

extension Town {
    /// Of one band each, by people in Germany.
    fileprivate func paidOrders(_ count: Int) async throws -> [Order] {
        let people = try await people(count, in: "DE")
        try await enter(people)
        try await open()
        var orders: [Order] = []
        for person in people { orders.append(try await buy(1, for: person)) }
        return orders
    }

    fileprivate func take(
        _ kind: ImportKind, _ text: String, isDryRun: Bool = false
    ) async throws -> ImportOutcome {
        try await shop.importTable(kind, text, isDryRun: isDryRun, by: clerk)
    }
}
