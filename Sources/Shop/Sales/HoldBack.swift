// To hold a round back: at its opening, before anybody could reserve, the brake is put on because
// something isn't there yet without which it can't open fairly.

package import Languages
package import Rules
import Storage

/// What a round may have to wait for.
enum Missing {
    /// An operator must confirm rules that its prices rest on.
    case rules
    /// The value of its beacon.
    case beacon

    /// Shown to everybody who waits. The reason of a brake is one text for all, so these are said
    /// in every language.
    fileprivate var reason: String {
        switch self {
        case .rules: Self.rulesReason
        case .beacon: Self.beaconReason
        }
    }

    fileprivate func reason(in language: Language) -> String {
        let phrases = Phrases.of(language)
        return switch self {
        case .rules: phrases.border.heldBack
        case .beacon: phrases.beacon.awaited
        }
    }

    private static let rulesReason = inEveryLanguage { $0.border.heldBack }
    private static let beaconReason = inEveryLanguage { $0.beacon.awaited }

    private static func inEveryLanguage(_ say: (Phrases) -> String) -> String {
        var texts: [String] = []
        for language in Language.allCases {
            let text = say(Phrases.of(language))
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: " · ")
    }
}

extension Round {
    /// Whether the brake is on because its rules aren't confirmed.
    package var isHeldBack: Bool { waits(for: .rules) }
    /// Whether the brake is on because the value of its beacon isn't there.
    package var awaitsBeacon: Bool { waits(for: .beacon) }

    private func waits(for missing: Missing) -> Bool {
        clock.isPaused && pauseReason == missing.reason
    }

    /// Why the brake is on, as a sentence; in this language alone where it was put on by itself.
    package func pauseReason(in language: Language) -> String {
        let missing = [Missing.rules, .beacon].first(where: waits)
        let reason = missing?.reason(in: language) ?? pauseReason ?? ""
        return reason.last.map { ".!?…".contains($0) ? reason : reason + "." } ?? ""
    }
}

extension Transaction {
    /// Stops the clock of a locked round.
    func holdBack(
        _ round: Round, for missing: Missing, detail: String, at wall: Moment, chance: SharedChance
    ) throws {
        var round = round
        let now = max(wall, try lastHappening(in: round.id) ?? wall)
        round.clock.pause(at: now)
        round.pauseReason = missing.reason
        try update(clockOf: round)
        try note("hold back", about: round.id.text, detail: detail, id: chance.id(at: now), at: now)
    }

    /// Lets go of the brake on a locked round, which gets its time back.
    func goOn(with round: Round, at wall: Moment, chance: SharedChance) throws {
        var round = round
        let now = max(wall, try lastHappening(in: round.id) ?? wall)
        round.clock.resume(at: now)
        round.pauseReason = nil
        try update(clockOf: round)
        try note("resume", about: round.id.text, id: chance.id(at: now), at: now)
    }
}
