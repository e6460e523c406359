// A place of one's own in a PostgreSQL database, for tests and rehearsals: a schema that is there
// for as long as it is needed.

package struct ScratchSchema: Sendable {
    private let storage: Storage
    private let name: String
    /// Leads to the schema and to nothing beside it.
    package let url: String

    /// - Parameter storage: of the database at `url`.
    package static func make(in storage: Storage, at url: String) async throws -> ScratchSchema {
        // Made up here, so nothing has to be escaped.
        let name = "t_" + String(UInt64.random(in: 0 ... .max), radix: 36)
        try await storage.write { try $0.run(SQL(trusted: "create schema \(name)")) }
        let option = "options=-csearch_path%3D\(name)"
        return ScratchSchema(
            storage: storage, name: name, url: url + (url.contains("?") ? "&" : "?") + option)
    }

    package func drop() async throws {
        try await storage.write { [name] in
            try $0.run(SQL(trusted: "drop schema \(name) cascade"))
        }
    }
}
