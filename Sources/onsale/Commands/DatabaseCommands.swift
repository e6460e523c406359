// onsale migrate, check, backup: what an operator does about the rows themselves.

import ArgumentParser
import Shop
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database's schema up to date.",
        discussion: """
            A SQLite file is copied first; it is also brought up to date by whatever opens it. On \
            PostgreSQL nothing else changes the schema: back it up with pg_dump, then run this.
            """)

    @Flag(name: .customLong("print"), help: "Only print the schema, as docs/schema.sql has it.")
    var isPrinting = false

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        if isPrinting { return show(try schemaText()) }
        try await withStorage(try settings.read(), schema: .asFound) { storage in
            let before = try storage.schemaVersion()
            try storage.migrate()
            let now = try storage.schemaVersion()
            print(before == now ? "schema \(now), as it was" : "schema \(before) → \(now)")
        }
    }
}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Audit everything that is stored; fail if it doesn't add up.")

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let findings = try await withStorage(try settings.read()) { storage in
            try await storage.read { try Audit.run($0) }
        }
        for finding in findings { print(finding) }
        guard findings.isEmpty else { throw ExitCode.failure }
        print("everything adds up")
    }
}

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy a SQLite database that is in use.")

    @Argument(help: "The file to write; it must not be there yet.")
    var to: String

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        // As it is: a copy for safe keeping must not change what it copies.
        try await withStorage(try settings.read(), schema: .asFound) { storage in
            try await storage.backup(to: to)
        }
        print("copied to \(to)")
    }
}
