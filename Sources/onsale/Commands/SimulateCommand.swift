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

    @Option(help: "The same as a range: 1..10000. Failures are gathered, and told at the end.")
    var seeds: SeedRange?

    @Option(help: "How many sales at once; as many as there are cores without it.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

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
        guard (1...64).contains(jobs) else {
            throw ValidationError("--jobs is a number from 1 to 64")
        }
        guard seeds == nil || !(everyPoint || trace) else {
            throw ValidationError("--seeds goes with neither --every-point nor --trace")
        }
    }

    func run() async throws {
        let begin = Date()
        do {
            let failures = Failures()
            let tally = try await play(failures)
            let seconds = Date().timeIntervalSince(begin)
            print(tally.report(seconds: seconds))
            let missing = tally.sales < 1000 || everyPoint ? [] : tally.neverMet
            for mishap in missing { print("NEVER MET: \(mishap.rawValue)") }
            for failure in failures.all { print("\(failure)\n") }
            guard missing.isEmpty, failures.all.isEmpty else { throw ExitCode.failure }
        } catch let failure as SimulationFailure {
            print(failure)
            throw ExitCode.failure
        }
    }

    /// A shop with more of them needs mending, not counting.
    private final class Failures {
        static let most = 20
        private(set) var all: [SimulationFailure] = []

        func add(_ failure: SimulationFailure) throws {
            all.append(failure)
            FileHandle.standardError.write(Data("  seed \(failure.seed) FAILED\n".utf8))
            if all.count >= Self.most { throw failure }
        }
    }

    private var size: SimulationPlan.Size { rush ? .rush : .mixed }

    private func play(_ failures: Failures) async throws -> Tally {
        if everyPoint {
            return try await Simulation.dieEverywhere(
                in: seed, at: Location(database), cores: jobs, told: countAloud())
        }
        if trace { return try await runAloud() }
        guard let seeds else {
            return try await Simulation.run(
                from: seed, sales: sales, at: Location(database), size: size, cores: jobs,
                told: countAloud())
        }
        return try await Simulation.run(
            from: seeds.first, sales: seeds.count, at: Location(database), size: size, cores: jobs,
            told: countAloud(), failed: failures.add)
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

/// `1..10000`: the first and the last.
struct SeedRange: ExpressibleByArgument {
    let first: UInt64
    let count: Int

    init?(argument: String) {
        let ends = argument.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = UInt64(ends[0]), let last = UInt64(ends[1]),
            first <= last, last - first < 10_000_000
        else { return nil }
        self.first = first
        count = Int(last - first) + 1
    }
}
