// PostgreSQL goes away in the middle: what can be repeated is, and what can't is said.
import Foundation
import Storage
import TestKit
import Testing

@Suite struct LossTests {
    @Test func `idle connections that were killed are replaced unnoticed`() async throws {
        try await withStorage(on: .postgres, migrations: everything) { storage in
            try await insertCounters(1, into: storage)
            let sessions = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        try await storage.read { try $0.count("select pg_backend_pid()") }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try kill(sessions)
            for _ in 0..<5 { try await storage.write { try increment(1, $0) } }
            let total = try await storage.read { try $0.count("select total from counters") }
            #expect(total == 5)
        }
    }

    @Test func `a transaction that loses its connection is run again, once counted`() async throws {
        let runs = Tally()
        try await withStorage(on: .postgres, migrations: everything) { storage in
            try await insertCounters(1, into: storage)
            try await storage.write { transaction in
                try increment(1, transaction)
                runs.add()
                if runs.count == 1 { try kill([transaction.count("select pg_backend_pid()")]) }
                try increment(1, transaction)
            }
            let total = try await storage.read { try $0.count("select total from counters") }
            #expect(total == 2)
            #expect(runs.count == 2)
        }
    }

    @Test func `a connection lost at the commit is told, and nothing is repeated`() async throws {
        let runs = Tally()
        try await withStorage(on: .postgres, migrations: everything) { storage in
            await #expect(throws: CommitUnknown.self) {
                try await storage.write { transaction in
                    runs.add()
                    try transaction.run("insert into things (number) values (1)")
                    // Nothing follows but the commit, which finds nobody there.
                    try kill([transaction.count("select pg_backend_pid()")])
                }
            }
            #expect(runs.count == 1)
            let written = try await storage.read { try $0.count("select count(*) from things") }
            #expect(written == 0)
        }
    }

    @Test func `nobody at home is said after a few attempts`() async {
        await #expect(throws: StorageUnavailable.self) {
            try await open("postgres://x@/x?host=/nowhere")
        }
    }

    @Test func `a connection that the server says is read-only is not taken for the primary`()
        async throws
    {
        try await withLocation(on: .postgres) { location in
            guard case .postgres(let url) = location else { return }
            let standby = url.replacing(
                "options=", with: "options=-cdefault_transaction_read_only%3Don%20")
            await #expect(throws: StorageUnavailable.self) { try await open(standby) }
        }
    }

    /// On a thread of its own, as it takes some seconds and the other tests need theirs.
    private func open(_ url: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try Storage.open(.postgres(url: url), schema: .asFound, logger: quiet)
                            .close()
                    })
            }
        }
    }

    /// Ends these sessions from another one, and waits until they are gone.
    private func kill(_ sessions: [Int]) throws {
        try withAnotherSession { transaction in
            _ = try transaction.all(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where pid in \(list: sessions)
                """)
        }
    }
}
