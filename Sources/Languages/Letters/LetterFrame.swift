// What stands around every letter: the greeting before it, and the name of the shop after it.

import Rules

enum LetterFrame {
    case english, french, german

    fileprivate func greeting(to name: String?) -> String {
        let hello =
            switch self {
            case .english: "Hello"
            case .french: "Bonjour"
            case .german: "Guten Tag"
            }
        return name.map { "\(hello) \($0)," } ?? "\(hello),"
    }

    fileprivate func signature(of shop: String) -> String {
        let regards =
            switch self {
            case .english: "Kind regards"
            case .french: "Cordialement"
            case .german: "Freundliche Grüße"
            }
        return "\(regards)\n\(shop)"
    }
}

extension Letter {
    /// To somebody whose name is known.
    init(
        _ frame: LetterFrame, to reader: LetterReader, _ subject: String, _ paragraphs: [String?]
    ) {
        self.init(frame, from: reader.shop, to: reader.name, subject, paragraphs)
    }

    /// To an address, and whoever reads there.
    init(
        _ frame: LetterFrame, from shop: String, to name: String? = nil, _ subject: String,
        _ paragraphs: [String?]
    ) {
        self.init(
            subject,
            [frame.greeting(to: name)] + paragraphs + [frame.signature(of: shop)])
    }
}

extension Language {
    /// What each language has; English in the formats of both its kinds.
    func choose<Texts>(
        _ english: (Formats) -> Texts, _ french: @autoclosure () -> Texts,
        _ german: @autoclosure () -> Texts
    ) -> Texts {
        switch self {
        case .americanEnglish: english(.americanEnglish)
        case .britishEnglish: english(.britishEnglish)
        case .french: french()
        case .german: german()
        }
    }
}
