// How the shop says no in British English: as in American, with British names and times.

import Rules

extension RefusalPhrases {
    static let britishEnglish = RefusalPhrases(
        told: { englishRefusal($0, offset: $1, formats: .britishEnglish) },
        name: britishFieldName,
        fault: { englishFault($0, name: britishFieldName, formats: .britishEnglish) })
}

private func britishFieldName(_ field: Field) -> String {
    switch field {
    case .line1: "House number and street"
    case .line2: "Flat, floor (optional)"
    case .city: "Town or city"
    case .subdivision: "County"
    case .postcode: "Postcode"
    default: englishFieldName(field)
    }
}
