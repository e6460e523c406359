// The PostgreSQL cluster that `make test` starts, and a schema in it for each test.
import Foundation
package import Storage

/// Said by every test that needs PostgreSQL and has none: a test is never skipped in silence.
struct NoPostgres: Error, CustomStringConvertible {
    let description = """
        ONSALE_TEST_POSTGRES is not set. Run `make test`, or `scripts/throwaway-postgres start \
        DIR` and set it to the URL that is printed.
        """
}

/// Hands the body a URL whose search path is an empty schema, which is dropped afterwards.
func withPostgresSchema<T>(_ body: (String) async throws -> T) async throws -> T {
    let postgres = try ThrowawayPostgres.shared.get()
    let schema = try await ScratchSchema.make(in: postgres.storage, at: postgres.url)
    let result: T
    do {
        result = try await body(schema.url)
    } catch {
        try await schema.drop()
        throw error
    }
    try await schema.drop()
    return result
}

private struct ThrowawayPostgres: Sendable {
    let url: String
    let storage: Storage

    static let shared = Result {
        guard let url = ProcessInfo.processInfo.environment["ONSALE_TEST_POSTGRES"] else {
            throw NoPostgres()
        }
        let storage = try Storage.open(.postgres(url: url), schema: .asFound, logger: quiet)
        return ThrowawayPostgres(url: url, storage: storage)
    }
}

/// Where PostgreSQL is, for tests that make their own places in it.
package func postgresURL() throws -> String { try ThrowawayPostgres.shared.get().url }

/// Runs the body on a connection to the same cluster that no storage under test knows of.
package func withAnotherSession(_ body: (Transaction) throws -> Void) throws {
    try ThrowawayPostgres.shared.get().storage.writeBatch(body)
}
