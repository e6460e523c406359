// The odds told to those who wait: whoever is told "certain" gets one, and nearly all of those who
// are told "likely".
import Rules
import Testing

struct OddsTests {
    @Test func `before the opening a place is certain if all before it take all they may`() {
        let odds = room(units: 100, limit: 2, place: 1000, at: .zero)
        #expect(odds.chance(of: 50) == .certain)
        #expect(odds.chance(of: 51) == .unlikely)
        #expect(odds.chance(of: 1000) == .unlikely)
    }

    @Test func `nothing is possible when all is sold, or when the turn comes after the end`() {
        let sold = allotment(units: 10, reserved: 0, sold: 10)
        let gone = Odds(
            of: sold, in: round, order: .shuffled, limit: 2, lastPlace: 50, at: opens)
        #expect(gone.chance(of: 1) == .impossible)
        let slow = Round(
            id: round.id, sale: round.sale, number: 1, roomOpens: opens, opens: opens,
            closes: opens + .minutes(10), door: Door(burst: 1, perMinute: 1), commitment: "")
        let odds = Odds(
            of: allotment(units: 1000, reserved: 0, sold: 0), in: slow, order: .shuffled, limit: 2,
            lastPlace: 50, at: opens)
        #expect(odds.chance(of: 11) == .certain)
        #expect(odds.chance(of: 12) == .impossible)
    }

    @Test func `in a draw the first places win`() {
        let odds = Odds(
            of: allotment(units: 100, reserved: 0, sold: 0), in: round, order: .draw, limit: 2,
            lastPlace: 1000, at: opens)
        #expect(odds.chance(of: 50) == .certain)
        #expect(odds.chance(of: 51) == .unlikely)
    }

    /// Rounds in which people take nothing, one or all they may, with every likelihood. Of the
    /// places behind the door that are told "certain" all find a unit at their turn, of those told
    /// "likely" at least 95 in 100.
    @Test func `what is told comes true`() {
        var chance = SeededChance(seed: 2015)
        var told: [Odds.Chance: (all: Int, got: Int)] = [:]
        for _ in 0..<3000 {
            let limit = Int.random(in: 1...3, using: &chance)
            let people = Int.random(in: 50...2000, using: &chance)
            let units = Int.random(in: 10...1500, using: &chance)
            let willingness = Double.random(in: 0.02...1, using: &chance)
            let wants = (0..<people).map { _ in
                Double.random(in: 0...1, using: &chance) < willingness
                    ? Int.random(in: 1...limit, using: &chance) : 0
            }
            let minutes = Int64.random(in: 0...10, using: &chance)
            let now = opens + .minutes(minutes)
            let admitted = min(round.door.admitted(at: now, opens: opens), people)
            let taken = min(units, wants.prefix(admitted).reduce(0, +))
            let odds = Odds(
                of: allotment(units: units, reserved: taken, sold: 0), in: round,
                order: .shuffled, limit: limit, lastPlace: people, at: now)
            var free = units - taken
            for place in (admitted + 1)..<max(people + 1, admitted + 2) {
                told[odds.chance(of: place), default: (0, 0)].all += 1
                if free > 0 { told[odds.chance(of: place)]!.got += 1 }
                if place <= people { free -= min(free, wants[place - 1]) }
            }
        }
        let (certain, likely) = (told[.certain]!, told[.likely]!)
        #expect(certain.all > 1000 && certain.got == certain.all)
        #expect(likely.all > 100_000)
        #expect(Double(likely.got) / Double(likely.all) > 0.95, "\(likely)")
        // "Unlikely" is no "no": but for most it would have been wrong to hope.
        let unlikely = told[.unlikely]!
        // The figures of docs/fairness.md.
        print("of those told certain \(certain), likely \(likely), unlikely \(unlikely)")
        #expect(Double(unlikely.got) / Double(unlikely.all) < 0.5, "\(unlikely)")
    }

    private let opens = Moment(seconds: 1_432_000_000)

    private var round: Round {
        var chance = SeededChance(seed: 1)
        return Round(
            id: ID(at: opens, using: &chance), sale: ID(at: opens, using: &chance), number: 1,
            roomOpens: opens, opens: opens, closes: opens + .hours(2),
            door: Door(burst: 20, perMinute: 100), commitment: "")
    }

    private func allotment(units: Int, reserved: Int, sold: Int) -> Allotment {
        var chance = SeededChance(seed: 2)
        return Allotment(
            id: ID(at: opens, using: &chance), round: ID(at: opens, using: &chance),
            product: "band", market: nil, units: units, reserved: reserved, sold: sold)
    }

    private func room(units: Int, limit: Int, place: Int, at span: Span) -> Odds {
        Odds(
            of: allotment(units: units, reserved: 0, sold: 0), in: round, order: .shuffled,
            limit: limit, lastPlace: place, at: opens + span)
    }
}
