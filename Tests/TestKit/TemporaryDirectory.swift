// A directory that is gone when the test is.
import Foundation

@discardableResult
package func withTemporaryDirectory<T>(_ body: (String) async throws -> T) async throws -> T {
    let name = "onsale-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    // What a failed removal leaves is in the system's own place for such things.
    defer { try? FileManager.default.removeItem(at: directory) }
    return try await body(directory.path)
}
