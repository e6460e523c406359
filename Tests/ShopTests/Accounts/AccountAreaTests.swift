// One's own account: addresses for the next order, devices, another password, another mail address.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct AccountAreaTests {
    @Test(arguments: Engine.allCases)
    func `an address is kept once, changed and removed, by its owner alone`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            let bob = try await town.person("bob", in: "DE")
            let saved = try await town.shop.keep(ann.home(), by: ann)
            #expect(try await town.shop.keep(ann.home(), by: ann).id == saved.id)
            try await town.shop.keep(ann.home("2 Other Street"), as: saved.id, by: ann)
            #expect(try await town.saved(ann).map(\.address.line1) == ["2 Other Street"])
            await #expect(throws: Refusal.notFound) {
                try await town.shop.keep(bob.home(), as: saved.id, by: bob)
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.remove(saved.id, by: bob)
            }
            for number in 2...SavedAddress.most {
                try await town.shop.keep(ann.home("\(number) Long Street"), by: ann)
            }
            let tooMany = Refusal.input([Fault(.lines, .tooMany(most: SavedAddress.most))])
            await #expect(throws: tooMany) {
                try await town.shop.keep(ann.home("99 Long Street"), by: ann)
            }
            await #expect(throws: Refusal.addressOutsideMarket) {
                try await town.shop.keep(town.clerk.home(), by: ann)
            }
            try await town.shop.remove(saved.id, by: ann)
            #expect(try await town.saved(ann).count == SavedAddress.most - 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `devices are listed, and logged out one by one or all others at once`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            let here = try await test.confirmed()
            let phone = try await test.shop.logIn(
                mail: TestShop.mail, password: TestShop.password, from: "192.0.2.2",
                on: Device(userAgent: "Mozilla/5.0 (Android 15) Firefox/140.0"))
            let desk = try await test.logIn()
            let devices = try await test.shop.devices(of: here.account, here: here.token)
            #expect(devices.count == 3 && devices.count { $0.isHere } == 1)
            let found = try #require(
                devices.first { $0.known.session.device.name == "Firefox, Android" })
            // Read once before, so that what is remembered must be forgotten.
            #expect(try await test.shop.session(token: phone.token) != nil)
            try await test.shop.endSession(named: found.known.name, of: here.account)
            #expect(try await test.shop.session(token: phone.token) == nil)
            #expect(try await test.shop.session(token: desk.token) != nil)
            try await test.shop.endOtherSessions(of: here.account, besides: here.token)
            #expect(try await test.shop.session(token: desk.token) == nil)
            #expect(try await test.shop.session(token: here.token) != nil)
            await #expect(throws: Refusal.notFound) {
                try await test.shop.endSession(named: found.known.name, of: here.account)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who knows the password changes it; other devices and the mailbox notice`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            let here = try await test.confirmed()
            let other = try await test.logIn()
            await #expect(throws: Refusal.input([Fault(.password, .wrong)])) {
                try await test.change(here, from: "not the old one", to: "four quite small words")
            }
            await #expect(throws: Refusal.input([Fault(.newPassword, .tooShort(least: 10))])) {
                try await test.change(here, from: TestShop.password, to: "short")
            }
            try await test.change(here, from: TestShop.password, to: "four quite small words")
            #expect(try await test.shop.session(token: other.token) == nil)
            #expect(try await test.shop.session(token: here.token) != nil)
            await #expect(throws: Refusal.wrongMailOrPassword) { try await test.logIn() }
            _ = try await test.logIn(password: "four quite small words")
            try await test.shop.runJobs()
            #expect(test.postbox.all.last?.messageID.hasPrefix("<password_changed.") == true)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a new mail address is proved there, and told to the old one`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { test in
            let here = try await test.confirmed()
            try await test.shop.requestMailChange(
                of: here.account, to: " New@Example.com ", password: TestShop.password)
            let link = try await test.lastLink("mail")
            #expect(test.postbox.all.last?.to == "new@example.com")
            // Until the link is followed nothing has changed.
            _ = try await test.logIn()
            let known = try await test.shop.changeMail(link)
            #expect(known.account.mail == "new@example.com")
            #expect(try await test.shop.session(token: here.token) == nil)
            #expect(try await test.shop.session(token: known.token)?.mail == "new@example.com")
            try await test.shop.runJobs()
            let told = try #require(test.postbox.all.last)
            #expect(told.to == TestShop.mail && told.messageID.hasPrefix("<mail_changed."))
            await #expect(throws: Refusal.linkExpired) { try await test.shop.changeMail(link) }
            await #expect(throws: Refusal.wrongMailOrPassword) { try await test.logIn() }
            _ = try await test.logIn(mail: "new@example.com")
        }
    }

    @Test func `an address that somebody has is told to them alone, and stays theirs`()
        async throws
    {
        try await withShop(on: .sqlite) { test in
            let here = try await test.confirmed()
            let bob = try await test.shop.settle("bob", in: "FR")
            try await test.shop.requestMailChange(
                of: here.account, to: bob.mail, password: TestShop.password)
            try await test.shop.runJobs()
            #expect(test.postbox.all.last?.messageID.hasPrefix("<account_exists.") == true)
            // Or took while the letter was on its way.
            try await test.shop.requestMailChange(
                of: here.account, to: "carla@example.com", password: TestShop.password)
            let link = try await test.lastLink("mail")
            _ = try await test.shop.settle("carla", in: "FR")
            await #expect(throws: Refusal.linkExpired) { try await test.shop.changeMail(link) }
            await #expect(throws: Refusal.input([Fault(.password, .wrong)])) {
                try await test.shop.requestMailChange(
                    of: here.account, to: "dora@example.com", password: "a wild guess")
            }
        }
    }
}

extension TestShop {
    fileprivate func change(_ known: LoggedIn, from old: String, to new: String) async throws {
        try await shop.changePassword(
            of: known.account, from: old, to: new, keeping: known.token)
    }
}

extension Town {
    fileprivate func saved(_ account: Account) async throws -> [SavedAddress] {
        try await shop.storage.read { try $0.savedAddresses(of: account.id) }
    }
}
