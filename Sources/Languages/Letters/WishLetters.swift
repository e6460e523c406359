// The two letters to somebody who isn't a buyer yet: shall we tell you, and now we sell to you.

package import Rules

package struct WishLetters: Sendable {
    /// With the link that confirms the wish, or takes it back.
    package let confirm: @Sendable (_ shop: String, _ country: String, _ link: String) -> Letter
    package let soldHere: @Sendable (_ shop: String, _ country: String, _ link: String) -> Letter

    package init(for language: Language) {
        switch language {
        case .americanEnglish, .britishEnglish: self = .english
        case .french: self = .french
        case .german: self = .german
        }
    }

    init(
        confirm: @escaping @Sendable (String, String, String) -> Letter,
        soldHere: @escaping @Sendable (String, String, String) -> Letter
    ) {
        self.confirm = confirm
        self.soldHere = soldHere
    }

    private static let english = WishLetters(
        confirm: { shop, country, link in
            Letter(
                "Shall we tell you when we sell to \(country)?",
                [
                    "Hello,",
                    """
                    somebody, probably you, asked \(shop) to write to this address once it sells to \
                    this country: \(country). Confirm it here, or have the address deleted:
                    """,
                    link,
                    "If you do nothing, the address is forgotten after two days.",
                    "Kind regards\n\(shop)",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                "We now sell to \(country)",
                [
                    "Hello,",
                    "you wanted to be told: from today \(shop) sells to this country: \(country).",
                    link,
                    "This is the only letter. Your address was deleted when it was sent.",
                    "Kind regards\n\(shop)",
                ])
        })

    private static let french = WishLetters(
        confirm: { shop, country, link in
            Letter(
                "Vous prévenir quand nous vendrons dans ce pays\u{A0}: \(country)\u{202F}?",
                [
                    "Bonjour,",
                    """
                    quelqu’un, sans doute vous, a demandé à \(shop) d’écrire à cette adresse dès que nous \
                    vendrons dans ce pays\u{A0}: \(country). Confirmez-le ici, ou faites effacer \
                    l’adresse\u{A0}:
                    """,
                    link,
                    "Si vous ne faites rien, l’adresse est oubliée au bout de deux jours.",
                    "Cordialement\n\(shop)",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                "Nous vendons maintenant dans ce pays\u{A0}: \(country)",
                [
                    "Bonjour,",
                    """
                    vous vouliez le savoir\u{A0}: à partir d’aujourd’hui, \(shop) vend dans ce \
                    pays\u{A0}: \(country).
                    """,
                    link,
                    "C’est notre seule lettre. Votre adresse a été effacée à son envoi.",
                    "Cordialement\n\(shop)",
                ])
        })

    private static let german = WishLetters(
        confirm: { shop, country, link in
            Letter(
                "Sollen wir schreiben, wenn wir in dieses Land verkaufen: \(country)?",
                [
                    "Guten Tag,",
                    """
                    jemand, wahrscheinlich Sie, hat \(shop) gebeten, an diese Adresse zu schreiben, \
                    sobald wir in dieses Land verkaufen: \(country). Bestätigen Sie es hier, oder \
                    lassen Sie die Adresse löschen:
                    """,
                    link,
                    "Wenn Sie nichts tun, ist die Adresse nach zwei Tagen vergessen.",
                    "Freundliche Grüße\n\(shop)",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                "Wir verkaufen jetzt in dieses Land: \(country)",
                [
                    "Guten Tag,",
                    """
                    Sie wollten es wissen: Ab heute verkauft \(shop) in dieses Land: \(country).
                    """,
                    link,
                    """
                    Das ist der einzige Brief. Mit seinem Versand wurde Ihre Adresse gelöscht.
                    """,
                    "Freundliche Grüße\n\(shop)",
                ])
        })
}
