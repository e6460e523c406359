// Geld in Bewegung: money that moves, in German.

import Rules

extension MoneyPhrases {
    static let german = MoneyPhrases(
        method: { $0 == "card" ? "Kredit- oder Debitkarte" : $0 == "paypal" ? "PayPal" : $0 },
        refundReason: { reason in
            switch reason {
            case .late: "Ihre Zahlung kam an, als die Stücke schon vergeben waren."
            case .wrongAmount: "Es kam ein anderer Betrag an als vereinbart."
            case .cancelled: "Die Bestellung wurde storniert."
            case .calledOff: "Ein Teil der Bestellung kommt nicht mehr."
            case .returned: "Ihre Rücksendung ist bei uns angekommen."
            }
        },
        title: "Offene Zahlungen",
        nothing: "Alle Zahlungen und Erstattungen sind abgeschlossen.",
        trouble: { trouble in
            switch trouble {
            case .paymentUnclear: "Unklar, ob bezahlt wurde"
            case .refundOwed: "Erstattung noch nicht ausgeführt"
            case .refundRefused: "Erstattung vom Zahlungsdienst abgelehnt"
            case .dispute: "Vom Käufer zurückgefordert: beim Zahlungsdienst beantworten"
            case .discrepancy: "Die Bücher des Zahlungsdienstes sagen etwas anderes"
            case .strangeNotice: "Eine Meldung über nichts, was wir kennen"
            case .workGivenUp: "Nach einem Tag aufgegeben"
            }
        },
        way: { way in
            switch way {
            case .again: "Jetzt noch einmal fragen"
            case .paidByHand: "Auf anderem Weg erstattet"
            case .won: "Gewonnen"
            case .lost: "Verloren"
            case .dealtWith: "Erledigt"
            }
        },
        since: { "offen: \(Formats.german.duration($0))" },
        ledger: "Kassenbuch",
        entry: { kind in
            switch kind {
            case .captured: "Eingenommen"
            case .refunded: "Zurückgezahlt"
            case .fee: "Gebühr des Zahlungsdienstes"
            case .disputed: "In einem Streitfall verloren"
            case .customs: "Zoll über der Schätzung"
            case .customsBack: "Vom Zoll zurück"
            case .recovered: "Zoll oder Steuer zurückgeholt"
            }
        },
        kept: "Behalten")
}
