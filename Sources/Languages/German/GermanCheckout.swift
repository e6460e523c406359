// The checkout and the pages of an order in German.

import Rules

extension CheckoutPhrases {
    static let german: CheckoutPhrases = {
        let formats = Formats.german
        return CheckoutPhrases(
            title: "Kasse",
            stepAddress: "Adresse",
            stepReview: "Prüfen",
            stepPay: "Zahlung",
            addressTitle: "Wohin soll es gehen?",
            example: { "z.\u{202F}B. \($0)" },
            countryFixed: { "Wir liefern in das Land, in dem Sie einkaufen: \($0)." },
            choose: "Bitte wählen …",
            methodTitle: "Wie soll es reisen?",
            methodDays: { fewest, most in
                "\(formats.number(fewest)) bis \(formats.number(most)) Tage unterwegs"
            },
            toReview: "Gesamtpreis ansehen",
            reviewTitle: "Bestellung prüfen",
            deliverTo: "Lieferung an",
            changeAddress: "Adresse oder Versand ändern",
            goods: "Waren",
            shipping: "Versand",
            duty: "Zoll",
            tax: "Umsatzsteuer",
            fees: "Gebühren",
            total: "Gesamtpreis",
            binding: "Mehr zahlen Sie nicht. Verlangt der Zoll mehr, zahlen wir es.",
            howComputed: "Wie sich das errechnet",
            rule: "Regel",
            rate: "Satz",
            base: "Von",
            amount: "Betrag",
            borneByUs: "zahlen wir",
            toBeConfirmed: "Noch nicht sicher und auf unser Risiko:",
            promise: { "Verlässt unser Lager spätestens am \($0)." },
            payWith: { "Zahlen mit \($0)" },
            payHint: """
                Sie kommen zur Zahlungsseite. Ihre Stücke bleiben reserviert, und nur solange wird Geld \
                abgebucht.
                """,
            emptyTitle: "Für Sie ist nichts reserviert",
            emptyText: "Ihre Reservierung ist abgelaufen, oder Sie haben noch nichts reserviert.")
    }()
}

extension OrderPhrases {
    static let german: OrderPhrases = {
        let formats = Formats.german
        return OrderPhrases(
            listTitle: "Ihre Bestellungen",
            none: "Sie haben noch nichts bestellt.",
            title: { "Bestellung \($0)" },
            state: { state in
                switch state {
                case .placed: "wartet auf Zahlung"
                case .paid: "bezahlt"
                case .partlyDispatched: "teilweise unterwegs"
                case .dispatched: "unterwegs"
                case .delivered: "zugestellt"
                case .lapsed: "verfallen"
                case .cancelled: "storniert"
                }
            },
            placedOn: "aufgegeben am",
            unpaidText: """
                Ihre Bestellung ist noch nicht bezahlt. Die Stücke bleiben reserviert, bis die Zeit \
                abläuft.
                """,
            paymentOpen: """
                Wir warten auf die Auskunft des Zahlungsdienstes, was aus Ihrer Zahlung geworden ist. \
                Ihre Stücke bleiben solange reserviert; Sie brauchen nichts zu tun.
                """,
            thanks: "Vielen Dank!",
            paidText: """
                Ihre Zahlung ist da, die Stücke gehören Ihnen. Wir schreiben Ihnen, sobald sie \
                unterwegs sind.
                """,
            promise: "Verlässt unser Lager",
            promiseText: { "spätestens am \($0)" },
            sent: "Versandt",
            trackedBy: { "\($0), Sendungsnummer \($1)" },
            deliveredOn: "Zugestellt",
            lapsedText: """
                Sie wurde nicht rechtzeitig bezahlt; die Stücke sind wieder im Verkauf. Es wurde nichts \
                abgebucht.
                """,
            cancelledText: """
                Diese Bestellung ist storniert. Was Sie bezahlt haben, bekommen Sie zurück.
                """,
            refunds: "Erstattungen",
            refundText: { amount, state in
                switch state {
                case .owed: "\(amount), auf dem Weg zu Ihnen"
                case .made: "\(amount), erstattet"
                case .refused: "\(amount), aufgehalten: Wir kümmern uns darum und schreiben Ihnen"
                }
            },
            cancel: "Bestellung stornieren",
            cancelHint: """
                Solange das Paket nicht unterwegs ist, können Sie ohne Angabe von Gründen stornieren \
                und bekommen alles zurück.
                """,
            returnTitle: "Rückgabe",
            returnUntil: { "Bis \($0), ohne Angabe von Gründen." },
            returnBefore: {
                """
                Innerhalb von \(formats.count($0, one: "Tag", other: "Tagen")) nach Erhalt, ohne Angabe \
                von Gründen.
                """
            },
            returnCost: { "Alles zurückzusenden kostet Sie \($0)." },
            returnNotSent: """
                Kein Versanddienst, den wir kennen, nimmt den Inhalt zurück mit; fragen Sie uns, Sie \
                bekommen Ihr Geld auch so.
                """,
            product: "Was",
            reason: { reason in
                switch reason {
                case .changedMind: "Ich habe es mir anders überlegt"
                case .damaged: "Es kam beschädigt an"
                case .wrongItem: "Es ist nicht, was ich bestellt habe"
                case .faulty: "Es funktioniert nicht"
                }
            },
            askReturn: "Rückgabe anmelden",
            returnState: { state in
                switch state {
                case .requested: "angemeldet; wie es geht, steht in Ihrer E-Mail"
                case .sent: "abgeschickt; wir warten darauf"
                case .received: "eingetroffen"
                case .refunded: "erstattet"
                }
            },
            address: "Lieferung an")
    }()
}
