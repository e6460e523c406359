// Signing up and confirming, on both engines.
import Partners
import Rules
import Shop
import TestKit
import Testing

struct SignUpTests {
    @Test(arguments: Engine.allCases)
    func `who signs up and follows the link is confirmed and logged in`(engine: Engine) async throws
    {
        try await withShop(on: engine) { test in
            try await test.signUp(mail: " Ada@Example.com ")
            #expect(try await !test.logIn().account.isConfirmed)
            let session = try await test.shop.confirmAddress(try await test.lastLink("confirm"))
            #expect(session.account.mail == "ada@example.com")
            #expect(session.account.confirmedAt == test.clock.now())
            #expect(try await test.shop.session(token: session.token) == session.account)
            #expect(test.postbox.all.map(\.to) == ["ada@example.com"])
            #expect(test.postbox.all.first?.subject == "Confirmez votre adresse")
        }
    }

    @Test(arguments: Engine.allCases)
    func `signing up with a known address changes nothing but says so by mail`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            let account = try await test.confirmed().account
            try await test.signUp(name: "Eve", password: "somebody else's words", market: "DE")
            try await test.shop.runJobs()
            #expect(test.postbox.all.last?.subject == "Vous avez déjà un compte")
            #expect(try await test.logIn().account == account)
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(password: "somebody else's words")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who signed up first with somebody else's address gets nothing by it`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            try await test.signUp(name: "Eve", password: "the words of eve")
            let eve = try await test.logIn(password: "the words of eve")
            try await test.shop.runJobs()
            try await test.signUp()
            let ada = try await test.shop.confirmAddress(try await test.lastLink("confirm"))
            #expect(try await test.shop.session(token: eve.token) == nil)
            #expect(try await test.shop.session(token: ada.token) != nil)
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(password: "the words of eve")
            }
            #expect(try await test.logIn().account.isConfirmed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a link works once, for two days, and only as it was written`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            try await test.signUp()
            let link = try await test.lastLink("confirm")
            let forged = String(link.dropLast()) + (link.hasSuffix("0") ? "1" : "0")
            for wrong in [forged, "", ".", link + "0", String(link.prefix(30)), link + ".x"] {
                await #expect(throws: Refusal.linkExpired) {
                    try await test.shop.confirmAddress(wrong)
                }
            }
            await #expect(throws: Refusal.linkExpired) {
                try await test.shop.resetPassword(link, password: "another three words")
            }
            test.clock.wind(.days(2))
            await #expect(throws: Refusal.linkExpired) { try await test.shop.confirmAddress(link) }
            try await test.signUp()
            let fresh = try await test.lastLink("confirm")
            _ = try await test.shop.confirmAddress(fresh)
            await #expect(throws: Refusal.linkExpired) { try await test.shop.confirmAddress(fresh) }
        }
    }

    @Test func `every fault of the form is told at once`() async throws {
        try await withShop(on: .sqlite) { test in
            let faults = [
                Fault(.name, .missing), Fault(.mail, .malformed),
                Fault(.password, .tooShort(least: 10)),
            ]
            await #expect(throws: Refusal.input(faults)) {
                try await test.signUp(mail: "ada", name: " ", password: "short")
            }
            await #expect(throws: Refusal.marketUnknown) { try await test.signUp(market: "AQ") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody is buried in letters`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            for number in 1...8 {
                try await test.signUp(from: "192.0.2.\(number)")
                try await test.shop.requestPasswordReset(
                    mail: TestShop.mail, from: "192.0.2.\(number)")
            }
            for _ in 1...5 { try await test.shop.runJobs() }
            #expect(test.postbox.all.count == 5)
            test.clock.wind(.hours(1))
            try await test.signUp()
            try await test.shop.runJobs()
            #expect(test.postbox.all.count == 6)
        }
    }
}
