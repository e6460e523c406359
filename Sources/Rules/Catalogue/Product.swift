// A product as buyers see it: its name and what it is, in each language. What customs and carriers
// must know of it is its ware.

package struct Product: Hashable, Sendable {
    /// `power-bank-10400`: the same in addresses, the API, sale files and the rulebook.
    package let code: String
    package let texts: [Language: ProductText]

    package init(code: String, texts: [Language: ProductText]) {
        self.code = code
        self.texts = texts
    }

    /// Falls back to American English, which every product has.
    package func text(in language: Language) -> ProductText {
        texts[language] ?? texts[.americanEnglish] ?? ProductText(name: code, about: "")
    }
}

package struct ProductText: Hashable, Sendable, Codable {
    package let name: String
    /// One or two sentences.
    package let about: String

    package init(name: String, about: String) {
        self.name = name
        self.about = about
    }
}

/// What a sale is called, and how it is announced.
package struct SaleText: Hashable, Sendable, Codable {
    package let title: String
    package let announcement: String

    package init(title: String, announcement: String) {
        self.title = title
        self.announcement = announcement
    }
}
