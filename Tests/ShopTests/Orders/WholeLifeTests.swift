// From the order to the last word of anybody: two parcels, customs, a part sent back, and every
// date that anybody had is over. The same in the four markets.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WholeLifeTests {
    @Test(arguments: Engine.allCases, ["US", "GB", "FR", "DE"])
    func `an order lives to its end, and nothing is left open`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: market)
            let quote = try await town.agreed(order)
            for number in ["PB1", "PB2"] {
                try await town.sendParcel(number, of: order)
                try await town.wind(.days(1))
            }
            let cases = try await town.shop.storage.read { reader in
                try reader.customsCases(of: order.id).map { try $0.decoded() }
            }
            for found in cases { try await town.clear(found) }
            for number in ["PB1", "PB2"] { try await town.arrive(number, of: order) }
            #expect(try await town.now(order).state == .delivered)

            let goods = try await town.giveBack("power-bank-5000", 1, of: order, by: ann)
            try await town.wind(.days(2))
            try await town.shop.checkReturn(
                goods.id,
                ReturnFinding(condition: goods.way == .kept ? .notSent : .asNew, note: ""),
                by: town.clerk)
            try await town.tick()
            let worth = ReturnWorth(
                of: goods.items, after: [:], quote: quote,
                freight: market == "US" ? .none : .standard)
            #expect(try await town.refunds(of: order).map(\.amount) == [worth.total])

            // Past the longest of them: two years of guarantee, three of customs.
            for _ in 1...45 { try await town.wind(.days(30)) }
            let subjects =
                [order.id.text, goods.id.text] + cases.map(\.id.text)
            let open = try await town.shop.storage.read { reader in
                try subjects.flatMap { try reader.deadlines(of: $0) }.filter { $0.state == .open }
            }
            #expect(open.isEmpty, "\(open)")
            let ended = try await town.shop.storage.read { reader in
                try reader.customsCases(of: order.id).map { try $0.decoded().state }
            }
            #expect(ended == [.final, .final])
            #expect(try await town.shop.storage.read { try $0.jobsWaiting() } == 0)
        }
    }
}

extension Town {
    /// Declared and released as it was quoted.
    fileprivate func clear(_ found: CustomsCase) async throws {
        let day = Day(clock.now())
        let declaration = CustomsCase.Declaration(
            reference: "entry", form: .cn22, day: day, declarant: "broker")
        try await shop.recordCustoms(.declare(declaration), of: found.id, on: day, by: clerk)
        try await shop.recordCustoms(
            .release(found.quoted, fee: .zero(found.quoted.duty.currency), on: day), of: found.id,
            on: day, by: clerk)
    }
}
