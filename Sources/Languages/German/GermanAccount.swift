// The account pages in German.

import Rules

extension AccountPhrases {
    static let german = AccountPhrases(
        signUpTitle: "Konto anlegen",
        signUpIntro:
            "Am besten lange vor dem Verkauf: Dann bleibt nur noch eines rechtzeitig zu tun.",
        signUpButton: "Konto anlegen",
        alreadyKnown: "Ich habe schon ein Konto",
        passwordHint: "Mindestens 10\u{A0}Zeichen. Ein paar Wörter genügen, ohne Sonderzeichen.",
        nameHint: "So, wie er auf dem Paket stehen soll.",
        mailHint: "Wir schreiben dorthin wegen Ihrer Bestellungen, sonst nicht.",
        checkMailTitle: "Sehen Sie in Ihr Postfach",
        checkMailText: {
            "Wir haben an \($0) geschrieben. Folgen Sie dem Link in der E-Mail, um fortzufahren."
        },
        checkMailHint: "Nach fünf Minuten noch nichts da? Sehen Sie im Spam-Ordner nach.",
        confirmTitle: "Adresse bestätigen",
        confirmText: "Noch ein Klick, und Ihre Adresse ist bestätigt.",
        confirmButton: "Bestätigen",
        confirmedText:
            "Ihre Adresse ist bestätigt. Sie können jetzt den Warteraum jedes Verkaufs betreten.",
        notConfirmedText:
            """
            Ihre Adresse ist noch nicht bestätigt; vorher können Sie an keinem Verkauf \
            teilnehmen.
            """,
        sendAgainButton: "E-Mail noch einmal senden",
        logInTitle: "Anmelden",
        logInButton: "Anmelden",
        notKnownYet: "Ich habe noch kein Konto",
        forgottenLink: "Ich habe mein Passwort vergessen",
        logOutButton: "Abmelden",
        loggedOutText: "Sie sind abgemeldet.",
        resetTitle: "Neues Passwort setzen",
        resetIntro:
            "Nennen Sie uns Ihre Adresse, dann schicken wir Ihnen einen Link für ein neues.",
        resetButton: "Link schicken",
        resetSentText: {
            """
            Falls es ein Konto für \($0) gibt, ist eine E-Mail mit einem Link unterwegs. Er gilt \
            eine Stunde.
            """
        },
        newPasswordTitle: "Ihr neues Passwort",
        newPasswordLabel: "Neues Passwort",
        newPasswordButton: "Passwort setzen",
        passwordChangedText: "Ihr Passwort ist geändert. Alle Anmeldungen wurden beendet.",
        accountTitle: "Ihr Konto",
        greeting: { "Guten Tag, \($0)" },
        ordersLink: "Ihre Bestellungen",
        choicesTitle: "Land und Sprache",
        saveButton: "Speichern",
        savedText: "Gespeichert.",
        marketHint:
            """
            Danach richten sich Preise, Zoll, Steuern und Ihre Rechte. Reserviertes bleibt, wie \
            es ist.
            """,
        country: germanCountry)
}

private func germanCountry(_ country: Country) -> String {
    switch country.code {
    case "AT": "Österreich"
    case "BE": "Belgien"
    case "CA": "Kanada"
    case "CH": "Schweiz"
    case "CN": "China"
    case "DE": "Deutschland"
    case "ES": "Spanien"
    case "FR": "Frankreich"
    case "GB": "Vereinigtes Königreich"
    case "IE": "Irland"
    case "IT": "Italien"
    case "LU": "Luxemburg"
    case "NL": "Niederlande"
    case "US": "Vereinigte Staaten"
    default: country.code
    }
}
