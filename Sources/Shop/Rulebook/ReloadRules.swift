// To notice that the operator changed a file of rules, while the store runs.

import Logging
package import Rules
import Storage

extension Shop {
    /// Takes up files that changed; called by the ticker. What is broken changes nothing, and is
    /// said in the log and in the console until it is mended.
    @discardableResult
    package func watchRules() async throws -> RulesComparison? {
        switch rulebook.reloadIfTouched() {
        case nil: return nil
        case .failure(let fault):
            log.error("the rules stay as they were: \(fault)")
            return nil
        case .success(let comparison):
            log.notice(
                "rules read anew",
                metadata: ["from": "\(comparison.from)", "to": "\(comparison.to)"])
            try await note(comparison)
            return comparison
        }
    }

    private func note(_ comparison: RulesComparison) async throws {
        guard !comparison.changes.isEmpty else { return }
        let now = clock.now()
        let changes = comparison.changes.prefix(mostNamed).map {
            "\($0.kind.rawValue) \($0.place): \($0.name)"
        }
        let others = comparison.changes.count - changes.count
        let detail = changes.joined(separator: "; ") + (others > 0 ? "; \(others) more" : "")
        try await storage.write { [chance] tx in
            try tx.note(
                "change rules", about: comparison.to, detail: detail, id: chance.id(at: now),
                at: now)
        }
    }
}

/// A journal's line names so many changes and counts the others.
private let mostNamed = 50
