// A passport goes with its unit: by a code that works once.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct HandOnTests {
    @Test(arguments: Engine.allCases)
    func `whoever has the code holds the passport and may claim; the giver can't any more`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let passport = try #require(try await town.passports(of: order).first)
            let bob = try await town.person("bob", in: "FR")
            let code = try await town.shop.offerWarranty(passport.id, by: ann).code
            await #expect(throws: Refusal.codeExpired) {
                try await town.take("0000-0000", by: bob)
            }
            // As somebody types it.
            let taken = try await town.take(
                " " + code.lowercased().replacing("-", with: " "), by: bob)
            #expect(taken.holder == bob.id && taken.id == passport.id)
            await #expect(throws: Refusal.codeExpired) { try await town.take(code, by: ann) }
            await #expect(throws: Refusal.notFound) { try await town.claim(passport, by: ann) }
            // Under the law of the market in which it was sold, to where its holder lives.
            let claim = try await town.accepted(passport, by: bob)
            try await town.shop.remedy(claim.id, by: .replacement, as: town.clerk)
            try await town.tick()
            let letters = town.postbox.all.filter { $0.messageID.contains("claim_") }
            #expect(!letters.isEmpty && letters.allSatisfy { $0.to == bob.mail })
            let address = try await town.shop.storage.read {
                try $0.decodedAddress(of: claim.id)
            }
            #expect(address.country.code == "FR")
        }
    }

    @Test(arguments: Engine.allCases)
    func `money for what was handed on goes to who paid it`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "GB")
            let passport = try #require(try await town.passports(of: order).last)
            let bob = try await town.person("bob", in: "GB")
            _ = try await town.take(
                try await town.shop.offerWarranty(passport.id, by: ann).code, by: bob)
            let claim = try await town.accepted(passport, by: bob)
            let paying = try await town.shop.remedy(claim.id, by: .refund, as: town.clerk)
            try await town.shop.checkReturn(
                paying.goods!, ReturnFinding(condition: .notSent, note: ""), by: town.clerk)
            try await town.tick()
            #expect(town.letter(.moneyReturned)?.to == ann.mail)
            #expect(try await town.passports(of: order).last?.ended != nil)
        }
    }

    @Test func `a code is void when it is old, replaced, or there is something to settle`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let passports = try await town.passports(of: order)
            let bob = try await town.person("bob", in: "DE")
            let first = try await town.shop.offerWarranty(passports[0].id, by: ann)
            let second = try await town.shop.offerWarranty(passports[0].id, by: ann)
            await #expect(throws: Refusal.codeExpired) {
                try await town.take(first.code, by: bob)
            }
            town.clock.wind(.days(14))
            await #expect(throws: Refusal.codeExpired) {
                try await town.take(second.code, by: bob)
            }
            let third = try await town.shop.offerWarranty(passports[0].id, by: ann)
            let claim = try await town.claim(passports[0], by: ann)
            await #expect(throws: Refusal.codeExpired) {
                try await town.take(third.code, by: bob)
            }
            await #expect(throws: Refusal.claimOpen(number: claim.number)) {
                try await town.shop.offerWarranty(passports[0].id, by: ann)
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.offerWarranty(passports[1].id, by: bob)
            }
        }
    }

    @Test func `codes can't be guessed by trying many`() async throws {
        try await Town.story(on: .sqlite) { town in
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.self) {
                for _ in 0..<70 {
                    do {
                        _ = try await town.take("AAAA-AAAA", by: bob)
                    } catch Refusal.codeExpired { continue }
                }
            }
        }
    }
}

extension Town {
    fileprivate func take(_ code: String, by person: Account) async throws -> Warranty {
        try await shop.takeWarranty(code, by: person, from: "192.0.2.7")
    }
}
