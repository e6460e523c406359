// The letter to somebody whose units went back because their market doesn't allow the product for
// now: why, and that nothing was taken.

package import Rules

package struct WithheldLetter: Hashable, Sendable {
    package let product: String
    package let quantity: Int
    /// What the market demands and isn't proved, in the reader's language; nil when it is again.
    package let reason: String?
    /// The page of the round.
    package let link: String

    package init(product: String, quantity: Int, reason: String?, link: String) {
        self.product = product
        self.quantity = quantity
        self.reason = reason
        self.link = link
    }

    package func letter(to reader: LetterReader, in language: Language) -> Letter {
        let count = Phrases.of(language).formats.number(quantity)
        let what = "\(count) × \(product)"
        return switch language {
        case .americanEnglish, .britishEnglish: english(what, reader)
        case .french: french(what, reader)
        case .german: german(what, reader)
        }
    }

    private func english(_ what: String, _ reader: LetterReader) -> Letter {
        Letter(
            .english, to: reader,
            "No longer held for you: \(what)",
            [
                """
                we have to take back what we held for you: \(what). We may not sell it in your \
                country for now. We are sorry.
                """,
                reason.map { "The reason: \($0)" },
                """
                Nothing was charged, and nothing will be. If you had ordered it, that order is \
                cancelled; whatever else you hold is still held for you:
                """,
                link,
                "Your place in the round stays yours, should it be sold again before the end.",
            ])
    }

    private func french(_ what: String, _ reader: LetterReader) -> Letter {
        Letter(
            .french, to: reader,
            "N’est plus réservé pour vous\u{A0}: \(what)",
            [
                """
                nous devons reprendre ce que nous vous réservions\u{A0}: \(what). Nous n’avons pas le \
                droit de le vendre dans votre pays pour l’instant. Nous en sommes désolés.
                """,
                reason.map { "La raison\u{A0}: \($0)" },
                """
                Rien n’a été débité et rien ne le sera. Si vous l’aviez commandé, cette commande est \
                annulée\u{A0}; le reste de vos réservations vous reste acquis\u{A0}:
                """,
                link,
                "Vous gardez votre place dans la session, si la vente reprend avant la fin.",
            ])
    }

    private func german(_ what: String, _ reader: LetterReader) -> Letter {
        Letter(
            .german, to: reader,
            "Nicht mehr für Sie reserviert: \(what)",
            [
                """
                wir müssen zurücknehmen, was wir für Sie reserviert hatten: \(what). In Ihrem Land \
                dürfen wir es zurzeit nicht verkaufen. Das tut uns leid.
                """,
                reason.map { "Der Grund: \($0)" },
                """
                Es wurde nichts abgebucht, und dabei bleibt es. Eine Bestellung darüber ist storniert; \
                was Sie sonst reserviert haben, bleibt für Sie reserviert:
                """,
                link,
                "Ihren Platz in der Runde behalten Sie, falls vor ihrem Ende wieder verkauft wird.",
            ])
    }
}
