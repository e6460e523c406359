// The log: one line an event on standard error, as names and values that programs can take apart
// (`time=… level=info message="…" order=…`) and people can read.

import Foundation
import Logging

struct LogLines: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    /// Once, before anything is logged.
    static func begin(at level: Logger.Level) {
        LoggingSystem.bootstrap { LogLines(label: $0, logLevel: level) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }
        fields.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { fields["error"] = "\(error)" }
        let time = Date().formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true))
        var line =
            "time=\(time)Z level=\(event.level) from=\(label) message=\(quoted("\(event.message)"))"
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(quoted("\(value)"))"
        }
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    /// One line stays one line, whatever a stranger put into it.
    private func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 32 && $0.value < 127 && $0 != "\"" && $0 != "="
        }
        if isPlain && !text.isEmpty { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.properties.generalCategory == .control:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
