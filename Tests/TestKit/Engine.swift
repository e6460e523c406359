// The two engines, as arguments of a test: whatever the storage promises, both keep.
package import Logging
package import Storage

package enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres
}

/// Hands the body a fresh storage, and removes it afterwards. With `migrated: false` it is empty.
@discardableResult
package func withStorage<T>(
    on engine: Engine, migrated: Bool = true, migrations: [Migration] = Migration.all,
    limits: Storage.Limits = Storage.Limits(),
    _ body: (Storage) async throws -> T
) async throws -> T {
    try await withLocation(on: engine) { location in
        let storage = try Storage.open(
            location, schema: .asFound, limits: limits, migrations: migrations, logger: quiet)
        defer { storage.close() }
        if migrated { try storage.migrate() }
        return try await body(storage)
    }
}

/// Hands the body the place of an empty database, for tests about opening one.
@discardableResult
package func withLocation<T>(
    on engine: Engine, _ body: (Location) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        try await withTemporaryDirectory { try await body(.sqlite(path: $0 + "/shop.db")) }
    case .postgres: try await withPostgresSchema { try await body(.postgres(url: $0)) }
    }
}

/// A logger that keeps to itself: a test says what it expects.
package let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
