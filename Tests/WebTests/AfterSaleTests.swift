// After the sale, through the pages and without scripts: a parcel that was delivered to nobody, and
// photographs of what came back.

import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import Storage
import TestKit
import Testing

private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 13, 10, 13, 10, 45, 45]

struct AfterSaleTests {
    @Test(arguments: Engine.allCases)
    func `a buyer says that it never came, and the operator says where it is`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            let parcel = try #require(
                try await town.shop.storage.read { try $0.parcels(of: order.id).first })
            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("Haben Sie es nicht, sagen Sie es uns bis"))
            try await browser.submit("/parcels/\(parcel.id)/missing")
            #expect(browser.page.contains("laut Versanddienst zugestellt am"), "\(browser.page)")
            #expect(browser.page.contains("sagen wir Ihnen mehr"))

            try await town.wind(.days(3))
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console")
            #expect(clerk.page.contains("3 days") && clerk.page.contains("says the carrier"))
            try await clerk.submit("/console/parcels/\(parcel.id)", ["verdict": "found"])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.submit(
                "/console/parcels/\(parcel.id)", ["verdict": "found", "note": "Bei Frau <Lind>"])
            #expect(clerk.status == .ok)
            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("Gefunden: Bei Frau &lt;Lind&gt;"), "\(browser.page)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what came back is photographed, and its buyer sees why something is kept back`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            let buyer = try #require(
                try await town.shop.storage.read { try $0.account(order.account) })
            let goods = try await town.shop.requestReturn(
                of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: buyer,
                key: town.freshKey())
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/returns")
            let check = "/console/returns/\(goods.number)/check"
            try await clerk.upload(check, ["condition": "used"], [Array("<svg>".utf8)])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.upload(
                check, ["condition": "used", "note": "Zerkratzt.", "deduction": "3"],
                [jpeg, jpeg])
            #expect(clerk.status == .ok, "\(clerk.page)")

            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("Zerkratzt."))
            #expect(browser.page.contains("Für den Wertverlust behalten wir 3,00"))
            let photo = "/returns/\(goods.number)/photos/2"
            #expect(browser.page.contains("src=\"\(photo)\""))
            try await browser.open(photo)
            #expect(browser.headers[.contentType] == "image/jpeg")
            #expect(browser.headers[.cacheControl] == "private, no-store")
            let stranger = Browser(client)
            try await stranger.signUp(name: "Eve", mail: "eve@example.com", town)
            try await stranger.open(photo)
            #expect(stranger.status == .notFound)
        }
    }

    @Test func `what may be got back is on a page, in a table, and for programs`() async throws {
        try await withSite { town, client in
            let (_, order) = try await town.deliveredInBrowser(client)
            let buyer = try #require(
                try await town.shop.storage.read { try $0.account(order.account) })
            let goods = try await town.shop.requestReturn(
                of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: buyer,
                key: town.freshKey())
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            let found = try #require(
                try await town.shop.storage.read { try $0.recoverables(of: order.id).first })
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/recoverables")
            #expect(clerk.page.contains("DE: ioss_correction, 1096 days, unconfirmed"))
            let form = "/console/recoverables/\(found.id)"
            try await clerk.submit(form, ["reference": ""])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.submit(form, ["reference": "IOSS 2015-06"])
            #expect(clerk.page.contains("claimed as IOSS 2015-06 on"), "\(clerk.page)")
            try await clerk.submit(form, ["amount": "much"])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.submit(form)
            #expect(clerk.page.contains("came on"))
            let booked = try await town.shop.storage.read { try $0.recoverable(found.id) }
            #expect(booked?.receipt?.amount == found.amount)
            try await clerk.open("/console/recoverables.csv")
            let row = "\(order.number),DE,\(goods.id),band:1,tax,ioss_correction"
            #expect(clerk.page.contains(row), "\(clerk.page)")
            try await clerk.open("/orders/\(order.number)")
            #expect(clerk.page.contains("Duty or tax got back"))
        }
    }

    @Test func `programs do the same`() async throws {
        try await withSite { town, client in
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let known = try await town.account("ann@example.com")
            try await town.enterAndOpen(known)
            let order = try await town.buy(2, for: known)
            try await town.deliver(order)
            let parcel = try #require(
                try await town.shop.storage.read { try $0.parcels(of: order.id).first })
            let dates = try await ann.list("/api/v1/orders/\(order.number)/deadlines")
            #expect(dates.contains { $0["kind"] as? String == "missing_report" })
            let missing = try await ann.tell("/api/v1/parcels/\(parcel.id)/missing", key: "a")
            #expect(missing["state"] as? String == "missing")
            let verdict = "/api/v1/parcels/\(parcel.id)/verdict"
            try await ann.tell(
                verdict, ["verdict": "found"], key: "b", status: .unprocessableContent)
            let found = try await ann.tell(
                verdict, ["verdict": "found", "note": "In the shed"], key: "c")
            let told = (found["parcels"] as? [[String: Any]])?.first
            #expect(told?["finding"] as? String == "In the shed", "\(found)")

            let goods = try await ann.tell(
                "/api/v1/orders/\(order.number)/returns",
                ["product": "band", "quantity": 1, "reason": "changed_mind"], key: "d",
                status: .created)
            let number = try #require(goods["number"] as? String)
            let photo = try await ann.hand(jpeg, to: "/api/v1/returns/\(number)/photos", key: "e")
            #expect(photo["position"] as? Int == 1)
            try await ann.tell(
                "/api/v1/returns/\(number)/check", ["condition": "as_new"], key: "f")

            let back = try await ann.list("/api/v1/recoverables")
            let id = try #require(back.first?["id"] as? String)
            #expect(back.first?["way"] as? String == "ioss_correction")
            let day = Day(town.clock.now()).description
            let claimed = try await ann.tell(
                "/api/v1/recoverables/\(id)/claim", ["reference": "IOSS 2015-06", "day": day],
                key: "g")
            #expect(claimed["state"] as? String == "claimed")
            let received = try await ann.tell(
                "/api/v1/recoverables/\(id)/receipt", ["amount": 0, "day": day], key: "h")
            #expect(received["state"] as? String == "received")
            #expect(try await ann.list("/api/v1/recoverables").isEmpty)
        }
    }
}
