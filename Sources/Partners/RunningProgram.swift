// A program of the machine from its start to its end, that can be ended from elsewhere.

import Foundation
import Synchronization

package final class RunningProgram: Sendable {
    private let process: Mutex<Process>

    init(_ process: sending Process) { self.process = Mutex(process) }

    /// Nil where the program isn't installed.
    package static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Its exit status; nil when it took longer, and was ended.
    func end(within limit: Duration) async throws -> Int32? {
        try await withThrowingTaskGroup(of: Int32?.self) { group in
            group.addTask { try await self.end() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            let first = try await group.next()!
            if first == nil { kill() }
            group.cancelAll()
            return first
        }
    }

    /// A signal counts as 128 and its number, as in a shell.
    private func end() async throws -> Int32 {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                process.withLock { process in
                    process.terminationHandler = { ended in
                        let signalled = ended.terminationReason == .uncaughtSignal
                        continuation.resume(
                            returning: ended.terminationStatus + (signalled ? 128 : 0))
                    }
                    do { try process.run() } catch { continuation.resume(throwing: error) }
                }
            }
        } onCancel: {
            kill()
        }
    }

    /// At once: what is half done by then is worth nothing to anybody.
    private func kill() {
        process.withLock { process in
            if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
        }
    }
}
