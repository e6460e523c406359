// What is guaranteed for each unit, from the day it arrived; and what becomes of a claim.
import Foundation
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WarrantyTests {
    @Test(
        arguments: Engine.allCases,
        [
            ("US", nil, "2016-05-30"), ("GB", "2021-05-30", "2016-05-30"),
            ("FR", "2017-05-30", "2016-05-30"), ("DE", "2017-05-30", "2016-05-30"),
        ])
    func `each unit gets a passport, with what the law gives before what the maker adds`(
        engine: Engine, told: (market: String, law: String?, maker: String)
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: told.market, on: "2015-05-30")
            let passports = try await town.passports(of: order)
            #expect(passports.map(\.unit) == [1, 2])
            #expect(Set(passports.map(\.number)).count == 2)
            for passport in passports {
                #expect(passport.holder == ann.id && passport.part == .mainHardware)
                let law = try await town.deadline(.legalGuarantee, of: passport.id.text)
                let maker = try await town.deadline(.makersWarranty, of: passport.id.text)
                #expect(law?.day.description == told.law)
                #expect(maker?.day.description == told.maker)
                #expect(maker?.anchor == .delivered && maker?.rule == "\(told.market): 12 months")
            }
        }
    }

    /// On the 29th of February, in a market where two years are the law.
    @Test(arguments: Engine.allCases)
    func `what arrives on a leap day is guaranteed to the end of a February`(
        engine: Engine
    ) async throws {
        let sketch = SaleSketch.bands(10) { $0.begins = Day(2016, 2, 8) }
        try await Town.story(on: engine, sketch) { town in
            let (_, order) = try await town.delivered(in: "FR", on: "2016-02-29")
            let passport = try #require(try await town.passports(of: order).first)
            let law = try #require(try await town.deadline(.legalGuarantee, of: passport.id.text))
            #expect(law.day == Day(2018, 2, 28))
            // Midnight in Paris.
            #expect(law.ends == Day(2018, 2, 28)!.midnight() + .hours(23))
            #expect(
                try await town.deadline(.makersWarranty, of: passport.id.text)?.day
                    == Day(2017, 2, 28))
        }
    }

    @Test(arguments: Engine.allCases, ["US", "GB", "FR", "DE"])
    func `a claim is answered, and another unit is sent for nothing`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: market)
            let passport = try #require(try await town.passports(of: order).first)
            let claim = try await town.claim(passport, by: ann, photos: [jpeg, png])
            #expect(claim.number.wholeMatch(of: /C-[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
            let due = try #require(try await town.deadline(.warrantyAnswer, of: claim.id.text))
            #expect(due.anchor == .claimed && due.state == .open && due.rule.hasPrefix(market))
            try await town.tick()
            let told = try #require(town.letter(.claimReceived))
            #expect(told.to == ann.mail && told.text.contains(claim.number))

            try await town.shop.acceptClaim(claim.id, by: town.clerk)
            #expect(try await town.deadline(.warrantyAnswer, of: claim.id.text)?.state == .met)
            // No carrier may bring a faulty battery.
            await #expect(throws: Refusal.input([Fault(.remedy, .notOffered)])) {
                try await town.shop.remedy(claim.id, by: .repair, as: town.clerk)
            }
            try await town.shop.remedy(claim.id, by: .replacement, as: town.clerk)
            let sent = try await town.shop.sendClaimed(
                claim.id, carrier: "EMS", trackingNumber: "EE1", by: town.clerk)
            #expect(sent.state == .done && sent.shipment?.trackingNumber == "EE1")
            try await town.tick()
            for kind in [LetterKind.claimAccepted, .claimRemedy, .claimDone] {
                #expect(town.letter(kind)?.to == ann.mail, "\(kind)")
            }
            #expect(town.letter(.claimDone)?.text.contains("EE1") == true)
            #expect(try await town.refunds(of: order).isEmpty)
            let journal = try await town.shop.storage.read {
                try $0.journal(about: passport.id.text).map(\.event)
            }
            // All in one instant, and so in no order.
            #expect(
                journal.sorted() == ["accept claim", "claim", "remedy claim", "send claimed"])
        }
    }

    @Test(arguments: Engine.allCases, ["US", "DE"])
    func `money goes back by the return's own way, and the passport ends`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: market)
            let passport = try #require(try await town.passports(of: order).last)
            // Long after the days to change one's mind.
            try await town.wind(.days(200))
            let claim = try await town.accepted(passport, by: ann)
            let paying = try await town.shop.remedy(claim.id, by: .refund, as: town.clerk)
            let goods = try #require(paying.goods)
            try await town.shop.checkReturn(
                goods, ReturnFinding(condition: .notSent, note: ""), by: town.clerk)
            try await town.tick()
            let refunds = try await town.refunds(of: order)
            let worth = ReturnWorth(
                of: [Return.Item("band", 1)], after: [:], quote: try await town.agreed(order),
                freight: .all)
            #expect(refunds.map(\.amount) == [worth.total] && refunds.map(\.state) == [.made])
            let ledger = try await town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(ledger.contains { $0.kind == .refunded && $0.amount == worth.total })
            #expect(try await town.now(claim).state == .done)
            #expect(try await town.passports(of: order).map { $0.ended != nil } == [false, true])
            #expect(
                try await town.deadline(.makersWarranty, of: passport.id.text)?.state == .over)
            await #expect(throws: Refusal.notCovered) {
                try await town.claim(passport, by: ann)
            }
            // The other unit can still be claimed for; all of its money can go back once.
            let other = try #require(try await town.passports(of: order).first)
            let second = try await town.accepted(other, by: ann)
            let rest = try await town.shop.remedy(second.id, by: .refund, as: town.clerk)
            try await town.shop.checkReturn(
                rest.goods!, ReturnFinding(condition: .notSent, note: ""), by: town.clerk)
            try await town.tick()
            let back = try await town.refunds(of: order).reduce(0) { $0 + $1.amount.minor }
            #expect(back == order.total.minor)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a claim that is declined says why, and another can be made`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "FR")
            let passport = try #require(try await town.passports(of: order).first)
            let claim = try await town.claim(passport, by: ann, key: "once")
            #expect(try await town.claim(passport, by: ann, key: "once") == claim)
            await #expect(throws: Refusal.claimOpen(number: claim.number)) {
                try await town.claim(passport, by: ann)
            }
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.acceptClaim(claim.id, by: ann)
            }
            await #expect(throws: Refusal.input([Fault(.reason, .missing)])) {
                try await town.shop.declineClaim(claim.id, because: "\n ", by: town.clerk)
            }
            try await town.shop.declineClaim(
                claim.id, because: "Plongé dans la mer.", by: town.clerk)
            try await town.tick()
            #expect(town.letter(.claimDeclined)?.text.contains("Plongé dans la mer.") == true)
            await #expect(throws: Refusal.orderStateForbids(state: "declined")) {
                try await town.shop.acceptClaim(claim.id, by: town.clerk)
            }
            _ = try await town.claim(passport, by: ann)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the last minute in the holder's zone counts, the next doesn't`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "DE", on: "2015-05-30")
            let passports = try await town.passports(of: order)
            let last = Day(2017, 5, 30)!
            // Midnight in Berlin, in summer.
            town.clock.wind(last.midnight() + .hours(22) - .minutes(1) - town.clock.now())
            _ = try await town.claim(passports[0], by: ann)
            town.clock.wind(.minutes(1))
            await #expect(throws: Refusal.warrantyOver(lastDay: last)) {
                try await town.claim(passports[1], by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an answer that doesn't come in time is missed, and stays so`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "GB")
            let passport = try #require(try await town.passports(of: order).first)
            let claim = try await town.claim(passport, by: ann)
            try await town.wind(.days(15))
            #expect(try await town.deadline(.warrantyAnswer, of: claim.id.text)?.state == .missed)
            try await town.shop.acceptClaim(claim.id, by: town.clerk)
            #expect(try await town.deadline(.warrantyAnswer, of: claim.id.text)?.state == .missed)
        }
    }

    @Test func `what goes back for its money can't be claimed for, and isn't guaranteed`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let passports = try await town.passports(of: order)
            _ = try await town.claim(passports[0], by: ann)
            _ = try await town.giveBack(1, of: order, by: ann)
            let goods = try await town.giveBack(1, of: order, by: ann)
            await #expect(throws: Refusal.nothingToReturn) {
                try await town.claim(passports[1], by: ann)
            }
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            #expect(try await town.passports(of: order).count { $0.ended != nil } == 1)
        }
    }

    @Test func `faults of the form come at once, and nobody claims for somebody else`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let passport = try #require(try await town.passports(of: order).first)
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) { try await town.claim(passport, by: bob) }
            var nowhere = ann.home()
            nowhere.city = ""
            let wrong = Refusal.input([
                Fault(.description, .missing), Fault(.wish, .notOffered), Fault(.city, .missing),
            ])
            await #expect(throws: wrong) {
                try await town.shop.claim(
                    passport.id,
                    ClaimSaid(description: " \n ", wish: .refund, address: nowhere), by: ann,
                    key: "k")
            }
            await #expect(throws: Refusal.input([Fault(.photos, .malformed)])) {
                try await town.claim(passport, by: ann, photos: [Array("<svg>".utf8)])
            }
            let claim = try await town.claim(passport, by: ann)
            for _ in 1...4 { try await town.shop.addPhoto(jpeg, to: claim.id, by: ann) }
            await #expect(throws: Refusal.input([Fault(.photos, .tooMany(most: 4))])) {
                try await town.shop.addPhoto(jpeg, to: claim.id, by: ann)
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.addPhoto(jpeg, to: claim.id, by: bob)
            }
        }
    }
}

let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]
let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

extension Town {
    func passports(of order: Order) async throws -> [Warranty] {
        try await shop.storage.read { try $0.warranties(of: order.id) }
    }

    @discardableResult
    func claim(
        _ passport: Warranty, by person: Account, wish: Claim.Remedy? = nil,
        photos: [[UInt8]] = [], key: String? = nil
    ) async throws -> Claim {
        try await shop.claim(
            passport.id,
            ClaimSaid(
                description: "It doesn’t charge.\r\nSince Monday.", wish: wish,
                address: person.home()), photos: photos, by: person, key: key ?? freshKey())
    }

    func accepted(
        _ passport: Warranty, by person: Account, wish: Claim.Remedy? = nil
    ) async throws -> Claim {
        let claim = try await claim(passport, by: person, wish: wish)
        return try await shop.acceptClaim(claim.id, by: clerk)
    }

    func now(_ claim: Claim) async throws -> Claim {
        try await shop.storage.read { try $0.claim(claim.id)! }
    }
}
