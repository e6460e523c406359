// A race for the last units: two hundred buyers, each in two windows at once, for a hundred units
// with a limit of two. The driver knows nothing of how a reservation is made.
import Rules
import Shop
import Storage
import TestKit

struct Race {
    static let units = 100
    static let buyers = 200

    typealias Reserve =
        @Sendable (_ quantity: Int, _ buyer: Account, _ town: Town) async throws ->
        Void

    /// Units that somebody holds when it is over, counted from the reservations.
    let given: Int
    /// What the audit finds.
    let trouble: [String]

    /// A refusal is an answer; anything else that is thrown ends the race.
    static func run(on engine: Engine, by reserve: @escaping Reserve) async throws -> Race {
        let result = Result()
        try await Town.unaudited(on: engine, .bands(units)) { town in
            let people = try await town.people(buyers, in: "US")
            try await town.enter(people)
            try await town.open()
            try await withThrowingTaskGroup { group in
                for person in people {
                    for quantity in [1, 2] {
                        group.addTask {
                            do { try await reserve(quantity, person, town) } catch is Refusal {}
                        }
                    }
                }
                try await group.waitForAll()
            }
            let allotment = try await town.allotment().id
            let sums = try await town.shop.storage.read { try $0.unitSums(of: allotment) }
            result.race = Race(
                given: sums.reserved + sums.sold, trouble: try await town.trouble())
        }
        return result.race!
    }

    private final class Result {
        var race: Race?
    }
}

extension Town {
    /// How not to do it: it looks whether something is free in one transaction, and takes it in
    /// another. Even the CHECK doesn't help, because the count that is written is an old one.
    func lookAndTakeLater(_ quantity: Int, for buyer: Account) async throws {
        let (round, sale, now) = (rounds[0], sale, clock.now())
        let (seen, ticket) = try await shop.storage.read { reader in
            (try reader.allotments(in: round)[0], try reader.ticket(of: buyer.id, in: round)!)
        }
        guard seen.free >= quantity else { throw Refusal.soldOut }
        let reservation = Reservation(
            id: shop.chance.id(at: now), allotment: seen.id, buyer: buyer.id, household: nil,
            numbers: Array(1...quantity), expires: now + sale.hold, key: freshKey())
        try await shop.storage.write { tx in
            var allotment = seen
            allotment.reserved += quantity
            try tx.update(allotment)
            try tx.insert(
                [(reservation, quantity, ticket.id)], sale: sale.id, product: "band", at: now)
        }
    }
}
