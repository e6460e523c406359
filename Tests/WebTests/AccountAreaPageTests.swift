// One's own account on the pages and for programs, without scripts.

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct AccountAreaPageTests {
    @Test(arguments: ["en-US", "en-GB", "fr", "de"])
    func `every page of the account is there, in every language, and leads to the others`(
        language: String
    ) async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.signUp(name: "Ann", mail: "ann@example.com", town)
            let pages = [
                "/account", "/orders", "/account/returns", "/account/warranty",
                "/account/addresses", "/account/receipts", "/account/sign-in", "/account/data",
            ]
            var titles: Set<String> = []
            for page in pages {
                try await browser.open(page)
                #expect(browser.status == .ok, "\(page)")
                for other in pages { #expect(browser.page.contains("href=\"\(other)\"")) }
                #expect(browser.page.contains("<a href=\"\(page)\" aria-current=\"page\">"))
                let title = try #require(browser.page.firstMatch(of: #/<h1>(.*?)</h1>/#))
                #expect(titles.insert(String(title.1)).inserted, "\(page)")
            }
            let guest = Browser(client)
            for page in pages {
                try await guest.open(page)
                #expect(guest.address.hasPrefix("/login?to="), "\(page)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an address is kept at the checkout, changed in the account, and taken the next time`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Ann", mail: "ann@example.com", town)
            try await browser.reserveTwo(town)
            let checkout = "/sales/\(town.sale.code)/checkout"
            try await browser.open(checkout)
            #expect(!browser.page.contains("?address="))
            try await browser.submit(
                "/review",
                [
                    "name": "Ann", "line1": "1 Main Street", "city": "Cupertino",
                    "subdivision": "CA", "postcode": "95014", "phone": "+1 408 555 0100",
                    "keep": "1",
                ])
            try await browser.open("/account/addresses")
            #expect(browser.page.contains("1 Main Street"))
            let id = try #require(browser.page.firstMatch(of: #/change=(adr_\w+)/#))
            try await browser.open("/account/addresses?change=\(id.1)")
            #expect(browser.page.contains("value=\"1 Main Street\""))
            try await browser.submit("/account/addresses", ["line1": "", "city": "San Jose"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("line1-fault"))
            try await browser.submit("/account/addresses", ["line1": "2 Side Street"])
            #expect(!browser.page.contains("1 Main Street"))
            // The form begins with it; another is a click away.
            try await browser.open(checkout)
            #expect(browser.page.contains("value=\"2 Side Street\""))
            #expect(!browser.page.contains("?address="))
            try await browser.open("/account/addresses")
            try await browser.submit(
                "/account/addresses",
                [
                    "name": "Ann", "line1": "9 Pine Road", "city": "Cupertino",
                    "subdivision": "CA", "postcode": "95014", "phone": "+1 408 555 0100",
                ])
            try await browser.open(checkout)
            let other = try #require(browser.page.firstMatch(of: #/\?address=(adr_\w+)/#))
            try await browser.open("\(checkout)?address=\(other.1)")
            let first = try #require(browser.page.firstMatch(of: #/\?address=(adr_\w+)/#))
            #expect(first.1 != other.1)
            try await browser.open("/account/addresses")
            try await browser.submit("/\(id.1)/remove")
            #expect(!browser.page.contains("2 Side Street"))
        }
    }

    @Test func `receipts say which rounds there were, and lead to the reason`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Ann", mail: "ann@example.com", town)
            try await browser.open("/account/receipts")
            #expect(browser.page.contains("You haven’t entered any round yet."))
            try await browser.reserveTwo(town)
            try await browser.open("/account/receipts")
            #expect(browser.page.contains("Place 1 of 1"))
            #expect(browser.page.contains("href=\"/rounds/\(town.rounds[0])/why\""))
        }
    }

    @Test(arguments: Engine.allCases)
    func `devices are logged out, the password and the mail address change`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let (desk, phone) = (Browser(client), Browser(client))
            try await desk.signUp(name: "Ann", mail: "ann@example.com", town)
            try await phone.logIn("ann@example.com", "three small ducks")
            try await desk.open("/account/sign-in")
            #expect(desk.page.contains("this device"))
            try await desk.submit("/account/devices/out")
            #expect(desk.page.contains("All other devices are logged out."))
            try await phone.open("/account")
            #expect(phone.address.hasPrefix("/login"))

            try await desk.submit(
                "/account/password", ["password": "wrong", "new_password": "four tiny ducks"])
            #expect(desk.status == .unprocessableContent)
            #expect(desk.page.contains("isn’t the one we know"))
            try await desk.submit(
                "/account/password",
                ["password": "three small ducks", "new_password": "four tiny ducks"])
            #expect(desk.page.contains("Your password is changed."))
            try await desk.submit(
                "/account/mail", ["mail": "new@example.com", "password": "four tiny ducks"])
            #expect(desk.page.contains("new@example.com"))
            try await town.shop.runJobs()
            let letter = try #require(town.postbox.all.last { $0.to == "new@example.com" })
            let link = try #require(
                letter.text.firstMatch(of: #/https://shop\.example\.com(/mail/\S+)/#))
            try await desk.open(String(link.1))
            try await desk.submit(String(link.1))
            #expect(desk.page.contains("Your account has the new mail address."))
            try await phone.logIn("new@example.com", "four tiny ducks")
            #expect(phone.status == .ok && !phone.address.hasPrefix("/login"))
        }
    }

    @Test func `programs have addresses, devices, receipts and choices too`() async throws {
        try await withSite { town, client in
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let address: [String: any Sendable] = [
                "name": "Ann", "line1": "Lindenstr. 3", "postcode": "10115", "city": "Berlin",
                "country": "DE", "phone": "+49301234567",
            ]
            let kept = try await ann.tell(
                "/api/v1/account/addresses", address, status: .created)
            let id = try #require(kept["id"] as? String)
            try await ann.tell("/api/v1/account/addresses/\(id)", address, key: "2", method: .put)
            #expect(try await ann.list("/api/v1/account/addresses").count == 1)
            try await ann.tell(
                "/api/v1/account/addresses/\(id)", key: "3", status: .noContent, method: .delete)
            #expect(try await ann.list("/api/v1/account/addresses").isEmpty)

            let other = try await town.shop.logIn(
                mail: "ann@example.com", password: "three small ducks", from: "test")
            #expect(try await ann.list("/api/v1/account/sessions").count == 2)
            try await ann.tell(
                "/api/v1/account/sessions", key: "4", status: .noContent, method: .delete)
            #expect(try await town.shop.session(token: other.token) == nil)
            let wrong = try await ann.tell(
                "/api/v1/account/password",
                ["password": "wrong", "new_password": "four tiny ducks"], key: "5",
                status: .unprocessableContent)
            #expect((wrong["faults"] as? [[String: Any]])?.first?["problem"] as? String == "wrong")
            let changed = try await ann.tell(
                "/api/v1/account", ["market": "DE", "language": "fr"], key: "6", method: .put)
            #expect(changed["language"] as? String == "fr")
            try await ann.tell("/api/v1/rounds/\(town.rounds[0])/ticket", status: .created)
            #expect(try await ann.list("/api/v1/account/receipts").count == 1)
            #expect(try await ann.list("/api/v1/account/returns").isEmpty)
        }
    }
}

extension Browser {
    func logIn(_ mail: String, _ password: String) async throws {
        try await open("/login")
        try await submit("/login", ["mail": mail, "password": password])
    }
}
