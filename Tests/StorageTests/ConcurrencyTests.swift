// Many at once: no increment is lost, deadlocks are survived, and a full line says so.
import Foundation
import Storage
import TestKit
import Testing

@Suite struct ConcurrencyTests {
    /// Fails on PostgreSQL without `forUpdate` (tried): increments are lost.
    @Test(arguments: Engine.allCases)
    func `concurrent writers never lose an increment`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await insertCounters(1, into: storage)
            try await withThrowingTaskGroup { group in
                for _ in 0..<200 {
                    group.addTask { try await storage.write { try increment(1, $0) } }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<25 { try storage.writeBatch { try increment(1, $0) } }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await storage.read { try $0.count("select total from counters") }
            #expect(total == 300)
        }
    }

    @Test(arguments: Engine.allCases)
    func `those who lock each other's rows both succeed in the end`(
        _ engine: Engine
    ) async throws {
        let (runs, holding) = (Tally(), Tally())
        try await withStorage(on: engine, migrations: everything) { storage in
            try await insertCounters(2, into: storage)
            try await withThrowingTaskGroup { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await storage.write { transaction in
                            runs.add()
                            try increment(order[0], transaction)
                            holding.add()
                            // Until the other holds what this one wants next.
                            if engine == .postgres { holding.wait(for: 2) }
                            try increment(order[1], transaction)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let totals = try await storage.read {
                try $0.all("select total from counters").map { try $0.get("total") as Int }
            }
            #expect(totals == [2, 2])
        }
        // SQLite's writers come one after the other; PostgreSQL's meet, and one begins again.
        switch engine {
        case .sqlite: #expect(runs.count == 2)
        case .postgres: #expect(runs.count > 2)
        }
    }

    @Test func `rows that somebody has locked are passed over`() async throws {
        try await withStorage(on: .postgres, migrations: everything) { storage in
            try await insertCounters(3, into: storage)
            try storage.writeBatch { first in
                let next: SQL = """
                    select id from counters order by id limit 1 \(.forUpdate) \(.skipLocked)
                    """
                #expect(try first.count(next) == 1)
                let other = try storage.writeBatch { try $0.count(next) }
                #expect(other == 2)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a full line turns away at once, and what waited is done`(
        _ engine: Engine
    ) async throws {
        var limits = Storage.Limits()
        limits.connections = 1
        limits.waiting = 3
        try await withStorage(on: engine, migrations: everything, limits: limits) { storage in
            let hold = DispatchSemaphore(value: 0)
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                let started = AsyncStream<Void>.makeStream()
                group.addTask {
                    try await storage.write { _ in
                        started.continuation.finish()
                        hold.wait()
                        return true
                    }
                }
                for await _ in started.stream {}
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            return try await storage.write { _ in true }
                        } catch is StorageBusy {
                            return false
                        }
                    }
                }
                var outcomes: [Bool] = []
                while outcomes.count < 7, let outcome = try await group.next() {
                    outcomes.append(outcome)
                }
                hold.signal()
                for try await outcome in group { outcomes.append(outcome) }
                return outcomes
            }
            #expect(outcomes.count { $0 } == 4)
            #expect(outcomes.prefix(7).allSatisfy { !$0 })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed storage turns work away`(_ engine: Engine) async throws {
        try await withStorage(on: engine) { storage in
            storage.close()
            await #expect(throws: StorageUnavailable.self) {
                try await storage.read { try $0.count("select 1") }
            }
        }
    }
}

func insertCounters(_ count: Int, into storage: Storage) async throws {
    try await storage.write { transaction in
        let rows: [[any SQLBindable]] = (1...count).map { [$0, 0, "counter", "\($0)"] }
        try transaction.insert(into: "counters", ["id", "total", "name", "serial"], rows: rows)
    }
}

/// Reads and writes in two statements, as a rule between them would need.
func increment(_ id: Int, _ transaction: Transaction) throws {
    let total = try transaction.count(
        "select total from counters where id = \(id) \(.forUpdate)")
    try transaction.run("update counters set total = \(total + 1) where id = \(id)")
}
