// A claim lives by its rules and no others, and a photograph is known by how it begins.
import Rules
import TestKit
import Testing

struct ClaimTests {
    @Test func `a claim lives by these rules and no others`() {
        let allowed = table(
            """
            # state     | event   | then
            asked       | accept  | accepted
            asked       | decline | declined
            accepted    | repair  | repair
            accepted    | replace | replacement
            accepted    | payback | refund
            repair      | replace | replacement
            repair      | payback | refund
            repair      | send    | done
            replacement | payback | refund
            replacement | send    | done
            refund      | finish  | done
            """)
        let then = Dictionary(uniqueKeysWithValues: allowed.map { ("\($0[0]) \($0[1])", $0[2]) })
        let events = ["accept", "decline", "repair", "replace", "payback", "send", "finish"]
        for state in Claim.State.allCases {
            for name in events {
                var claim = Self.claim(state)
                do throws(Refusal) {
                    _ = try claim.apply(Self.event(name))
                    #expect(claim.state.rawValue == then["\(state.rawValue) \(name)"])
                } catch {
                    #expect(then["\(state.rawValue) \(name)"] == nil, "\(state) \(name)")
                    #expect(error == .orderStateForbids(state: state.rawValue))
                    #expect(claim.state == state)
                }
            }
        }
    }

    @Test func `every step owes its letter; of the money another one tells`() throws {
        var claim = Self.claim(.asked)
        #expect(try claim.apply(.accept).map(\.kind) == ["letter:claim_accepted"])
        #expect(try claim.apply(.repair).map(\.kind) == ["letter:claim_remedy"])
        #expect(try claim.apply(Self.event("send")).map(\.kind) == ["letter:claim_done"])
        #expect(claim.remedy == .repair)
        var paid = Self.claim(.refund)
        #expect(try paid.apply(.finish).isEmpty)
    }

    @Test func `a photograph is known by how it begins`() throws {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
        #expect(PictureKind(jpeg) == .jpeg)
        #expect(
            PictureKind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(PictureKind(Array("RIFF0000WEBPVP8 ".utf8)) == .webp)
        for other in ["", "<svg xmlns=", "GIF89a", "RIFF0000WAVE", "%PDF-1.7"] {
            #expect(PictureKind(Array(other.utf8)) == nil, "\(other)")
            #expect(throws: Refusal.input([Fault(.photos, .malformed)])) {
                try EvidencePhoto.check([Array(other.utf8)])
            }
        }
        try EvidencePhoto.check(Array(repeating: jpeg, count: 4))
        #expect(throws: Refusal.input([Fault(.photos, .tooMany(most: 4))])) {
            try EvidencePhoto.check(Array(repeating: jpeg, count: 2), besides: 3)
        }
        let huge = jpeg + [UInt8](repeating: 0, count: EvidencePhoto.mostBytes)
        #expect(throws: Refusal.input([Fault(.photos, .tooLarge(megabytes: 6))])) {
            try EvidencePhoto.check([huge])
        }
    }

    private static func event(_ name: String) -> Claim.Event {
        switch name {
        case "accept": .accept
        case "decline": .decline(reason: "It fell into the sea.")
        case "repair": .repair
        case "replace": .replace
        case "payback": .payBack(ID("rma_01JWG3Q4T0V1KZ00000000000A")!)
        case "send":
            .send(Shipment(carrier: "EMS", trackingNumber: "1", day: Day(2015, 9, 1)!))
        default: .finish
        }
    }

    private static func claim(_ state: Claim.State) -> Claim {
        Claim(
            id: ID("clm_01JWG3Q4T0V1KZ00000000000A")!, number: "C-1",
            warranty: ID("wty_01JWG3Q4T0V1KZ00000000000A")!,
            account: ID("acc_01JWG3Q4T0V1KZ00000000000A")!, description: "Dead.", wish: nil,
            asked: Moment(milliseconds: 0), state: state)
    }
}
