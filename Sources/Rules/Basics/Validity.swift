// From when to when a rule is in force, and how well it is known.

/// Both days belong to it; an end that is missing is open.
package struct Validity: Hashable, Sendable, Codable {
    package var from: Day?
    package var to: Day?

    package init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    package static let always = Validity()

    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }
}

/// Where a rule was read, and how far to trust it.
package struct Evidence: Hashable, Sendable, Codable {
    /// Keys of the source list: `fr_81_58831`; `mem` is from memory, unverified.
    package var sources: [String]
    package var confidence: Confidence
    package var note: String?

    package init(sources: [String], confidence: Confidence, note: String? = nil) {
        self.sources = sources
        self.confidence = confidence
        self.note = note
    }

    package enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
        case high, medium, low
    }
}
