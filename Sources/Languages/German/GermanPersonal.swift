// One's own account in German.

import Rules

private let formats = Formats.german

extension PersonalPhrases {
    static let german = PersonalPhrases(
        overview: "Überblick",
        returns: "Rücksendungen",
        noReturns: "Sie haben nichts zurückgeschickt.",
        addresses: "Adressen",
        addressesText: "Für Ihre nächste Bestellung: An der Kasse genügt dann ein Klick.",
        addAddress: "Adresse hinzufügen",
        changeAddress: "Ändern",
        removeAddress: "Entfernen",
        useAddress: "Diese Adresse nehmen",
        keepAddress: "Diese Adresse für die nächste Bestellung merken",
        receipts: "Belege",
        receiptsText: """
            Jede Runde, in der Sie waren, und was aus Ihrem Los geworden ist, nach dem öffentlichen \
            Protokoll.
            """,
        noReceipts: "Sie waren noch in keiner Runde.",
        notOpened: "noch nicht eröffnet",
        signIn: "Anmeldung",
        devices: "Wo Sie angemeldet sind",
        thisDevice: "dieses Gerät",
        unknownDevice: "Unbekanntes Gerät",
        since: "seit",
        lastUsed: "zuletzt benutzt",
        logOutThere: "Dort abmelden",
        logOutOthers: "Überall sonst abmelden",
        othersOut: "Alle anderen Geräte sind abgemeldet.",
        passwordTitle: "Passwort ändern",
        currentPassword: "Bisheriges Passwort",
        passwordButton: "Passwort ändern",
        passwordDone: "Ihr Passwort ist geändert. Alle anderen Geräte sind abgemeldet.",
        mailTitle: "E-Mail-Adresse ändern",
        mailText: """
            Wir schreiben an die neue Adresse. Sie gilt, sobald Sie dort dem Link folgen, und wir \
            sagen es der alten.
            """,
        newMail: "Neue E-Mail-Adresse",
        mailButton: "An die neue Adresse schreiben",
        mailConfirmText: "Noch ein Klick, und Ihr Konto hat diese E-Mail-Adresse.",
        mailConfirmButton: "Neue Adresse übernehmen",
        mailDone: "Ihr Konto hat die neue E-Mail-Adresse.",
        yourRecords: "Ihre Daten",
        exportTitle: "Mitnehmen",
        exportText: """
            Alles, was wir über Sie haben, in einer Datei, die Programme lesen können (JSON): Konto, \
            Adressen, Bestellungen, Zahlungen, Rücksendungen, Garantien, Lose, und wer es angesehen \
            hat.
            """,
        exportButton: "Alles herunterladen",
        retentionTitle: "Was wir wie lange aufbewahren",
        retention: { subject in
            switch subject {
            case .orders: "Bücher einer Bestellung: Ware, Beträge, Tage, Land"
            case .addresses: "Name, Straße und Telefon einer abgeschlossenen Bestellung"
            case .accounts: "Ein Konto, das niemand benutzt"
            case .logs: "Wer was angesehen hat, und woran ein Platz im Warteraum erkannt wurde"
            }
        },
        months: {
            $0 > 12 && $0 % 12 == 0
                ? formats.count($0 / 12, one: "Jahr", other: "Jahre")
                : formats.count($0, one: "Monat", other: "Monate")
        },
        basis: { $0 == .law ? "das Gesetz verlangt es" : "unsere Wahl" },
        looksTitle: "Wer von uns Ihre Daten angesehen hat",
        noLooks: "Niemand.",
        eraseTitle: "Konto löschen",
        eraseText: """
            Name, E-Mail-Adresse, Anschriften, Telefonnummern, Fotos und Geräte werden sofort \
            überschrieben, und niemand kann sie wiederherstellen. Anmelden können Sie sich dann \
            nicht mehr.
            """,
        eraseKept: """
            Das bleibt unter einem erfundenen Namen erhalten, weil das Gesetz es verlangt oder weil \
            das öffentliche Protokoll eines Verkaufs beweisbar bleiben muss:
            """,
        eraseKeptNothing: "Von Ihnen muss nichts aufbewahrt werden.",
        keptUntil: { "Bestellung \($0): Ware, Beträge, Tage und Land, bis \($1)" },
        kept: { "Bestellung \($0): Ware, Beträge, Tage und Land" },
        eraseLosesWarranty: """
            Für einige Ihrer Geräte steht noch jemand ein. Ohne Konto können Sie hier nicht mehr \
            reklamieren; geben Sie die Pässe vorher weiter, wenn jemand anders sie haben soll.
            """,
        eraseButton: "Mein Konto endgültig löschen",
        erasedTitle: "Ihr Konto ist gelöscht",
        erasedText: "Ihr Name, Ihre Anschriften und alles andere über Sie sind überschrieben.",
        accessLog: "Zugriffe",
        accessText: "Wer von uns wessen Daten wann auf welcher Seite angesehen hat.",
        accessOf: "Konto oder Bestellung",
        show: "Anzeigen")
}
