// The ground that simulated shops stand on: a new, empty database for each, which is gone when it
// is.

import Foundation
import Logging
import Storage

struct Ground: Sendable {
    private enum Soil: Sendable {
        /// A file is copied faster than it is made.
        case directory(String, template: String)
        case server(Storage, url: String)
    }

    private let soil: Soil

    init(_ location: Location) throws {
        let quiet = Self.quiet
        switch location {
        case .sqlite(let directory):
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
            let template = "\(directory)/\(Self.freshName()).template"
            try Storage.open(.sqlite(path: template), logger: quiet).close()
            soil = .directory(directory, template: template)
        case .postgres(let url):
            soil = .server(
                try Storage.open(.postgres(url: url), schema: .asFound, logger: quiet), url: url)
        }
    }

    func withFreshShop<T>(_ body: (Location) async throws -> T) async throws -> T {
        switch soil {
        case .directory(let directory, let template):
            let path = "\(directory)/\(Self.freshName())"
            try FileManager.default.copyItem(atPath: template, toPath: path)
            defer {
                for end in ["", "-wal", "-shm"] {
                    // The log is gone already when the last connection closed in peace.
                    try? FileManager.default.removeItem(atPath: path + end)
                }
            }
            return try await body(.sqlite(path: path))
        case .server(let storage, let url):
            let schema = try await ScratchSchema.make(in: storage, at: url)
            let outcome = await Result.catching {
                let location = Location.postgres(url: schema.url)
                let fresh = try Storage.open(location, schema: .asFound, logger: Self.quiet)
                try fresh.migrate()
                fresh.close()
                return try await body(location)
            }
            try await schema.drop()
            return try outcome.get()
        }
    }

    private static let quiet = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    private static func freshName() -> String {
        "simulated-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    }
}

extension Result where Failure == any Error {
    fileprivate static func catching(_ body: () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
