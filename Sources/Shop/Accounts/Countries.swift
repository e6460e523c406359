// Every country there is, and what it is called: more than the shop sells to.

import Foundation
package import Rules

extension Country {
    /// As the system knows it, which knows more countries than our own phrases.
    package func name(in language: Language) -> String {
        Self.names[language]?[self] ?? code
    }

    /// Looked up once, because the system takes its time.
    private static let names: [Language: [Country: String]] = {
        var names: [Language: [Country: String]] = [:]
        for language in Language.allCases {
            let locale = Locale(identifier: language.rawValue)
            names[language] = Dictionary(
                all.map { ($0, locale.localizedString(forRegionCode: $0.code) ?? $0.code) },
                uniquingKeysWith: { first, _ in first })
        }
        return names
    }()

    package var exists: Bool { Self.names[.americanEnglish]?[self] != nil }

    /// Every country that there is.
    package static let all: [Country] = Locale.Region.isoRegions
        .filter { $0.identifier.utf8.count == 2 && $0.subRegions.isEmpty }
        .compactMap { Country($0.identifier) }
}
