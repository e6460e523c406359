// The letters about an order, from a real one: what they say is what was agreed to.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct OrderLetterTests {
    @Test(arguments: Engine.allCases)
    func `an order's letters tell its life, in its reader's language`(engine: Engine) async throws {
        try await withShop(on: engine, settings: settings) { test in
            let buyer = try await test.confirmed().account
            let order = try await test.orderOfTwoBands(for: buyer)
            let paid = try await test.letter(about: order) { try $0.apply(.pay) }
            #expect(paid.subject == "Votre commande \(order.number) est payée")
            #expect(paid.to == TestShop.mail)
            #expect(paid.text.contains("2 × Mi Band"))
            #expect(paid.text.contains("30,00\u{A0}€"))
            #expect(paid.text.contains("14\u{A0}jours suivant la réception"))
            #expect(paid.text.contains("https://shop.example.com/orders/\(order.number)"))
            #expect(paid.messageID == "<order_paid.\(order.id)@shop.example.com>")

            let parcel = Parcel(
                id: test.shop.chance.id(at: test.clock.now()), order: order.id, number: 1,
                items: [ParcelPlan.Item(product: "band", quantity: 2)],
                shipment: Shipment(
                    carrier: "Colissimo", trackingNumber: "RX1CN", day: Day(2015, 5, 20)!))
            try await test.shop.storage.write { try $0.insert(parcel) }
            let all = Fulfilment(bought: ["band": 2], parcels: [parcel])
            let sent = try await test.letter(about: order) {
                try $0.apply(.dispatch(parcel, all))
            }
            #expect(sent.text.contains("le mercredi 20 mai 2015"))
            #expect(sent.text.contains("RX1CN"))

            let lastDay = Day(2015, 6, 15)!
            let there = try await test.letter(about: order) {
                try $0.apply(.deliver(Day(2015, 6, 1)!, lastReturnDay: lastDay))
            }
            #expect(there.text.contains("jusqu’au lundi 15 juin 2015"))

            _ = try await test.shop.requestReturn(
                of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: buyer,
                key: "k")
            try await test.shop.runJobs()
            let back = try #require(test.postbox.all.last)
            #expect(back.text.contains("  Baoan District\n"))
            #expect(back.text.contains("1 × Mi Band"))
            #expect(back.messageID.hasPrefix("<return_instructions.rma_"))
        }
    }

    @Test func `a letter that is refused is given up, one that isn't taken now is tried again`()
        async throws
    {
        try await withShop(on: .sqlite) { test in
            test.postbox.fail(with: MailRefused(reason: "no such mailbox"))
            try await test.signUp()
            try await test.shop.runJobs()
            #expect(try await test.shop.storage.read { try $0.jobsGivenUp() }.count == 1)

            struct Away: Error {}
            test.postbox.fail(with: Away())
            try await test.signUp(mail: "eve@example.com")
            try await test.shop.runJobs()
            #expect(try await test.shop.storage.read { try $0.jobsWaiting() } == 1)
            test.postbox.fail(with: nil)
            test.clock.wind(.seconds(1))
            try await test.shop.runJobs()
            #expect(test.postbox.all.map(\.to) == ["eve@example.com"])
        }
    }

    @Test func `a link that ran out meanwhile isn't sent`() async throws {
        try await withShop(on: .sqlite) { test in
            try await test.signUp()
            test.clock.wind(.days(3))
            #expect(try await test.shop.runJobs() == 1)
            #expect(test.postbox.all.isEmpty)
            #expect(try await test.shop.storage.read { try $0.jobsWaiting() } == 0)
        }
    }

    private var settings: ShopSettings {
        ShopSettings(
            publicURL: "https://shop.example.com",
            returnAddress: ["Onsale Returns", "Baoan District", "518000 Shenzhen", "CHINA"])
    }
}

extension TestShop {
    fileprivate func orderOfTwoBands(for buyer: Account) async throws -> Order {
        let opens = clock.now() + .hours(1)
        let france = Country("FR")!
        let sale = try await shop.importSale(
            SaleDraft(
                code: "bands", order: .shuffled, hold: .minutes(15),
                texts: inEveryLanguage(SaleText(title: "Bands", announcement: "Bands.")),
                products: [
                    Product(
                        code: "band",
                        texts: inEveryLanguage(ProductText(name: "Mi Band", about: "A band.")))
                ],
                offers: [
                    SaleDraft.OfferDraft(
                        product: "band", market: france, price: Money(1500, .eur), limit: 2)
                ],
                rounds: [
                    SaleDraft.RoundDraft(
                        roomOpens: clock.now(), opens: opens, closes: opens + .hours(1),
                        door: Door(burst: 10, perMinute: 10),
                        units: [SaleDraft.UnitsDraft(product: "band", market: nil, units: 10)])
                ]), rulesConfirmedBy: "the test")
        let round = try await shop.storage.read { try $0.rounds(of: sale.id)[0].id }
        _ = try await shop.enterRoom(of: round, as: buyer)
        clock.wind(.hours(1))
        _ = try await shop.drawRounds()
        _ = try await shop.reserve("band", quantity: 2, in: round, for: buyer, key: "r")
        let address = Address(
            name: "Ada", line1: "12 rue de Rivoli", city: "Paris", postcode: "75001",
            country: france, phone: "+33 1 23 45 67 89")
        let quote = try await shop.quote(basketOf: buyer, in: sale.id, to: address, by: nil)
        return try await shop.placeOrder(
            of: buyer, in: sale.id, to: address, by: nil, agreed: quote.total, language: .french,
            key: "o")
    }

    /// The letter that an event in an order's life brings; the other verbs have tests of their own.
    fileprivate func letter(
        about order: Order, after event: @escaping @Sendable (inout Order) throws -> [Job]
    ) async throws -> Mail {
        let now = clock.now()
        try await shop.storage.write { tx in
            var current = try #require(try tx.lock(order.id))
            let jobs = try event(&current)
            try tx.update(current)
            try tx.owe(jobs, at: now)
        }
        try await shop.runJobs()
        return try #require(postbox.all.last)
    }
}

private func inEveryLanguage<Text>(_ text: Text) -> [Language: Text] {
    [Language: Text](uniqueKeysWithValues: Language.allCases.map { ($0, text) })
}
