// The work before a ticket, as a browser without scripts and a program meet it.

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct WorkPageTests {
    @Test(arguments: Engine.allCases)
    func `a browser without scripts waits on a page of its own`(engine: Engine) async throws {
        try await withSite(on: engine, work: 20) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let ann = Browser(client)
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await ann.open(room)
            #expect(ann.page.contains("data-bits=\"20\""))
            #expect(ann.page.contains("Your browser does a short calculation"))
            try await ann.submit("/enter")
            #expect(ann.page.contains("A moment of waiting"))
            try await ann.submit("/enter")
            #expect(ann.status == .conflict)
            #expect(ann.page.contains("That was a little early."))
            town.clock.wind(.seconds(30))
            try await ann.submit("/enter")
            #expect(ann.address == room)
            #expect(ann.page.contains("/leave\""))
            #expect(!ann.page.contains("data-bits"))
        }
    }

    @Test func `a program asks for the work, does it, and gets its ticket`() async throws {
        try await withSite(work: 10) { town, client in
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let refused = try await ann.tell("\(round)/ticket", status: .preconditionRequired)
            #expect(refused["code"] as? String == "work_missing")
            let work = try await ann.ask("\(round)/work")
            #expect(work["bits"] as? Int == 10)
            let challenge = try #require(work["challenge"] as? String)
            let nonce = (0...).lazy.map(String.init).first { nonce in
                let hash = Array(SHA256.hash(data: Data("\(challenge):\(nonce)".utf8)))
                return hash[0] == 0 && hash[1] < 64
            }
            let done: [String: any Sendable] = ["challenge": challenge, "nonce": nonce!]
            let ticket = try await ann.tell(
                "\(round)/ticket", ["work": done], key: "again", status: .created)
            let same = try await ann.tell("\(round)/ticket", key: "once more", status: .created)
            #expect(ticket["id"] as? String == same["id"] as? String)
        }
    }

    @Test func `where nobody has to work the answer is no bits`() async throws {
        try await withSite { town, client in
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let work = try await ann.ask("/api/v1/rounds/\(town.rounds[0])/work")
            #expect(work["bits"] as? Int == 0)
        }
    }
}
