// The papers of a parcel, printed to PDF by a browser and read back, and a customs case on its
// page.
import Foundation
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PapersTests {
    @Test func `invoice, customs declaration and packing list are on the printed page`()
        async throws
    {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/picklist")
            #expect(clerk.page.contains("2\u{A0}×\u{A0}Band"))
            try await clerk.open("/console/orders/\(order.number)/papers")
            #expect(clerk.status == .ok)
            let text = try await printed(clerk.page)
            for fact in [
                "Commercial invoice", "Customs declaration CN 22", "Packing list",
                "INV-\(order.number)", "DDP Berlin, DE", "EORI DE1234567", "VAT DE123456789",
                "Onsale Returns", "518000 Shenzhen",
                "12 ann Street", "+49 30 1234567", "Activity band for the wrist", "Origin", "CN",
                "UN3481, PI 967, 0.16 Wh", "136 g", "Reason for export: sale", "Freight",
                "Insurance", "Duty", "Tax", "Total", "Gross weight", "Signature",
            ] {
                #expect(text.contains(fact), "\(fact) isn't in: \(text)")
            }
            #expect(!text.contains("IM1234567890"), "an IOSS number is on no paper")

            try await clerk.open("/console/picklist/paper?day=\(order.promise)")
            let list = try await printed(clerk.page)
            for fact in [
                "Pick list", "leaves by \(order.promise)", "Parcels 1", "Fetched", "Packed",
                order.number, "2 × Band", "196 g",
            ] {
                #expect(list.contains(fact), "\(fact) isn't in: \(list)")
            }
        }
    }

    @Test func `a buyer prints an invoice in their language, with the merchant's numbers`()
        async throws
    {
        try await withSite { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            try await browser.open("/orders/\(order.number)")
            #expect(browser.page.contains("href=\"/orders/\(order.number)/invoice\""))
            try await browser.open("/orders/\(order.number)/invoice")
            let text = try await printed(browser.page)
            let quote = try await town.shop.storage.read {
                try $0.agreement(of: order.id).decodedQuote()
            }
            for fact in [
                "Rechnung INV-\(order.number)", "USt-IdNr. DE123456789", "EORI-Nummer DE1234567",
                "Anna Groß", "Lindenstr. 3", "Band", "19 %", "Geliefert am",
                quote.total.decimal.replacing(".", with: ","),
            ] {
                #expect(text.contains(fact), "\(fact) isn't in: \(text)")
            }
            #expect(!text.contains("IM1234567890"))
            let stranger = Browser(client)
            try await stranger.signUp(name: "Eve", mail: "eve@example.com", town)
            try await stranger.open("/orders/\(order.number)/invoice")
            #expect(stranger.status == .notFound)
        }
    }

    @Test func `what left is a table for the broker, with the numbers of its market`()
        async throws
    {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            try await town.shop.dispatch(
                order.id, carrier: "EMS", trackingNumber: "E1", by: town.clerk)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/customs.csv")
            let table = clerk.page
            for fact in [
                "\(order.number),1,INV-\(order.number)-1,EMS,E1,DE,DDP,Onsale,DE1234567,DE123456789,",
                "IM1234567890,ann,", ",band,", ",CN,2,13.42,26.84,", ",EUR,136",
            ] {
                #expect(table.contains(fact), "\(fact) isn't in: \(table)")
            }
        }
    }

    @Test func `each parcel has papers of its own, and the pick list is for a day`() async throws {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/picklist.csv?day=\(order.promise)")
            #expect(clerk.headers[.contentType]?.hasPrefix("text/csv") == true)
            #expect(clerk.page.contains("\(order.number),\(order.promise),band:2,196,,"))
            try await clerk.open("/console/picklist?day=2015-05-01")
            #expect(!clerk.page.contains(order.number), "nothing has to leave by then")
            try await clerk.open("/console/picklist?day=soon")
            #expect(clerk.status == .unprocessableContent)

            try await clerk.open("/console")
            try await clerk.submit(
                "/console/orders/\(order.number)/dispatch",
                ["units_band": "1", "carrier": "EMS", "tracking_number": "E1"])
            let half = try await town.shop.storage.read { reader in
                ReturnWorth(
                    of: [Return.Item("band", 1)], after: [:],
                    quote: try reader.agreement(of: order.id).decodedQuote(), freight: .all)
            }
            for number in 1...2 {
                try await clerk.open("/console/orders/\(order.number)/papers?parcel=\(number)")
                #expect(clerk.page.contains("INV-\(order.number)-\(number)"))
                #expect(clerk.page.contains("68 g"))
                #expect(clerk.page.contains("<th scope=\"row\">Total</th>"))
            }
            #expect(half.goods.minor == 1342)
            try await clerk.open("/console/orders/\(order.number)/papers?parcel=3")
            #expect(clerk.status == .notFound)
            try await clerk.open("/console/imports")
            try await clerk.submit(
                "/console/imports",
                ["kind": "dispatches", "step": "try", "table": "order,carrier\nX,Y"])
            #expect(clerk.page.contains("Line 1, tracking_number: the column is missing."))
            try await clerk.submit(
                "/console/imports",
                [
                    "kind": "dispatches", "step": "take",
                    "table": "order,carrier,tracking_number\n\(order.number),EMS,E2",
                ])
            #expect(clerk.page.contains("1 changed, 0 were known already."))
            try await clerk.open("/console")
            #expect(clerk.page.contains("E1") && clerk.page.contains("E2"))
        }
    }

    @Test func `a challenge is written down, the buyer sees it, and the evidence is one file`()
        async throws
    {
        try await withSite { town, client in
            let buyer = Browser(client)
            try await buyer.signUp(name: "Bob", mail: "bob@example.com", town)
            let bob = try await town.shop.storage.read { try $0.account(mail: "bob@example.com")! }
            try await town.enterAndOpen(bob)
            let order = try await town.buy(1, for: bob)
            try await town.shop.dispatch(
                order.id, carrier: "EMS", trackingNumber: "1", by: town.clerk)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            let kept = try await town.shop.storage.read { try $0.customsCases(of: order.id)[0] }
            let page = "/console/customs/\(kept.id)"
            try await clerk.open(page)
            try await clerk.submit(page, ["what": "declare", "reference": "E-1", "form": "type11"])
            #expect(clerk.page.contains("type11 E-1"), "\(clerk.page)")
            try await clerk.submit(page, ["what": "close"])
            #expect(clerk.status == .conflict)
            let day = (Day(town.clock.now()) + 14).description
            try await clerk.submit(
                page,
                ["what": "challenge", "reference": "CF 28", "ground": "value", "answer_by": day])
            #expect(clerk.status == .ok)
            try await buyer.open("/orders/\(order.number)")
            #expect(buyer.page.contains("Customs is looking at your parcel"))
            try await clerk.open("/console/customs")
            #expect(clerk.page.contains(order.number))
            try await clerk.open("\(page)/evidence.zip")
            #expect(clerk.headers[.contentType] == "application/zip")
            try await buyer.open(page)
            #expect(buyer.status == .forbidden)
        }
    }

    /// The words on the pages that a browser prints.
    private func printed(_ page: String) async throws -> String {
        try await withTemporaryDirectory { directory in
            let (source, paper) = ("\(directory)/page.html", "\(directory)/page.pdf")
            try page.write(toFile: source, atomically: true, encoding: .utf8)
            try run(
                "chromium", "--headless", "--no-sandbox", "--disable-gpu",
                "--user-data-dir=\(directory)/profile", "--print-to-pdf=\(paper)",
                "file://\(source)")
            let script = """
                import pypdf, sys
                for page in pypdf.PdfReader(sys.argv[1]).pages: print(page.extract_text())
                """
            let words = try run(".venv/bin/python", "-c", script, paper)
            return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> String {
        let program = Process()
        program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        program.arguments = arguments
        let output = Pipe()
        program.standardOutput = output
        program.standardError = FileHandle.nullDevice
        try program.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        let text = String(decoding: bytes, as: UTF8.self)
        program.waitUntilExit()
        return text
    }
}
