// A place taken to a phone in the browser and by a program; and the page of tickets that share
// something.

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct MovePageTests {
    @Test(arguments: Engine.allCases)
    func `a code is shown, and a phone that gets it lands in the room`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let (desk, phone) = (Browser(client), Browser(client))
            try await desk.signUp(name: "Ann", mail: "ann@example.com", town)
            try await desk.open(room)
            #expect(!desk.page.contains("Continue on your phone"))
            try await desk.submit("/enter")
            try await desk.submit("/move")
            let code = try code(on: desk.page)

            // A preview of the link uses nothing up.
            for _ in 1...2 { try await phone.open("/move/\(code)") }
            #expect(phone.page.contains("value=\"\(code)\""))
            try await phone.submit("/move")
            #expect(phone.address == room)
            #expect(phone.page.contains("/leave\""))
            try await desk.open(room)
            #expect(desk.page.contains("/leave\""))

            let other = Browser(client)
            try await other.open("/move")
            try await other.submit("/move", ["code": code])
            #expect(other.status == .gone)
            #expect(other.page.contains("was used already"))
        }
    }

    @Test(arguments: ["en-GB", "fr", "de"])
    func `the pages speak every language`(language: String) async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/move")
            let title = [
                "en-GB": "Continue here", "fr": "Continuer ici", "de": "Hier weitermachen",
            ]
            #expect(browser.page.contains(title[language]!))
        }
    }

    @Test func `a program does the same, and an operator sees what tickets share`() async throws {
        try await withSite { town, client in
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let bob = try await town.shop.program("bob@example.com", in: "DE", client)
            let none = try await ann.tell("\(round)/moves", status: .conflict)
            #expect(none["code"] as? String == "no_ticket")
            try await ann.tell("\(round)/ticket", status: .created)
            try await bob.tell("\(round)/ticket", status: .created)
            let move = try await ann.tell("\(round)/moves", status: .created)
            let code = try #require(move["code"] as? String)
            #expect(move["link"] as? String == "https://shop.example.com/move/\(code)")
            let stranger = Program(client: client, token: nil)
            let moved = try await stranger.tell(
                "/api/v1/moves/use", ["code": code], status: .created)
            #expect(moved["round"] as? String == town.rounds[0].text)
            let phone = Program(client: client, token: moved["token"] as? String)
            let (here, there) = (
                try await phone.ask("\(round)/ticket"), try await ann.ask("\(round)/ticket")
            )
            #expect(here["id"] as? String == there["id"] as? String)
            let again = try await stranger.tell(
                "/api/v1/moves/use", ["code": code], key: "again", status: .gone)
            #expect(again["code"] as? String == "code_expired")

            let operatorsBrowser = Browser(client)
            try await operatorsBrowser.becomeOperator(town)
            try await operatorsBrowser.open("/console")
            #expect(operatorsBrowser.page.contains("/console/rounds/\(town.rounds[0])/clusters"))
            try await operatorsBrowser.open("/console/rounds/\(town.rounds[0])/clusters")
            #expect(operatorsBrowser.page.contains("A group proves nothing about anybody."))
            #expect(operatorsBrowser.page.contains("<strong>2"))
            let groups = try await client.execute(
                uri: "\(round)/clusters", method: .get,
                headers: [.authorization: "Bearer \(ann.token!)"]
            ) { String(buffer: $0.body) }
            #expect(groups.contains(#""tickets":2,"trait":"device""#), "\(groups)")

            let guest = Browser(client)
            try await guest.signUp(name: "Eve", mail: "eve@example.com", town)
            try await guest.open("/console/rounds/\(town.rounds[0])/clusters")
            #expect(guest.status == .forbidden)
        }
    }

    private func code(on page: String) throws -> String {
        let match = try #require(page.firstMatch(of: #/<strong>(\w{4}-\w{4})</strong>/#), "\(page)")
        return String(match.1)
    }
}
