// Simulations: many sales, each from a seed of its own, on as many cores as there are; and what
// came of them.

import Foundation
package import Partners
import Rules
package import Shop
package import Storage

/// What a simulated sale begins with.
package struct SimulationPlan: Sendable {
    package var seed: UInt64
    package var size = Size.mixed
    /// The one point at which the machine dies; nothing else goes wrong then.
    package var deathAt: Int?
    package var planted = Planted()

    package init(seed: UInt64) { self.seed = seed }

    /// Mostly small sales and a rush now and then, or all the same.
    package enum Size: Sendable { case mixed, small, rush }

    /// Bugs that are put in, to see that they are found.
    package struct Planted: Sendable {
        package var rule = BatchRule.ours
        /// Stands between the shop and its partner.
        package var partner: @Sendable (any PaymentMethod) -> any PaymentMethod = { $0 }

        package init() {}
    }
}

/// A sale that was played to its end, and in which all was well.
package struct Course: Sendable {
    package let seed: UInt64
    package let tally: Tally
    /// The same for the same seed.
    package let digest: String
    /// Points at which the machine could have died.
    package let points: Int
    package let trace: [String]
}

/// A sale in which something was wrong.
package struct SimulationFailure: Error, CustomStringConvertible {
    package let seed: UInt64
    /// Nil at the end.
    package let step: Int?
    package let findings: [String]
    package let trace: [String]

    package var description: String {
        """
        Seed \(seed), \(step.map { "step \($0)" } ?? "at the end"):
        \(findings.prefix(20).map { "  WRONG: \($0)" }.joined(separator: "\n"))
        What happened last:
        \(trace.suffix(40).map { "  \($0)" }.joined(separator: "\n"))
        To see it again:
            onsale simulate --seed \(seed) --sales 1 --trace
        """
    }
}

/// What all simulated sales have in common, prepared once.
package final class Stage: Sendable {
    let sample: SaleDraft
    private let rulebook: LiveRulebook
    private let passwords = PasswordHasher(cost: .least, threads: 1)
    private let ground: Ground

    /// - Parameter location: a directory's path for SQLite files, or a PostgreSQL.
    package init(at location: Location) async throws {
        rulebook = try LiveRulebook(directory: nil)
        sample = try SaleDraft.sample(markets: rulebook.current.markets)
        ground = try Ground(location)
    }

    package func play(_ plan: SimulationPlan) async throws -> Course {
        try await ground.withFreshShop { location in
            try await SimulatedSale(plan, on: self, at: location).run()
        }
    }

    func open(
        _ location: Location, clock: any Timepiece, chance: SharedChance, machine: Machine,
        payments: [String: any PaymentMethod], mailer: any Mailer, listener: Listener,
        rule: BatchRule
    ) throws -> Shop {
        var limits = Storage.Limits()
        limits.connections = 1
        let storage = try Storage.open(
            location, limits: limits, logger: listener.logger, interruptions: machine)
        return Shop(
            storage: storage, rulebook: rulebook, payments: payments, mailer: mailer,
            clock: clock, chance: chance,
            settings: ShopSettings(
                publicURL: "https://shop.example.com", returnAddress: ["1 Harbour Road"]),
            passwords: passwords, log: listener.logger, rule: rule)
    }
}

package enum Simulation {
    /// Plays `sales` sales with the seeds from `seed` on, several at once. `told` is called after
    /// each that went well, `failed` after each that didn't; what it throws ends the run.
    package static func run(
        from seed: UInt64, sales: Int, at location: Location, size: SimulationPlan.Size = .mixed,
        cores: Int = ProcessInfo.processInfo.activeProcessorCount,
        told: @escaping (Tally) -> Void = { _ in },
        failed: (SimulationFailure) throws -> Void = { throw $0 }
    ) async throws -> Tally {
        let stage = try await Stage(at: location)
        return try await play(sales, on: stage, cores: cores, told: told, failed: failed) {
            var plan = SimulationPlan(seed: seed &+ UInt64($0))
            plan.size = size
            return plan
        }
    }

    /// Plays the sale of `seed` once for every point in the life of its machine, which dies there;
    /// nothing else goes wrong.
    package static func dieEverywhere(
        in seed: UInt64, at location: Location,
        cores: Int = ProcessInfo.processInfo.activeProcessorCount,
        told: @escaping (Tally) -> Void = { _ in }
    ) async throws -> Tally {
        let stage = try await Stage(at: location)
        var plan = SimulationPlan(seed: seed)
        plan.deathAt = .max
        let points = try await stage.play(plan).points
        return try await play(points, on: stage, cores: cores, told: told) { [plan] number in
            var plan = plan
            plan.deathAt = number + 1
            return plan
        }
    }

    private static func play(
        _ sales: Int, on stage: Stage, cores: Int, told: (Tally) -> Void,
        failed: (SimulationFailure) throws -> Void = { throw $0 },
        _ plan: (Int) -> SimulationPlan
    ) async throws -> Tally {
        var sum = Tally()
        try await withThrowingTaskGroup(of: Result<Tally, SimulationFailure>.self) { group in
            var next = 0
            func add() {
                let plan = plan(next)
                next += 1
                group.addTask {
                    do {
                        return .success(try await stage.play(plan).tally)
                    } catch let failure as SimulationFailure {
                        return .failure(failure)
                    }
                }
            }
            while next < min(sales, cores * 2) { add() }
            while let outcome = try await group.next() {
                switch outcome {
                case .success(let tally):
                    sum += tally
                    told(sum)
                case .failure(let failure): try failed(failure)
                }
                if next < sales { add() }
            }
        }
        return sum
    }
}
