// The work before a ticket: what counts as done, whose it is, and the wait that stands in for it.
import Crypto
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WorkTests {
    @Test(arguments: Engine.allCases)
    func `work done for one account and round gets one ticket`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(10), work: 8) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            let round = town.rounds[0]
            let challenge = try #require(try await town.shop.entryChallenge(to: round, for: ann))
            #expect(challenge.bits == 8)
            let proof = worked(challenge)
            func enter(_ person: Account, _ proof: EntryProof?) async throws -> Ticket {
                try await town.shop.enterRoom(of: round, as: person, proof: proof)
            }
            for wrong in [
                nil, .worked(challenge: challenge.text, nonce: ""), idle(challenge),
                .worked(challenge: "1432000000000.00", nonce: "1"), .waited(form: challenge.text),
            ] as [EntryProof?] {
                await #expect(throws: Refusal.workMissing) { try await enter(ann, wrong) }
            }
            await #expect(throws: Refusal.workMissing) { try await enter(bob, proof) }
            let ticket = try await enter(ann, proof)
            // Whoever has a ticket isn't asked again.
            #expect(try await enter(ann, nil) == ticket)
        }
    }

    @Test func `work is good for two hours`() async throws {
        try await Town.story(on: .sqlite, .bands(10) { $0.rounds = 2 }, work: 6) { town in
            let ann = try await town.person("ann", in: "DE")
            let challenge = try await town.shop.entryChallenge(to: town.rounds[0], for: ann)
            let proof = worked(challenge!)
            let opens = try await town.round(2).roomOpens
            // The room itself goes first: nobody works for a door that is shut.
            await #expect(throws: Refusal.roomNotOpen(opens: opens)) {
                try await town.shop.enterRoom(of: town.rounds[1], as: ann)
            }
            town.clock.wind(.hours(2))
            await #expect(throws: Refusal.workMissing) {
                try await town.shop.enterRoom(of: town.rounds[0], as: ann, proof: proof)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who waits instead waits behind the others of the same address`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10), work: 20) { town in
            let people = try await town.people(3, in: "FR")
            let (begun, round) = (town.clock.now(), town.rounds[0])
            func wait(_ person: Int, _ address: String) async throws -> EntryWait {
                try await town.shop.entryWait(to: round, for: people[person], from: address)
            }
            let first = try await wait(0, "2001:db8::1")
            let second = try await wait(1, "2001:db8::2")
            #expect(first.from == begun + .seconds(30))
            #expect(second.from == begun + .seconds(60))
            #expect(try await wait(2, "192.0.2.1").from == begun + .seconds(30))
            #expect(try await wait(0, "2001:db8::1") == first)

            func enter(_ person: Int, _ wait: EntryWait) async throws {
                _ = try await town.shop.enterRoom(
                    of: round, as: people[person], proof: .waited(form: wait.form))
            }
            await #expect(throws: Refusal.waitFirst(until: first.from)) {
                try await enter(0, first)
            }
            town.clock.wind(.seconds(30))
            try await enter(0, first)
            await #expect(throws: Refusal.workMissing) { try await enter(1, first) }
            town.clock.wind(.seconds(30))
            try await enter(1, second)
        }
    }

    @Test func `unless the operator asks for it nobody works`() async throws {
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: "DE")
            #expect(try await town.shop.entryChallenge(to: town.rounds[0], for: ann) == nil)
            try await town.enter(ann)
        }
    }
}

/// As a browser does it.
private func worked(_ challenge: WorkChallenge) -> EntryProof {
    nonce(challenge) { $0 >= challenge.bits }
}

/// A number that is of no use.
private func idle(_ challenge: WorkChallenge) -> EntryProof {
    nonce(challenge) { $0 < challenge.bits }
}

private func nonce(_ challenge: WorkChallenge, _ isRight: (Int) -> Bool) -> EntryProof {
    for number in 0... {
        let hash = SHA256.hash(data: Array("\(challenge.text):\(number)".utf8))
        let first = hash.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        if isRight(first.leadingZeroBitCount) {
            return .worked(challenge: challenge.text, nonce: String(number))
        }
    }
    fatalError("numbers don't end")
}
