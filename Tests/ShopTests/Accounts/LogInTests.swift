// Logging in and out, wrong passwords, and how long a session lasts, on both engines.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct LogInTests {
    @Test(arguments: Engine.allCases)
    func `an unknown address and a wrong password get the same answer`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            _ = try await test.confirmed()
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(password: "not her words at all")
            }
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(mail: "eve@example.com")
            }
            await #expect(throws: Refusal.wrongMailOrPassword) { try await test.logIn(mail: "?") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `after ten wrong passwords the right one has to wait, too`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            _ = try await test.confirmed()
            for number in 1...10 {
                await #expect(throws: Refusal.wrongMailOrPassword) {
                    try await test.logIn(password: "guess number \(number)", from: "\(number)")
                }
                test.clock.wind(.minutes(1))
            }
            await #expect(throws: Refusal.tooManyAttempts(retryAfter: .minutes(5))) {
                try await test.logIn()
            }
            test.clock.wind(.minutes(5))
            _ = try await test.logIn()
            // The right one wipes the slate.
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(password: "another guess")
            }
        }
    }

    /// From memory, without a word to the database; but what another machine forgot is forgotten
    /// here, too, a few seconds later.
    @Test(arguments: Engine.allCases)
    func `who goes on trying is turned away until the attempts are forgotten`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            _ = try await test.confirmed()
            for _ in 1...10 {
                await #expect(throws: Refusal.wrongMailOrPassword) {
                    try await test.logIn(password: "a guess")
                }
            }
            await #expect(throws: Refusal.tooManyAttempts(retryAfter: .minutes(15))) {
                try await test.logIn()
            }
            let later = test.clock.now() + .hours(1)
            try await test.shop.storage.write { try $0.forgetAttempts(before: later) }
            test.clock.wind(.seconds(4))
            await #expect(
                throws: Refusal.tooManyAttempts(retryAfter: .minutes(15) - .seconds(4))
            ) { try await test.logIn() }
            test.clock.wind(.seconds(1))
            _ = try await test.logIn()
        }
    }

    @Test(arguments: Engine.allCases)
    func `who couldn't be served hasn't tried`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            _ = try await test.confirmed()
            let rushed = Shop(
                storage: test.shop.storage, rulebook: test.shop.rulebook, payments: [:],
                mailer: test.postbox, clock: test.clock,
                passwords: PasswordHasher(cost: .least, waiting: 0))
            for _ in 1...20 {
                await #expect(throws: Refusal.busy(retryAfter: .seconds(5))) {
                    try await rushed.logIn(
                        mail: TestShop.mail, password: "a guess", from: "203.0.113.1")
                }
            }
            _ = try await test.logIn()
        }
    }

    @Test(arguments: Engine.allCases)
    func `one address can't try many accounts`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            for number in 1...100 {
                await #expect(throws: Refusal.wrongMailOrPassword) {
                    try await test.logIn(mail: "person\(number)@example.com")
                }
            }
            await #expect(throws: Refusal.tooManyAttempts(retryAfter: .minutes(15))) {
                try await test.logIn(mail: "person101@example.com")
            }
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await test.logIn(mail: "person101@example.com", from: "198.51.100.1")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a session ends unused after two weeks, used after ninety days`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            let left = try await test.confirmed()
            let used = try await test.logIn()
            for _ in 1...8 {
                test.clock.wind(.days(11))
                #expect(try await test.shop.session(token: used.token) != nil)
            }
            #expect(try await test.shop.session(token: left.token) == nil)
            test.clock.wind(.days(2))
            #expect(try await test.shop.session(token: used.token) == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `logging out ends this session and no other`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            let phone = try await test.confirmed()
            let desk = try await test.logIn()
            #expect(phone.token != desk.token && desk.token.count == 64)
            try await test.shop.logOut(token: phone.token)
            try await test.shop.logOut(token: phone.token)
            #expect(try await test.shop.session(token: phone.token) == nil)
            #expect(try await test.shop.session(token: desk.token) == desk.account)
            #expect(try await test.shop.session(token: "") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reset sets the password, ends every session, and confirms`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            try await test.signUp()
            let before = try await test.logIn()
            try await test.shop.runJobs()
            try await test.shop.requestPasswordReset(mail: TestShop.mail, from: "192.0.2.1")
            let link = try await test.lastLink("reset")
            await #expect(throws: Refusal.input([Fault(.password, .tooShort(least: 10))])) {
                try await test.shop.resetPassword(link, password: "short")
            }
            try await test.shop.resetPassword(link, password: "four entirely new words")
            #expect(try await test.shop.session(token: before.token) == nil)
            await #expect(throws: Refusal.wrongMailOrPassword) { try await test.logIn() }
            let after = try await test.logIn(password: "four entirely new words")
            #expect(after.account.isConfirmed)
            await #expect(throws: Refusal.linkExpired) {
                try await test.shop.resetPassword(link, password: "words of a thief")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reset for nobody writes no letter, and says nothing`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            try await test.shop.requestPasswordReset(mail: "eve@example.com", from: "192.0.2.1")
            #expect(try await test.shop.runJobs() == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator is made once, and can log in at once`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            let make = {
                try await test.shop.createOperator(
                    mail: TestShop.mail, name: "Ada", password: TestShop.password,
                    market: Country("GB")!)
            }
            let made = try await make()
            #expect(made.isOperator && made.isConfirmed)
            #expect(try await test.logIn().account == made)
            await #expect(throws: Refusal.input([Fault(.mail, .taken)])) { try await make() }
        }
    }

    @Test(arguments: Engine.allCases)
    func `any market and any language can be chosen`(engine: Engine) async throws {
        try await withShop(on: engine) { test in
            let session = try await test.confirmed()
            let germany = Country("DE")!
            await #expect(throws: Refusal.marketUnknown) {
                try await test.shop.choose(
                    market: Country("JP")!, language: .french, by: session.account)
            }
            let chosen = try await test.shop.choose(
                market: germany, language: .french, by: session.account)
            #expect(chosen.market == germany && chosen.language == .french)
            #expect(try await test.shop.session(token: session.token) == chosen)
        }
    }
}
