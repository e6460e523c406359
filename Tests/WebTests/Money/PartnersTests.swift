// Money from end to end, over the wire: pages, partners, notices.

import HTTPTypes
import HummingbirdTesting
import NIOCore
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PartnersTests {
    @Test(arguments: ["paypal", "card"])
    func `a buyer who pays and closes the window is served`(method: String) async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: method)
            if method == "card" {
                _ = await shop.stripe.pay(session: reference, card: "4242424242424242")
                try await shop.hearNotices(2)
            } else {
                await shop.payPal.decide(.approve, on: reference)
                try await shop.hearNotices(1)
            }
            #expect(try await shop.town.now(order).state == .paid)
            let ledger = try await shop.town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(ledger.filter { $0.kind == .captured }.map(\.amount) == [order.total])
            #expect(Set(ledger.map(\.kind)) == [.captured, .fee], "what the partner keeps, too")
        }
    }

    @Test func `a card that isn't enabled abroad is told so, and the units stay held`()
        async throws
    {
        try await withPartners { shop in
            let browser = Browser(shop.client)
            let order = try await browser.orderTwo(shop.town, paying: "card")
            let page = try #require(browser.address.split(separator: "/").last)
            _ = await shop.stripe.pay(session: String(page), card: "4000000000000051")
            try await shop.hearNotices(1)
            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("enabled this card for online or international"))
            #expect(try await shop.town.units() == "8 free, 2 reserved, 0 sold")
            // The advice is taken.
            try await browser.submit("/pay", ["payment": "paypal"])
            let token = try #require(browser.address.split(separator: "=").last)
            await shop.payPal.decide(.approve, on: String(token))
            try await browser.open("/orders/\(order.number)/agreed")
            #expect(try await shop.town.now(order).state == .paid)
            #expect(!browser.page.contains("enabled this card"))
        }
    }

    @Test func `a program is told why a card was declined, and what to try`() async throws {
        try await withPartners { shop in
            let browser = Browser(shop.client)
            let order = try await browser.orderTwo(shop.town, paying: "card")
            let page = try #require(browser.address.split(separator: "/").last)
            _ = await shop.stripe.pay(session: String(page), card: "4000000000009995")
            let token = try await shop.logIn("uma@example.com")
            try await shop.client.execute(
                uri: "/api/v1/orders/\(order.number)/settle", method: .post,
                headers: [
                    .authorization: "Bearer \(token)", .acceptLanguage: "fr",
                    HTTPField.Name("Idempotency-Key")!: "k1",
                ]
            ) { answer in
                #expect(answer.status.code == 402)
                let text = String(buffer: answer.body)
                #expect(text.contains("card_without_cover") && text.contains("provision"))
            }
        }
    }

    @Test(arguments: ["paypal", "card"])
    func `forged notices are refused, repeated ones heard once`(method: String) async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let script: [NoticeFault] = [.wrongSignature, .twice, .twice, .twice]
            await shop.payPal.scriptNotices(script)
            await shop.stripe.scriptNotices(script)
            let reference = try await shop.begin(order, by: ann, method: method)
            if method == "card" {
                _ = await shop.stripe.pay(session: reference, card: "4242424242424242")
                try await shop.hearNotices(1)
            } else {
                await shop.payPal.decide(.approve, on: reference)
                try await Task.sleep(for: .milliseconds(500))
                #expect(try await shop.noticeCount() == 0)
                try await shop.town.shop.runNow(.settle(try await shop.payment(of: order).id))
                try await shop.hearNotices(1)
            }
            try await Task.sleep(for: .milliseconds(300))
            try await shop.town.tick()
            let sent = method == "card" ? await shop.stripe.notices : await shop.payPal.notices
            // One was forged; each of the others came twice.
            for _ in 0..<20 where try await shop.noticeCount() < sent.count - 1 {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try await shop.noticeCount() == sent.count - 1)
            #expect(try await shop.town.now(order).state == .paid)
        }
    }

    @Test func `notices in the wrong order, and late, end the same`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            await shop.payPal.scriptNotices(Array(repeating: .heldBack, count: 4))
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.town.shop.runNow(.settle(try await shop.payment(of: order).id))
            try await shop.town.shop.cancelOrder(order.id, by: ann)
            try await shop.town.tick()
            try await shop.town.wind(.hours(20))
            await shop.payPal.letGoOfNotices()
            try await shop.hearNotices(3)
            #expect(try await shop.town.now(order).state == .cancelled)
            #expect(try await shop.town.refunds(of: order).map(\.state) == [.made])
        }
    }

    /// PayPal's memory of a request is six hours long.
    @Test func `who tries again after six hours pays once, under another name`() async throws {
        try await withPartners(.bands(2)) { shop in
            let (ann, order) = try await shop.town.annOrders()
            let before = try await shop.begin(order, by: ann, method: "paypal")
            try await shop.pauseForSevenHours()
            let after = try await shop.begin(order, by: ann, method: "paypal")
            #expect(after != before)
            await shop.payPal.decide(.approve, on: after)
            try await shop.hearNotices(1)
            #expect(try await shop.town.now(order).state == .paid)
            #expect(await shop.payPal.capturedOrders == 1)
        }
    }

    /// The capture was made, and its answer lost; six hours later PayPal knows nothing of it any
    /// more but the order itself.
    @Test func `a capture asked again after six hours is found, not made again`() async throws {
        try await withPartners(.bands(2)) { shop in
            let (ann, order) = try await shop.town.annOrders()
            await shop.payPal.script([.failAfter], for: .capture)
            await shop.payPal.script(
                [.nothing] + Array(repeating: .failBefore, count: 4), for: .readOrder)
            await shop.payPal.scriptNotices(Array(repeating: .lost, count: 10))
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.town.shop.runNow(.settle(try await shop.payment(of: order).id))
            #expect(try await shop.payment(of: order).state == .unknown)
            try await shop.pauseForSevenHours()
            for _ in 1...6 { try await shop.town.wind(.hours(2)) }
            #expect(try await shop.town.now(order).state == .paid)
            #expect(await shop.payPal.capturedOrders == 1)
        }
    }

    @Test func `an eCheck keeps the units until it clears`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            await shop.payPal.script([.pend("ECHECK")], for: .capture)
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.hearNotices(1)
            try await shop.town.wind(.hours(1))
            #expect(try await shop.payment(of: order).state == .unknown)
            #expect(try await shop.town.units() == "8 free, 2 reserved, 0 sold")
            let browser = Browser(shop.client)
            try await browser.becomeOperator(shop.town)
            try await browser.open("/console/money")
            #expect(browser.page.contains("data-trouble=\"payment_unclear\""))

            await shop.payPal.settlePending(order: reference, asPaid: true)
            try await shop.hearNotices(3)
            #expect(try await shop.town.now(order).state == .paid)
        }
    }

    @Test func `a dispute is on the operator's list, with its ways out`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.hearNotices(1)
            try await shop.hearNotices(2)
            await shop.payPal.dispute(order: reference)
            try await shop.hearNotices(3)
            let browser = Browser(shop.client)
            try await browser.becomeOperator(shop.town)
            try await browser.open("/console/money")
            #expect(browser.page.contains("data-trouble=\"dispute\""))
            try await browser.submit("/console/money", ["way": "lost"])
            #expect(browser.page.contains("Every payment and refund is settled"))
            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("Lost in a dispute"))
        }
    }

    @Test func `another buyer's order can't be paid, asked about or seen`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            let bob = Browser(shop.client)
            try await bob.signUp(name: "Bob", mail: "bob@example.com", shop.town)
            for page in ["", "/agreed", "/agreed?token=\(reference)&PayerID=X"] {
                try await bob.open("/orders/\(order.number)\(page)")
                #expect(bob.status == .notFound, "\(page)")
            }
            try await bob.open("/account")
            let seal = try #require(
                Markup.forms(in: bob.page).compactMap { $0.fields["seal"] }.first)
            try await bob.forge(
                "/orders/\(order.number)/pay", ["seal": seal, "payment": "paypal"])
            #expect(bob.status == .notFound)
        }
    }

    /// The way back may say what it likes: only the order's own payment is looked at.
    @Test func `a return with another payment's name pays nothing`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let browser = Browser(shop.client)
            let mine = try await browser.orderTwo(shop.town, paying: "paypal")
            let hers = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.scriptNotices([.lost, .lost])
            await shop.payPal.decide(.approve, on: hers)
            try await browser.open("/orders/\(mine.number)/agreed?token=\(hers)&PayerID=X")
            #expect(try await shop.town.now(mine).state == .placed)
            #expect(try await shop.town.now(order).state == .placed)
            #expect(await shop.payPal.capturedOrders == 0)
        }
    }

    @Test func `a card's hold is let go of when the units are gone`() async throws {
        try await withPartners(.bands(2)) { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: "card")
            try await shop.town.wind(.minutes(15))
            let bob = try await shop.town.person("bob", in: "DE")
            try await shop.town.enter(bob)
            try await shop.town.reserve(2, for: bob)
            _ = await shop.stripe.pay(session: reference, card: "4242424242424242")
            try await shop.hearNotices(2)
            try await shop.town.tick()
            #expect(await shop.stripe.heldIntents == 0)
            #expect(await shop.stripe.takenIntents == 0)
            #expect(try await shop.payment(of: order).state == .abandoned)
        }
    }

    @Test func `the parcel's number reaches PayPal`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.hearNotices(1)
            try await shop.town.shop.dispatch(
                order.id, carrier: "DHL", trackingNumber: "JD014600003", by: shop.town.clerk)
            try await shop.town.tick()
            let capture = try #require(try await shop.payment(of: order).capture)
            #expect(await shop.payPal.trackingNumbers(of: capture) == ["JD014600003"])
        }
    }

    @Test func `the partners' books and ours agree, fees and all`() async throws {
        try await withPartners { shop in
            let (ann, order) = try await shop.town.annOrders()
            let reference = try await shop.begin(order, by: ann, method: "paypal")
            await shop.payPal.decide(.approve, on: reference)
            try await shop.hearNotices(1)
            // What PayPal keeps is booked with the money itself.
            let booked = try await shop.town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(Set(booked.map(\.kind)) == [.captured, .fee])
            let now = shop.town.clock.now()
            let results = try await shop.town.shop.reconcile(
                from: now - .days(1), to: now + .days(1))
            #expect(results.map(\.method) == ["card", "paypal"])
            #expect(results.allSatisfy { $0.trouble == nil && $0.found.isEmpty })
            #expect(results[1].lines == 1)
            let ledger = try await shop.town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(ledger == booked)
        }
    }

    @Test func `a notice beyond all measure is turned away`() async throws {
        try await withPartners { shop in
            let body = ByteBuffer(repeating: 32, count: 300_000)
            try await shop.client.execute(uri: "/notices/card", method: .post, body: body) {
                #expect($0.status == .contentTooLarge)
            }
            try await shop.client.execute(uri: "/notices/shells", method: .post) {
                #expect($0.status == .notFound)
            }
            try await shop.client.execute(uri: "/notices/card", method: .post) {
                #expect($0.status == .badRequest)
            }
        }
    }
}

extension Browser {
    /// A buyer in the US orders two and is sent on to pay.
    fileprivate func orderTwo(_ town: Town, paying method: String) async throws -> Order {
        try await signUp(name: "Uma", mail: "uma@example.com", town)
        try await reserveTwo(town)
        try await open("/sales/\(town.sale.code)/checkout")
        try await submit(
            "/review",
            [
                "name": "Uma", "line1": "1 Infinite Loop", "city": "Cupertino",
                "subdivision": "CA", "postcode": "95014", "phone": "+1 408 555 0100",
            ])
        try await submit("/order", ["payment": method])
        return try await town.shop.storage.read { try $0.orders(after: "", limit: 100).last! }
    }
}
