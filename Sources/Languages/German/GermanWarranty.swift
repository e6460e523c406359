// Guarantees and claims in German.

import Rules

private let formats = Formats.german

extension WarrantyPhrases {
    static let german = WarrantyPhrases(
        passports: "Garantie",
        passportsText: "Ein Pass für jedes Stück, das Ihnen geliefert oder weitergegeben wurde.",
        none: "Es wurde noch nichts zugestellt. Jedes Stück bekommt seinen Pass, wenn es ankommt.",
        passport: { "Garantiepass \($0)" },
        lawFirst: """
            Die gesetzliche Gewährleistung geht vor. Die Herstellergarantie kommt hinzu und nimmt \
            ihr nichts.
            """,
        lawElsewhere: """
            Das Recht Ihres Bundesstaats kann Ihnen mehr geben als die Herstellergarantie.
            """,
        byLaw: "Gesetzliche Gewährleistung",
        byMaker: "Herstellergarantie",
        until: { "bis \($0)" },
        ranOut: { "abgelaufen am \($0)" },
        sparePart: "Ein Ersatzteil: Die Herstellergarantie gilt nur für Hauptgeräte.",
        ended: "Es wurde gegen sein Geld zurückgegeben. Dafür steht niemand mehr ein.",
        delivered: "Zugestellt",
        order: "Bestellung",
        claimTitle: "Etwas stimmt nicht damit",
        claimText: { days in
            """
            Sagen Sie uns, was, und zeigen Sie es, wenn Sie können. Sie bekommen binnen \
            \(formats.count(days, one: "Tag", other: "Tagen")) eine Antwort, und es kostet Sie nichts.
            """
        },
        moneyToBuyer: """
            Dieser Pass wurde Ihnen weitergegeben. Wird Geld erstattet, bekommt es, wer die \
            Bestellung bezahlt hat.
            """,
        descriptionHint: "Was geschieht, seit wann, und was Sie schon versucht haben.",
        noWish: "Entscheiden Sie",
        remedy: { remedy in
            switch remedy {
            case .repair: "Reparatur"
            case .replacement: "Ersatz"
            case .refund: "Erstattung"
            }
        },
        photosHint: { most, megabytes in
            """
            Bis zu \(formats.number(most)), als JPEG, PNG oder WebP, höchstens \
            \(formats.number(megabytes))\u{A0}MB je Foto. Nur Sie und wir sehen sie.
            """
        },
        addressTitle: "Wohin sollen wir Repariertes oder Ersatz schicken?",
        claimButton: "Reklamation absenden",
        claim: { "Reklamation \($0)" },
        claims: "Reklamationen",
        state: { state in
            switch state {
            case .asked: "wartet auf unsere Antwort"
            case .accepted: "anerkannt"
            case .declined: "abgelehnt"
            case .repair: "wird repariert"
            case .replacement: "wird ersetzt"
            case .refund: "Geld ist unterwegs"
            case .done: "erledigt"
            }
        },
        asked: "Eingegangen",
        answerBy: { "Sie bekommen unsere Antwort bis \($0)." },
        reasonTitle: "Warum wir ablehnen",
        lawStays: """
            Was Ihnen nach dem Gesetz zusteht, hängt nicht von unserer Meinung ab. Wenn Sie das \
            anders sehen, schreiben Sie uns.
            """,
        sendIn: {
            """
            Schicken Sie es ein und schreiben Sie \($0) auf das Paket. Den Versand bezahlen wir. \
            Die Adresse:
            """
        },
        keepIt: "Sie müssen nichts einschicken: Das defekte Gerät darf kein Zusteller befördern.",
        onItsWay: "Unterwegs zu Ihnen",
        photo: { "Foto \(formats.number($0)) der Reklamation" },
        handOnTitle: "Weitergeben",
        handOnText: """
            Wenn Sie das Gerät weggeben, geben Sie seinen Pass mit: Holen Sie sich einen Code und \
            reichen Sie ihn weiter. Wer ihn benutzt, kann von da an reklamieren, und Sie nicht mehr.
            """,
        handOnButton: "Code holen",
        codeTitle: "Der Code für den neuen Besitzer",
        codeText: { "Einzugeben auf \($0), von jemandem, der hier ein Konto hat." },
        codeOnce: "Er gilt einmal, bis",
        takeTitle: "Einen Pass übernehmen",
        takeText: """
            Jemand hat Ihnen ein Gerät und einen Code gegeben? Geben Sie ihn ein, dann gehört der \
            Pass Ihnen.
            """,
        takeButton: "Übernehmen",
        taken: "Der Pass gehört jetzt Ihnen.",
        noClaims: "Keine Reklamation ist offen.",
        accept: "Anerkennen",
        decline: "Ablehnen",
        carryOut: "So machen wir es",
        send: "An den Besitzer gesandt",
        wishes: { "möchte: \($0)" },
        checkReturn: { "Rücksendung \($0) prüfen" })
}
