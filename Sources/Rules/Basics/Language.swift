// The languages the shop speaks. A market says which of them it offers; the visitor chooses.

package enum Language: String, Hashable, Sendable, CaseIterable {
    case americanEnglish = "en-US"
    case britishEnglish = "en-GB"
    case french = "fr"
    case german = "de"
}
