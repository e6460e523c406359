// What comes after the sale, in German.

import Rules

extension AftercarePhrases {
    static let german = AftercarePhrases(
        withdraw: "Vertrag widerrufen",
        giveBack: "Etwas zurückgeben",
        withdrawText: """
            Sie brauchen dafür kein Konto. Sagen Sie uns, um welche Bestellung es geht; auf der \
            nächsten Seite wählen Sie aus, was zurückgeht, und bestätigen.
            """,
        goOn: "Weiter",
        check: "Bitte prüfen Sie Ihre Angaben",
        orderNotFound: """
            Zu dieser Nummer und dieser E-Mail-Adresse finden wir keine Bestellung. Bitte prüfen Sie \
            beides. Sie können trotzdem bestätigen: Dann suchen wir die Bestellung selbst, und Ihr \
            Widerruf zählt ab jetzt.
            """,
        wholeOrder: """
            Es ist noch nichts versandt. Die Bestellung wird als Ganzes storniert, und Sie bekommen \
            alles zurück.
            """,
        units: { "Anzahl: \($0)" },
        payWayBack: """
            Die Rücksendung bezahlen Sie. Für diese Ware sind folgende Wege erlaubt:
            """,
        wayBackFree: "Die Rücksendung bezahlen wir.",
        keep: """
            Diese Ware darf kein Zusteller zurücknehmen. Sie müssen sie nicht schicken und bekommen \
            Ihr Geld trotzdem.
            """,
        confirmWithdrawal: "Widerruf bestätigen",
        confirmGivingBack: "Rückgabe bestätigen",
        receipt: "Ihre Erklärung ist eingegangen",
        received: { "Eingegangen am \($0)" },
        everything: "alles",
        outcomeOpen: """
            Wir sehen es uns an und schreiben Ihnen. Ihr Widerruf zählt ab diesem Zeitpunkt.
            """,
        outcomeCancelled: "Die Bestellung ist storniert. Sie bekommen alles zurück.",
        outcomeReturning: {
            "Ihre Rücksendung hat die Nummer \($0). Wie es geht, steht in Ihrer E-Mail."
        },
        outcomeRefused: """
            Nach unseren Unterlagen kann diese Ware nicht mehr zurückgegeben werden. Wenn Sie das \
            anders sehen, schreiben Sie uns.
            """,
        receiptMailed: { "Diese Bestätigung haben wir an \($0) geschickt." },
        wayBack: "Rückweg",
        sendBy: { "Aufgeben bis \($0)." },
        haveSent: "Ich habe es abgeschickt",
        sentOn: "Abgeschickt am",
        tellSent: "Mitteilen",
        refundBy: { "Ihr Geld ist bis \($0) zurück." },
        cameBack: { "Geprüft: \($0)." },
        keptBack: { "Für den Wertverlust behalten wir \($0) ein." },
        dispatchMissed: {
            """
            Das hätte bis \($0) versandt sein sollen und ist es nicht. Es tut uns leid. Unten können \
            Sie stornieren und bekommen alles zurück.
            """
        },
        deliveryMissed: {
            """
            Das hätte bis \($0) ankommen sollen. Ist es nicht da und möchten Sie nicht warten, \
            stornieren Sie unten und bekommen alles zurück.
            """
        },
        silenceUntil: {
            """
            Wenn Sie nichts sagen, gehen wir davon aus, dass Sie bis \($0) warten; ist es dann nicht \
            unterwegs, stornieren wir und erstatten alles.
            """
        },
        waitLonger: "Ich warte länger",
        agreedToWait: "Sie haben zugestimmt zu warten. Stornieren können Sie weiterhin jederzeit.",
        changeAddress: "An eine andere Adresse schicken",
        changeAddressHint: """
            Möglich bis zum Versand, innerhalb des Landes und wenn der Preis gleich bleibt.
            """,
        heldByCustoms: """
            Der Zoll prüft Ihr Paket. Sie müssen nichts tun und nichts bezahlen: Wir antworten, \
            und wir tragen, was es kostet. Verlangt jemand Geld von Ihnen, zahlen Sie nicht.
            """,
        customs: "Zoll",
        noCases: "Kein Paket ist beim Zoll.",
        customsState: { state in
            switch state {
            case .quoted: "geschätzt"
            case .declared: "angemeldet"
            case .released: "freigegeben"
            case .challenged: "angefochten"
            case .answered: "beantwortet"
            case .decided: "entschieden"
            case .protested: "Einspruch erhoben"
            case .final: "endgültig"
            }
        },
        customsEvent: { event in
            switch event {
            case .declare: "Angemeldet"
            case .release: "Freigegeben"
            case .challenge: "Angefochten"
            case .answer: "Beantwortet"
            case .decide: "Entschieden"
            case .protest: "Einspruch erhoben"
            case .close: "Geschlossen"
            }
        },
        customsField: { field in
            switch field {
            case .what: "Was geschah"
            case .reference: "Aktenzeichen"
            case .form: "Formular"
            case .declarant: "Anmelder"
            case .ground: "Grund"
            case .duty: "Zoll"
            case .tax: "Steuer"
            case .fees: "Gebühren"
            case .answerBy: "Antwort bis"
            case .carrierFee: "Gebühr des Zustellers"
            }
        },
        customsGround: { ground in
            switch ground {
            case .classification: "Einreihung"
            case .value: "Wert"
            case .origin: "Ursprung"
            case .quantity: "Menge"
            case .splitting: "Aufteilung auf mehrere Sendungen"
            case .compliance: "Produktvorschriften"
            }
        },
        record: "Vermerken",
        evidence: "Belege (ZIP)",
        estimate: "Geschätzt",
        assessed: "Festgesetzt",
        layersToLookAt: "Zu prüfende Regeln",
        papers: "Papiere",
        pickList: "Packliste",
        deadlines: "Fristen",
        owed: "Als Nächstes fällig",
        missed: "Versäumt",
        nothingOwed: "Nichts ist fällig.",
        deadline: { kind in
            switch kind {
            case .dispatch: "Versand"
            case .consent: "Zustimmung zur Verspätung"
            case .delivery: "Zustellung"
            case .parcelSearch: "Suche nach einem Paket"
            case .refund: "Erstattung"
            case .customsAnswer: "Antwort an den Zoll"
            case .customsProtest: "Einspruch beim Zoll"
            case .warrantyAnswer: "Antwort auf eine Reklamation"
            case .recovery: "Antrag auf Zoll oder Steuer"
            case .missingReport: "Meldung, dass nichts ankam"
            case .returnWindow: "Rückgabefrist"
            case .sendingBack: "Rücksendung"
            case .legalGuarantee: "gesetzliche Gewährleistung"
            case .makersWarranty: "Garantie des Herstellers"
            case .roomOpens: "Warteraum öffnet"
            case .roundOpens: "Runde beginnt"
            case .roundCloses: "Runde endet"
            case .customsFinal: "Zoll: endgültig"
            }
        },
        forecast: "Versandzusagen",
        pace: { "Beim jetzigen Tempo gehen \($0) Pakete je Arbeitstag hinaus." },
        broken: { orders in
            orders == 0
                ? "Alle Zusagen sind zu halten."
                : Formats.german.count(orders, one: "Zusage wird", other: "Zusagen werden")
                    + " gebrochen, wenn nicht mehr am Tag hinausgeht."
        },
        forecastDay: "Bis",
        forecastPromised: "Zugesagt",
        forecastLate: "Zu spät",
        tryAgain: "Noch einmal versuchen",
        returns: "Rücksendungen",
        noReturns: "Nichts ist auf dem Rückweg.",
        returnStage: { state in
            switch state {
            case .requested: "angemeldet"
            case .sent: "unterwegs zu uns"
            case .received: "eingetroffen"
            case .refunded: "erstattet"
            }
        },
        refundDue: { "Zu erstatten bis \($0)" },
        condition: { condition in
            switch condition {
            case .asNew: "wie neu"
            case .triedOut: "ausprobiert"
            case .used: "über das Prüfen hinaus benutzt"
            case .damaged: "beschädigt"
            case .incomplete: "unvollständig"
            case .notSent: "muss nicht geschickt werden"
            }
        },
        isChecked: "Geprüft: erstatten",
        deductionHint: """
            Nur für Wertverlust über das Prüfen hinaus, und nur, wenn der Käufer belehrt wurde.
            """,
        photosHint: { most, megabytes in
            """
            Bis zu \(most), als JPEG, PNG oder WebP, je höchstens \(megabytes)\u{A0}MB. \
            Wer gekauft hat, sieht sie.
            """
        },
        withdrawals: "Widerrufe ohne bekannte Bestellung",
        withdrawalsText: "Bestellung suchen, danach handeln und an die Adresse schreiben.",
        settled: "Erledigt")
}
