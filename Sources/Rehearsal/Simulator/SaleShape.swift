// What a simulated sale is like: drawn from its seed, from one product for three people to the rush
// of thousands.

import Rules
import Shop

struct SaleShape: Sendable {
    let begins: Moment
    let draft: SaleDraft
    /// By market.
    let buyers: [(market: String, count: Int)]
    /// People who live at one door with somebody else; of 10.
    let crowding: Int
    let steps: Int
    /// The steps in which each round opens.
    var openings: [Int] {
        draft.rounds.count == 1 ? [4] : [4, steps * 3 / 5]
    }
    /// Of 10,000 points in the machine's life, at how many it dies; 0 for a quiet day.
    let roughness: Int
    /// Whether the value of each beacon is entered by somebody, some time.
    let isBeaconRead: Bool
    var isRush: Bool { buyers.reduce(0) { $0 + $1.count } > 500 }

    init(seed: UInt64, sample: SaleDraft, size: SimulationPlan.Size) {
        var chance = SeededChance(seed: seed)
        let isRush = size == .rush || size == .mixed && seed % 1000 == 999
        begins =
            Self.days.randomElement(using: &chance)!.midnight()
            + Span(milliseconds: Int64.random(in: 0..<86_400_000, using: &chance))
        let markets = Array(
            ["US", "GB", "FR", "DE"].shuffled(using: &chance)
                .prefix(Int.random(in: 1...4, using: &chance))
        ).sorted()
        let most = isRush ? 4000 : Int.random(in: 2...14, using: &chance)
        let each = max(1, most / markets.count)
        buyers = markets.map { ($0, each) }
        crowding = Int.random(in: 0...5, using: &chance)
        steps = isRush ? 40 : Int.random(in: 40...110, using: &chance)
        let weathers = [0, 20, 60, 60, 150]
        roughness = weathers.randomElement(using: &chance)!
        var draft = Self.draft(
            sample, for: markets, from: begins, buyers: each * markets.count, using: &chance)
        isBeaconRead = Int.random(in: 0..<4, using: &chance) > 0
        if draft.order != .firstCome, Int.random(in: 0..<3, using: &chance) == 0 {
            for index in draft.rounds.indices {
                draft.rounds[index].beacon = Self.beacon(
                    from: begins, to: draft.rounds[index].opens, using: &chance)
            }
        }
        self.draft = draft
    }

    /// The list may close at the opening or long before, and the value come before or after it.
    private static func beacon(
        from begins: Moment, to opens: Moment, using chance: inout SeededChance
    ) -> Beacon {
        let span = (opens - begins).milliseconds / 1000
        let closes = begins + .seconds(Int64.random(in: 1...span, using: &chance))
        let published = closes + .seconds(Int64.random(in: 10...300, using: &chance))
        return Beacon(
            name: "simulated", address: "https://example.com/beacon", listCloses: closes,
            published: published,
            fallback: published + .seconds(Int64.random(in: 60...1800, using: &chance)))
    }

    /// Days on which somebody's clocks change, years end, or the model sale was.
    private static let days = [
        Day(2015, 5, 19)!, Day(2026, 3, 28)!, Day(2026, 3, 29)!, Day(2026, 10, 24)!,
        Day(2026, 10, 25)!, Day(2026, 11, 1)!, Day(2026, 12, 31)!, Day(2026, 11, 24)!,
        Day(2026, 9, 30)!,
    ]

    private static func draft(
        _ sample: SaleDraft, for markets: [String], from begins: Moment, buyers: Int,
        using chance: inout SeededChance
    ) -> SaleDraft {
        var draft = sample
        let products = Array(
            ["band", "headphones", "power-bank-5000"].shuffled(using: &chance)
                .prefix(Int.random(in: 1...2, using: &chance)))
        draft.code = "simulated"
        draft.order =
            [.shuffled, .shuffled, .firstCome, .draw].randomElement(using: &chance)!
        draft.hold = .seconds(60 * Int64.random(in: 1...15, using: &chance))
        draft.offers = sample.offers.filter { offer in
            products.contains(offer.product) && markets.contains(offer.market.code)
        }
        let limits = Dictionary(
            uniqueKeysWithValues: products.map { ($0, Int.random(in: 1...4, using: &chance)) })
        for index in draft.offers.indices {
            draft.offers[index].limit = limits[draft.offers[index].product]!
        }
        draft.rounds = []
        var opens = begins + .seconds(Int64.random(in: 60...3600, using: &chance))
        for _ in 1...Int.random(in: 1...2, using: &chance) {
            let closes = opens + .seconds(Int64.random(in: 1800...7200, using: &chance))
            draft.rounds.append(
                SaleDraft.RoundDraft(
                    roomOpens: begins, opens: opens, closes: closes,
                    door: Door(
                        burst: [1, 3, 1000].randomElement(using: &chance)!,
                        perMinute: [1, 6, 60, 6000].randomElement(using: &chance)!),
                    units: units(of: products, for: markets, buyers: buyers, using: &chance)))
            opens = closes + .seconds(Int64.random(in: 30...600, using: &chance))
        }
        return draft
    }

    /// Fewer than people want, mostly; of each market or shared.
    private static func units(
        of products: [String], for markets: [String], buyers: Int,
        using chance: inout SeededChance
    ) -> [SaleDraft.UnitsDraft] {
        products.flatMap { product in
            let all = Int.random(in: 1...max(2, buyers * 3 / 2), using: &chance)
            if Bool.random(using: &chance) {
                return [SaleDraft.UnitsDraft(product: product, market: nil, units: all)]
            }
            return markets.map {
                SaleDraft.UnitsDraft(
                    product: product, market: Country($0)!, units: max(1, all / markets.count))
            }
        }
    }
}
