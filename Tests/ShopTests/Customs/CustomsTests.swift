// What customs makes of a parcel, by two cases that happened to goods such as these.
import Foundation
import Rules
import Shop
import Storage
import TestKit
import Testing

struct CustomsTests {
    /// The activity band of HQ H279898: entered 15 April 2015, liquidated 26 February 2016, claimed
    /// for another heading on 22 April 2016, re-liquidated in it on 13 May, protested on 28 June,
    /// and won back on 5 April 2017.
    @Test(arguments: Engine.allCases)
    func `the band that was re-classified, and won back after two years`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10) { $0.begins = Day(2015, 4, 7)! }) { town in
            let (_, order) = try await town.paid(in: "US")
            try await town.send(order, by: town.clerk)
            try await town.at("2015-04-15", .declare(.entry("entry 1", "2015-04-15")), of: order)
            let assessed = Self.charges(duty: 0)
            try await town.at(
                "2016-02-26", .release(assessed, fee: Money(0, .usd), on: Day(2016, 2, 26)!),
                of: order)
            let challenge = CustomsCase.Challenge(
                reference: "CF 29", ground: .classification, received: Day(2016, 4, 22)!,
                answerBy: Day(2016, 5, 12)!, claimed: Self.charges(duty: 51))
            try await town.at("2016-04-22", .challenge(challenge), of: order)
            let found = try await town.customs(order)
            #expect(!found.isHeld, "it was released long ago")
            let answer = try #require(
                try await town.deadline(.customsAnswer, of: found.id.text))
            #expect(answer.day == Day(2016, 5, 12) && answer.anchor == .challenged)
            try await town.at("2016-05-02", .answer(on: Day(2016, 5, 2)!), of: order)
            try await town.at(
                "2016-05-13",
                .decide(Self.charges(duty: 51), fee: Money(1700, .usd), on: Day(2016, 5, 13)!),
                of: order)
            #expect(try await town.borne(order) == 1751)
            let protest = try #require(
                try await town.deadline(.customsProtest, of: found.id.text))
            #expect(protest.day == Day(2016, 5, 13)! + 180)
            try await town.at("2016-06-28", .protest(on: Day(2016, 6, 28)!), of: order)
            #expect(try await town.deadline(.customsProtest, of: found.id.text)?.state == .met)
            try await town.at(
                "2017-04-05", .decide(assessed, fee: Money(0, .usd), on: Day(2017, 4, 5)!),
                of: order)
            // The duty came back; what the broker billed didn't.
            #expect(try await town.borne(order) == 1700)
            await #expect(throws: Refusal.customsStillOpen(until: Day(2017, 4, 5)! + 180)) {
                try await town.shop.recordCustoms(
                    .close, of: found.id, on: Day(2017, 4, 6)!, by: town.clerk)
            }
            try await town.wind(.days(181))
            #expect(try await town.customs(order).state == .final)
            #expect(try await town.now(order).total == order.total, "the buyer never pays more")
        }
    }

    /// The power banks of HQ H298118: entered in autumn 2015, liquidated in 8507.60 in July 2016,
    /// protested on 13 December, and not won.
    @Test(arguments: Engine.allCases)
    func `the power bank that was liquidated higher, and protested in vain`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10) { $0.begins = Day(2015, 8, 11)! }) { town in
            let (_, order) = try await town.paid(in: "US")
            try await town.send(order, by: town.clerk)
            try await town.at("2015-08-25", .declare(.entry("entry 2", "2015-08-25")), of: order)
            let higher = Self.charges(duty: 48)
            try await town.at(
                "2016-07-15", .release(higher, fee: Money(0, .usd), on: Day(2016, 7, 15)!),
                of: order)
            let id = try await town.customs(order).id.text
            #expect(try await town.deadline(.customsProtest, of: id)?.day == Day(2017, 1, 11))
            try await town.at("2016-12-13", .protest(on: Day(2016, 12, 13)!), of: order)
            try await town.at(
                "2017-06-01", .decide(higher, fee: Money(0, .usd), on: Day(2017, 6, 1)!), of: order)
            #expect(try await town.borne(order) == 48)
            try await town.wind(.days(200))
            #expect(try await town.customs(order).state == .final)

            let kept = try await town.customs(order)
            let quote = try await town.agreed(order)
            let report = CustomsReport([(kept, quote)])
            #expect(report.lines.map(\.difference.minor) == [48])
            let pack = try await town.shop.evidencePack(of: kept.id, by: town.clerk)
            try await withTemporaryDirectory { directory in
                let path = "\(directory)/pack.zip"
                try Data(pack).write(to: URL(fileURLWithPath: path))
                let check = Process()
                check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                check.arguments = ["python3", "-m", "zipfile", "-t", path]
                check.standardOutput = FileHandle.nullDevice
                try check.run()
                check.waitUntilExit()
                #expect(check.terminationStatus == 0)
            }
        }
    }

    @Test func `a parcel that is held says so, and what is missed is told to the operator`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.paid(in: "DE")
            let none = try await town.shop.storage.read { try $0.customsCases(of: order.id) }
            #expect(none.isEmpty, "nothing has left")
            try await town.send(order, by: town.clerk)
            let opened = try await town.customs(order)
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.recordCustoms(.close, of: opened.id, on: order.promise, by: ann)
            }
            try await town.at("2015-05-20", .declare(.entry("MRN 1", "2015-05-20")), of: order)
            let eur = CustomsCase.Charges(
                duty: Money(0, .eur), tax: Money(9000, .eur), fees: Money(0, .eur))
            try await town.at(
                "2015-05-22",
                .challenge(
                    CustomsCase.Challenge(
                        reference: "A", ground: .value, received: Day(2015, 5, 22)!,
                        answerBy: Day(2015, 6, 5)!, claimed: eur)), of: order)
            let held = try await town.customs(order)
            #expect(held.isHeld)
            try await town.wind(.days(20))
            #expect(try await town.deadline(.customsAnswer, of: held.id.text)?.state == .missed)
            await #expect(throws: Refusal.orderStateForbids(state: "challenged")) {
                try await town.shop.recordCustoms(
                    .protest(on: Day(2015, 6, 9)!), of: held.id, on: Day(2015, 6, 9)!,
                    by: town.clerk)
            }
        }
    }

    private static func charges(duty: Int64) -> CustomsCase.Charges {
        CustomsCase.Charges(
            duty: Money(duty, .usd), tax: Money(0, .usd), fees: Money(0, .usd))
    }
}

extension CustomsCase.Declaration {
    fileprivate static func entry(_ reference: String, _ day: String) -> Self {
        Self(reference: reference, form: .type11, day: Day(day)!, declarant: "broker")
    }
}

extension Town {
    /// Something happens at customs, at noon of that day.
    fileprivate func at(
        _ day: String, _ event: CustomsCase.Event, of order: Order
    ) async throws {
        let day = Day(day)!
        try await wind(day.midnight() + .hours(12) - clock.now())
        try await shop.recordCustoms(event, of: customs(order).id, on: day, by: clerk)
    }

    fileprivate func customs(_ order: Order) async throws -> CustomsCase {
        try await shop.storage.read { try $0.customsCases(of: order.id)[0].decoded() }
    }

    /// What the store bore itself, in minor units.
    fileprivate func borne(_ order: Order) async throws -> Int64 {
        let entries = try await shop.storage.read { try $0.ledger(of: order.id) }
        return Balance(entries, in: order.total.currency).borne
    }
}
