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
    let schema = "t_" + String(UInt64.random(in: 0 ... .max), radix: 36)
    try await postgres.run("create schema \(schema)")
    let result: T
    do {
        result = try await body(postgres.url(searching: schema))
    } catch {
        try await postgres.run("drop schema \(schema) cascade")
        throw error
    }
    try await postgres.run("drop schema \(schema) cascade")
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

    /// Only for statements made of names that were made up here.
    func run(_ statement: String) async throws {
        _ = try await storage.write { try $0.run(SQL(stringLiteral: statement)) }
    }

    func url(searching schema: String) -> String {
        url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
    }
}

/// Runs the body on a connection to the same cluster that no storage under test knows of.
package func withAnotherSession(_ body: (Transaction) throws -> Void) throws {
    try ThrowawayPostgres.shared.get().storage.writeBlocking(body)
}
