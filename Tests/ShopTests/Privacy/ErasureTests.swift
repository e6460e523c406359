// Somebody takes everything with them, and has themselves forgotten: not a word of who they were is
// left in any table, and the books and the public record still prove what happened.
import Foundation
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ErasureTests {
    @Test(arguments: Engine.allCases)
    func `everything of a buyer is handed over, table by table`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ada, order) = try await town.wholeLife()
            let told = try await town.export(of: ada)
            let tables = try #require(told["tables"] as? [String: [[String: Any]]])
            // What this story has none of.
            let none: Set<String> = [
                "disputes", "standbys", "moves", "order_states", "called_off", "tracking_events",
            ]
            for table in PersonalTable.allCases where !none.contains(table.rawValue) {
                #expect(tables[table.rawValue]?.isEmpty == false, "\(table) is missing")
            }
            #expect(tables["accounts"]?.first?["mail"] as? String == ada.mail)
            #expect(tables["orders"]?.first?["number"] as? String == order.number)
            let address = tables["orders"]?.first?["address"] as? [String: Any]
            #expect(address?["line1"] as? String == "Lindenstraße 5")
            #expect(tables["tickets"]?.count == 1)
            // Nothing of anybody else, and nothing to imitate her with.
            let text = String(decoding: try await town.shop.exportAccount(ada), as: UTF8.self)
            for secret in ["bob", "argon2", "token_hash", "code_hash", "\"password\""] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `after the erasure no table knows who it was, and everything still adds up`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ada, order) = try await town.wholeLife()
            let before = try await town.transcript().text
            let plan = try await town.shop.erasurePlan(of: ada)
            #expect(plan.open == nil && plan.guaranteed == 1)
            #expect(plan.kept.map(\.number) == [order.number])
            #expect(plan.kept.first?.until == Day(order.placed).adding(months: 120))
            #expect(try await town.traces(of: ada).isEmpty == false)

            await #expect(throws: Refusal.input([Fault(.password, .wrong)])) {
                try await town.shop.erase(ada, password: "not hers at all")
            }
            try await town.shop.erase(ada, password: adasPassword)
            #expect(try await town.traces(of: ada) == [])
            #expect(try await town.transcript().text == before)
            await #expect(throws: Refusal.wrongMailOrPassword) {
                try await town.shop.logIn(
                    mail: ada.mail, password: adasPassword, from: "192.0.2.1")
            }
            let kept = try await town.shop.storage.read { reader in
                (
                    order: try reader.order(order.id), account: try reader.account(ada.id),
                    agreement: try reader.agreement(of: order.id)
                )
            }
            #expect(kept.order?.total == order.total && kept.account?.erased != nil)
            #expect(try kept.agreement.decodedAddress().country.code == "DE")
            #expect(try kept.agreement.decodedQuote().total == order.total)
            // Nothing is written to nobody, and the address is free for a new account.
            let letters = town.postbox.all.count
            try await town.shop.runNow(.letter(.orderDelivered, about: order.id.text))
            #expect(town.postbox.all.count == letters)
            try await town.shop.signUp(
                mail: ada.mail, name: "Ada", password: adasPassword, language: .german,
                market: Country("DE")!, from: "192.0.2.1")
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody is erased while something is open between them and the store`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ada = try await town.settleAda()
            try await town.enterAndOpen(ada)
            try await town.reserve(2, for: ada)
            await #expect(throws: Refusal.orderStateForbids(state: "live")) {
                try await town.shop.erase(ada, password: adasPassword)
            }
            let order = try await town.pay(try await town.order(by: ada), by: ada)
            let open = Refusal.stillOpen(number: order.number)
            await #expect(throws: open) {
                try await town.shop.erase(ada, password: adasPassword)
            }
            try await town.send(order, by: town.clerk)
            await #expect(throws: open) {
                try await town.shop.erase(ada, password: adasPassword)
            }
            try await town.wind(.days(10))
            try await town.shop.recordDelivery(
                of: order.id, on: Day(town.clock.now()), by: town.clerk)
            let goods = try await town.giveBack(1, of: order, by: ada)
            await #expect(throws: Refusal.stillOpen(number: goods.number)) {
                try await town.shop.erase(ada, password: adasPassword)
            }
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            try await town.tick()
            let passport = try #require(
                try await town.passports(of: order).first { $0.ended == nil })
            let claim = try await town.claim(passport, by: ada)
            await #expect(throws: Refusal.stillOpen(number: claim.number)) {
                try await town.shop.erase(ada, password: adasPassword)
            }
            try await town.shop.declineClaim(claim.id, because: "Worn.", by: town.clerk)
            try await town.shop.erase(ada, password: adasPassword)
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.erase(town.clerk, password: adasPassword)
            }
        }
    }
}

let adasPassword = "three small words"

extension Town {
    /// Somebody who can log in.
    func settleAda() async throws -> Account {
        try await shop.createBuyer(
            mail: "ada.lovelace@example.com", name: "Ada Lovelace", password: adasPassword,
            language: .german, market: Country("DE")!)
    }

    func export(of account: Account) async throws -> [String: Any] {
        let bytes = try await shop.exportAccount(account)
        return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// A buyer who has done nearly everything that can be done, and whose affairs are all settled.
    func wholeLife() async throws -> (Account, Order) {
        let ada = try await settleAda()
        let bob = try await person("bob", in: "DE")
        let home = Address(
            name: "Ada Lovelace", line1: "Lindenstraße 5", city: "Berlin", postcode: "10969",
            country: Country("DE")!, phone: "+49 30 5550123")
        try await enter(ada, bob)
        try await open()
        try await reserve(2, for: ada)
        let order = try await pay(try await self.order(by: ada, to: home), by: ada)
        try await send(order, by: clerk)
        try await wind(.days(10))
        try await shop.recordDelivery(of: order.id, on: Day(clock.now()), by: clerk)
        let said = try await shop.withdraw(
            WithdrawalSaid(
                orderNumber: order.number, name: "Ada Lovelace", mail: ada.mail,
                items: [Return.Item("band", 1)], language: .german), from: "192.0.2.1",
            key: freshKey())
        guard case .returning(let goods) = said.outcome else { throw Refusal.notFound }
        try await shop.checkReturn(
            goods,
            ReturnFinding(condition: .asNew, note: "Ada Lovelace’s box.", photos: [jpeg]),
            by: clerk)
        try await tick()
        let passport = try await passports(of: order).first { $0.ended == nil }!
        let claim = try await shop.claim(
            passport.id,
            ClaimSaid(
                description: "Ada Lovelace’s band is dead.", wish: .repair, address: home),
            photos: [jpeg], by: ada, key: freshKey())
        try await shop.declineClaim(claim.id, because: "It works.", by: clerk)
        try await shop.keep(home, by: ada)
        _ = try await shop.logIn(mail: ada.mail, password: adasPassword, from: "192.0.2.1")
        try await shop.requestPasswordReset(mail: ada.mail, from: "192.0.2.1")
        try await shop.makeWish(
            mail: ada.mail, country: Country("AT")!, language: .german, from: "192.0.2.1")
        try await tick()
        _ = try await shop.offerWarranty(passport.id, by: ada)
        let day = Day(clock.now())
        let held = try await shop.storage.read { try $0.customsCases(of: order.id)[0].id }
        try await shop.recordCustoms(
            .declare(
                CustomsCase.Declaration(
                    reference: "MRN1", form: .h7, day: day, declarant: "DHL")), of: held,
            on: day, by: clerk)
        try await shop.noteLook(at: order.number, of: ada.id, on: "/orders/1", by: clerk)
        try await shop.storage.write { [shop, clock] tx in
            let payment = try tx.payments(of: order.id)[0]
            let notice = Notice(
                id: shop.chance.id(at: clock.now()), method: "paypal", event: "E1", kind: "PAID",
                body: #"{"payer": "Ada Lovelace"}"#, received: clock.now())
            _ = try tx.insertUnlessHeard(notice)
            try tx.set(payment.id, of: notice.id)
        }
        return (ada, try await now(order))
    }

    /// Where a name, a mail address, a street, a phone or a postcode of hers still stands: every
    /// text of every table is looked at.
    func traces(of account: Account) async throws -> [String] {
        let words = ["lovelace", "ada.", "lindenstra", "5550123", "10969"]
        return try await shop.storage.read { reader in
            var found: [String] = []
            for name in PersonalTable.allCases.map(\.rawValue) + PersonalTable.impersonal.sorted() {
                for row in try reader.everything(in: name) {
                    for (column, value) in row.named {
                        guard case .text(let text) = value else { continue }
                        let bare = text.lowercased()
                        if words.contains(where: bare.contains) {
                            found.append("\(name).\(column): \(text.prefix(80))")
                        }
                    }
                }
            }
            return found
        }
    }
}
