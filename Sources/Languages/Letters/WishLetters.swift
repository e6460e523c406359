// The two letters to somebody who isn't a buyer yet: shall we tell you, and now we sell to you.

package import Rules

package struct WishLetters: Sendable {
    /// With the link that confirms the wish, or takes it back.
    package let confirm: @Sendable (_ shop: String, _ country: String, _ link: String) -> Letter
    package let soldHere: @Sendable (_ shop: String, _ country: String, _ link: String) -> Letter

    private static let english = WishLetters(
        confirm: { shop, country, link in
            Letter(
                .english, from: shop,
                "Shall we tell you when we sell to \(country)?",
                [
                    """
                    somebody, probably you, asked \(shop) to write to this address once it sells to \
                    this country: \(country). Confirm it here, or have the address deleted:
                    """,
                    link,
                    "If you do nothing, the address is forgotten after two days.",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                .english, from: shop,
                "We now sell to \(country)",
                [
                    "you wanted to be told: from today \(shop) sells to this country: \(country).",
                    link,
                    "This is the only letter. Your address was deleted when it was sent.",
                ])
        })

    private static let french = WishLetters(
        confirm: { shop, country, link in
            Letter(
                .french, from: shop,
                "Vous prévenir quand nous vendrons dans ce pays\u{A0}: \(country)\u{202F}?",
                [
                    """
                    quelqu’un, sans doute vous, a demandé à \(shop) d’écrire à cette adresse dès que nous \
                    vendrons dans ce pays\u{A0}: \(country). Confirmez-le ici, ou faites effacer \
                    l’adresse\u{A0}:
                    """,
                    link,
                    "Si vous ne faites rien, l’adresse est oubliée au bout de deux jours.",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                .french, from: shop,
                "Nous vendons maintenant dans ce pays\u{A0}: \(country)",
                [
                    """
                    vous vouliez le savoir\u{A0}: à partir d’aujourd’hui, \(shop) vend dans ce \
                    pays\u{A0}: \(country).
                    """,
                    link,
                    "C’est notre seule lettre. Votre adresse a été effacée à son envoi.",
                ])
        })

    private static let german = WishLetters(
        confirm: { shop, country, link in
            Letter(
                .german, from: shop,
                "Sollen wir schreiben, wenn wir in dieses Land verkaufen: \(country)?",
                [
                    """
                    jemand, wahrscheinlich Sie, hat \(shop) gebeten, an diese Adresse zu schreiben, \
                    sobald wir in dieses Land verkaufen: \(country). Bestätigen Sie es hier, oder \
                    lassen Sie die Adresse löschen:
                    """,
                    link,
                    "Wenn Sie nichts tun, ist die Adresse nach zwei Tagen vergessen.",
                ])
        },
        soldHere: { shop, country, link in
            Letter(
                .german, from: shop,
                "Wir verkaufen jetzt in dieses Land: \(country)",
                [
                    """
                    Sie wollten es wissen: Ab heute verkauft \(shop) in dieses Land: \(country).
                    """,
                    link,
                    """
                    Das ist der einzige Brief. Mit seinem Versand wurde Ihre Adresse gelöscht.
                    """,
                ])
        })
}

extension WishLetters {
    package init(for language: Language) {
        self = language.choose({ _ in .english }, .french, .german)
    }
}
