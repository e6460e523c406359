// onsale simulate: plays whole sales with the shop's own code, under a clock, a chance and faults
// that a seed decides, and looks after every step whether anybody was cheated.

import ArgumentParser
import Foundation
import Rehearsal
import Storage

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play sales in which everything goes wrong, and prove that nobody is cheated.",
        discussion: """
            The same seed is the same sale. A failure tells its seed, and what happened last. \
            Exits with 1 when something was wrong, or when a kind of fault was never met in 1,000 \
            sales or more.
            """)

    @Option(help: "The seed of the first sale; each further one has the next number.")
    var seed: UInt64 = 1

    @Option(help: "How many sales.")
    var sales = 1000

    @Option(help: "A directory for the sales' SQLite files, or postgres://… for schemas in it.")
    var database = SimulateCommand.memory

    @Flag(help: "Only rushes: thousands of people in each sale.")
    var rush = false

    @Flag(help: "Play the seed’s sale again and again, and kill the machine at each point in turn.")
    var everyPoint = false

    @Flag(help: "Say every step. For few sales.")
    var trace = false

    /// A directory that costs no disk its life, where there is one.
    private static let memory =
        FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? "/dev/shm/onsale-simulate" : NSTemporaryDirectory() + "onsale-simulate"

    func validate() throws {
        guard (1...10_000_000).contains(sales) else {
            throw ValidationError("--sales is a number from 1 to 10,000,000")
        }
    }

    func run() async throws {
        let begin = Date()
        do {
            let tally = try await play()
            let seconds = Date().timeIntervalSince(begin)
            print(tally.report(seconds: seconds))
            let missing = tally.neverMet
            guard missing.isEmpty || sales < 1000 || everyPoint else {
                for mishap in missing { print("NEVER MET: \(mishap.rawValue)") }
                throw ExitCode.failure
            }
        } catch let failure as SimulationFailure {
            print(failure)
            throw ExitCode.failure
        }
    }

    private var size: SimulationPlan.Size { rush ? .rush : .mixed }

    private func play() async throws -> Tally {
        if everyPoint {
            return try await Simulation.dieEverywhere(
                in: seed, at: Location(database), told: countAloud())
        }
        return trace ? try await runAloud() : try await runQuietly()
    }

    private func runQuietly() async throws -> Tally {
        try await Simulation.run(
            from: seed, sales: sales, at: Location(database), size: size, told: countAloud())
    }

    private func countAloud() -> (Tally) -> Void {
        var shown = 0
        return { tally in
            guard tally.sales >= shown + 500 else { return }
            shown = tally.sales
            FileHandle.standardError.write(Data("  \(tally.sales) sales\n".utf8))
        }
    }

    private func runAloud() async throws -> Tally {
        let stage = try await Stage(at: Location(database))
        var sum = Tally()
        for number in 0..<sales {
            var plan = SimulationPlan(seed: seed &+ UInt64(number))
            plan.size = size
            let course = try await stage.play(plan)
            print("Seed \(course.seed):")
            for line in course.trace { print("  \(line)") }
            print("  digest \(course.digest)")
            sum += course.tally
        }
        return sum
    }
}
