// Hears what a simulated shop logs: an error that no fault explains is a finding.

import Logging
import Synchronization

final class Listener: Sendable {
    private let errors = Mutex<[String]>([])

    /// What was heard since the last time.
    func take() -> [String] {
        errors.withLock { errors in
            defer { errors = [] }
            return errors
        }
    }

    fileprivate func hear(_ text: String) {
        let isExplained = ["MachineDied", "CommitUnknown(", "StorageBusy("].contains {
            text.contains($0)
        }
        if !isExplained { errors.withLock { $0.append(text) } }
    }

    var logger: Logger { Logger(label: "simulation") { _ in Ear(listener: self) } }

    private struct Ear: LogHandler {
        let listener: Listener
        var logLevel = Logger.Level.error
        var metadata: Logger.Metadata = [:]

        init(listener: Listener) { self.listener = listener }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { listener.hear("\(event.message)") }
    }
}
