// The letters about the account itself: another mail address, another password.

package import Rules

package struct AccountLetters: Sendable {
    /// To the new address, with the link that makes it the account's.
    package let confirmNewMail: @Sendable (LetterReader, _ link: String) -> Letter
    /// To the one before.
    package let mailChanged: @Sendable (LetterReader, _ reset: String) -> Letter
    package let passwordChanged: @Sendable (LetterReader, _ reset: String) -> Letter

    private static let english = AccountLetters(
        confirmNewMail: { reader, link in
            Letter(
                .english, to: reader,
                "Confirm your new address",
                [
                    """
                    your account at \(reader.shop) shall have this mail address from now on. \
                    Confirm it here:
                    """,
                    link, "The link works for two days. Until then everything stays as it is.",
                    "If it wasn’t you, ignore this mail and nothing happens.",
                ])
        },
        mailChanged: { reader, reset in
            Letter(
                .english, to: reader,
                "Your account has another mail address now",
                [
                    """
                    your account at \(reader.shop) has another mail address now, which was \
                    confirmed there. Everybody who was logged in is logged out.
                    """,
                    "If it wasn’t you, answer this mail at once. More about your account:", reset,
                ])
        },
        passwordChanged: { reader, reset in
            Letter(
                .english, to: reader,
                "Your password was changed",
                [
                    """
                    the password of your account at \(reader.shop) was changed, by somebody who \
                    knew the old one. All other devices are logged out.
                    """,
                    "If it wasn’t you, set a new one at once:", reset,
                ])
        })

    private static let french = AccountLetters(
        confirmNewMail: { reader, link in
            Letter(
                .french, to: reader,
                "Confirmez votre nouvelle adresse",
                [
                    """
                    votre compte chez \(reader.shop) doit désormais porter cette adresse e-mail. \
                    Confirmez-la ici\u{A0}:
                    """,
                    link, "Le lien est valable deux jours. D’ici là, rien ne change.",
                    "Si ce n’était pas vous, ignorez ce message\u{A0}: rien ne se passera.",
                ])
        },
        mailChanged: { reader, reset in
            Letter(
                .french, to: reader,
                "Votre compte a une nouvelle adresse e-mail",
                [
                    """
                    votre compte chez \(reader.shop) porte maintenant une autre adresse e-mail, qui \
                    a été confirmée. Toutes les connexions ont été fermées.
                    """,
                    """
                    Si ce n’était pas vous, répondez tout de suite à ce message. Votre \
                    compte\u{A0}:
                    """,
                    reset,
                ])
        },
        passwordChanged: { reader, reset in
            Letter(
                .french, to: reader,
                "Votre mot de passe a été changé",
                [
                    """
                    le mot de passe de votre compte chez \(reader.shop) a été changé par quelqu’un \
                    qui connaissait l’ancien. Tous les autres appareils sont déconnectés.
                    """,
                    "Si ce n’était pas vous, choisissez-en un autre tout de suite\u{A0}:", reset,
                ])
        })

    private static let german = AccountLetters(
        confirmNewMail: { reader, link in
            Letter(
                .german, to: reader,
                "Bestätigen Sie Ihre neue Adresse",
                [
                    """
                    Ihr Konto bei \(reader.shop) soll künftig diese E-Mail-Adresse haben. \
                    Bestätigen Sie sie hier:
                    """,
                    link, "Der Link gilt zwei Tage. Bis dahin bleibt alles, wie es ist.",
                    "Wenn Sie das nicht waren, tun Sie nichts, dann ändert sich nichts.",
                ])
        },
        mailChanged: { reader, reset in
            Letter(
                .german, to: reader,
                "Ihr Konto hat jetzt eine andere E-Mail-Adresse",
                [
                    """
                    Ihr Konto bei \(reader.shop) hat jetzt eine andere E-Mail-Adresse, die dort \
                    bestätigt wurde. Alle Anmeldungen wurden beendet.
                    """,
                    "Wenn Sie das nicht waren, antworten Sie sofort auf diese E-Mail. Ihr Konto:",
                    reset,
                ])
        },
        passwordChanged: { reader, reset in
            Letter(
                .german, to: reader,
                "Ihr Passwort wurde geändert",
                [
                    """
                    das Passwort Ihres Kontos bei \(reader.shop) wurde geändert, von jemandem, der \
                    das alte kannte. Alle anderen Geräte sind abgemeldet.
                    """,
                    "Wenn Sie das nicht waren, setzen Sie sofort ein neues:", reset,
                ])
        })
}

extension AccountLetters {
    package init(for language: Language) {
        self = language.choose({ _ in .english }, .french, .german)
    }
}
