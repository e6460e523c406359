// onsale restore: to put a backup in the place of a database. What was there is kept beside it.

import ArgumentParser
import Foundation
import Logging
import Shop
import Storage

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of a SQLite database.",
        discussion: "Stop the store first.")

    @Argument(help: "A file that `onsale backup` wrote.")
    var from: String

    @Flag(help: "There is a database already: move it aside.")
    var replace = false

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let settings = try settings.read()
        LogLines.begin(at: settings.logLevel)
        guard case .sqlite(let path) = settings.location else {
            throw ValidationError("a PostgreSQL database is restored by pg_restore")
        }
        let files = FileManager.default
        guard files.fileExists(atPath: from) else { throw ValidationError("\(from) isn't there") }
        let isThere = files.fileExists(atPath: path)
        guard replace || !isThere else {
            throw ValidationError("\(path) is there already; --replace moves it aside")
        }
        try await withCheckedCopy(of: from, beside: path) { copy in
            if isThere { try moveAside(path) }
            try await copy.backup(to: path)
        }
        print("\(path) is now as it was in \(from)")
    }

    /// Hands on a copy that was opened and is of a schema this program knows; the backup itself is
    /// not touched.
    private func withCheckedCopy(
        of backup: String, beside path: String, _ act: (Storage) async throws -> Void
    ) async throws {
        let directory = "\(path).restoring"
        let files = FileManager.default
        if files.fileExists(atPath: directory) { try files.removeItem(atPath: directory) }
        try files.createDirectory(atPath: directory, withIntermediateDirectories: false)
        // What can't be removed is removed by the next attempt.
        defer { try? files.removeItem(atPath: directory) }
        let copy = "\(directory)/copy.sqlite"
        try files.copyItem(atPath: backup, toPath: copy)
        let storage = try Storage.open(.sqlite(path: copy), logger: Logger(label: "onsale"))
        defer { storage.close() }
        let findings = try await storage.read { try Audit.run($0) }
        for finding in findings { say("\(finding)") }
        if !findings.isEmpty { say("the backup doesn't add up; it is restored all the same") }
        try await act(storage)
    }

    /// With the log beside it, which holds its last commits after a crash.
    private func moveAside(_ path: String) throws {
        let files = FileManager.default
        let stamp = Int(Date().timeIntervalSince1970)
        let aside = "\(path).before-restore-\(stamp)"
        for tail in ["", "-wal", "-shm"] where files.fileExists(atPath: path + tail) {
            try files.moveItem(atPath: path + tail, toPath: aside + tail)
        }
        print("what was there is now \(aside)")
    }
}
