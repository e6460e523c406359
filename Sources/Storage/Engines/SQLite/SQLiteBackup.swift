// A copy of a database that is in use: a snapshot, whole or not there at all.
import Foundation
import GRDB

/// Throws `BackupRefused` when there is a file at `path` already.
func copy(_ source: DatabasePool, to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
        throw BackupRefused(description: "There is a file at \(path) already.")
    }
    let partial = path + ".partial"
    if FileManager.default.fileExists(atPath: partial) {
        try FileManager.default.removeItem(atPath: partial)
    }
    let destination = try DatabaseQueue(path: partial)
    try source.backup(to: destination)
    try destination.writeWithoutTransaction { database in
        // One file, without a log beside it that somebody might forget to copy.
        _ = try String.fetchOne(database, sql: "pragma journal_mode = delete")
    }
    try destination.close()
    try flush(partial)
    try FileManager.default.moveItem(atPath: partial, toPath: path)
    try flush((path as NSString).deletingLastPathComponent)
}

/// `path`, or with a number behind it when there is a file already: an upgrade that failed leaves
/// its copy, and must not forbid the next attempt. Throws `BackupRefused` after a hundred.
func freePath(_ path: String) throws -> String {
    let candidates = [path] + (2...100).map { "\(path).\($0)" }
    let free = candidates.first { !FileManager.default.fileExists(atPath: $0) }
    guard let free else {
        throw BackupRefused(description: "There are a hundred copies like \(path) already.")
    }
    return free
}

/// Returns once the file, or the folder's list of files, is on disk.
private func flush(_ path: String) throws {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
}
