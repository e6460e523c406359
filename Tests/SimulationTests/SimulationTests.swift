// Sales in which everything goes wrong, by seed; and the same again with bugs put in, to show that
// they would be found. More of them: `onsale simulate --sales 10000`.
import Foundation
import Rehearsal
import Rules
import Shop
import Storage
import TestKit
import Testing

@Suite(.serialized) struct SimulationTests {
    @Test func `whatever goes wrong, nobody is cheated`() async throws {
        try await withTemporaryDirectory { directory in
            let tally = try await Simulation.run(
                from: 1, sales: 120, at: .sqlite(path: directory), size: .small)
            #expect(tally.sales == 120)
            // What never happened proves nothing. The rarest may be missing from so few sales; the
            // command doesn't let that pass in a thousand.
            #expect(tally.neverMet.count <= 4, "\(tally.neverMet)")
            #expect(tally.ordersPaid > 40)
            #expect(tally.refunds > 5)
        }
    }

    @Test func `nor on PostgreSQL`() async throws {
        let tally = try await Simulation.run(
            from: 5000, sales: 12, at: .postgres(url: try postgresURL()), size: .small)
        #expect(tally.sales == 12)
    }

    @Test func `nor in a rush of thousands`() async throws {
        try await withTemporaryDirectory { directory in
            let stage = try await Stage(at: .sqlite(path: directory))
            var plan = SimulationPlan(seed: 1)
            plan.size = .rush
            let course = try await stage.play(plan)
            #expect(course.tally.requests > 3000)
        }
    }

    @Test(arguments: [1, 2, 3, 4])
    func `the same seed is the same sale, on both engines`(seed: UInt64) async throws {
        try await withTemporaryDirectory { directory in
            let plan = SimulationPlan(seed: seed)
            let embedded = try await Stage(at: .sqlite(path: directory))
            let first = try await embedded.play(plan)
            let second = try await embedded.play(plan)
            #expect(first.trace == second.trace)
            #expect(first.digest == second.digest)
            let served = try await Stage(at: .postgres(url: try postgresURL()))
            let third = try await served.play(plan)
            #expect(first.trace == third.trace)
            #expect(first.digest == third.digest)
        }
    }

    /// The command does it for each point; here it is one in some.
    @Test func `the machine may die anywhere`() async throws {
        try await withTemporaryDirectory { directory in
            let stage = try await Stage(at: .sqlite(path: directory))
            var plan = SimulationPlan(seed: 11)
            plan.size = .small
            plan.deathAt = .max
            let points = try await stage.play(plan).points
            #expect(points > 200)
            for point in stride(from: 1, through: points, by: points / 40) {
                plan.deathAt = point
                let course = try await stage.play(plan)
                #expect(course.tally.starts == 1, "point \(point)")
            }
        }
    }
}
