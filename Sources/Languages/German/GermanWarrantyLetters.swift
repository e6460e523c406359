// The letters about a claim, in German.

import Rules

extension WarrantyLetters {
    static let german = WarrantyLetters(
        received: germanReceived, accepted: germanAccepted, declined: germanDeclined,
        remedy: germanRemedy, done: germanDone)
}

private let formats = Formats.german

private func see(_ claim: ClaimLetter) -> String { "Ihre Reklamation:\n\(claim.link)" }

/// The law first.
private func cover(_ claim: ClaimLetter) -> String {
    let lines = [
        claim.lawUntil.map { "  Gesetzliche Gewährleistung: bis \(formats.day($0))" },
        claim.makerUntil.map {
            let name =
                claim.lawUntil == nil ? "Herstellergarantie" : "Zusätzlich Herstellergarantie"
            return "  \(name): bis \(formats.day($0))"
        },
    ]
    return "Dafür steht jemand ein:\n" + lines.compactMap { $0 }.joined(separator: "\n")
}

private func germanReceived(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Reklamation \(claim.number) ist eingegangen: \(claim.product)",
        [
            "es tut uns leid, dass damit etwas nicht stimmt: \(claim.product).",
            cover(claim),
            claim.answerBy.map { "Sie bekommen unsere Antwort bis \(formats.weekday($0))." },
            see(claim),
        ])
}

private func germanAccepted(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Wir stehen dafür ein: Reklamation \(claim.number)",
        [
            """
            wir haben Ihre Reklamation \(claim.number) zu \(claim.product) geprüft und erkennen sie \
            an.
            """,
            """
            In unserer nächsten E-Mail steht, ob wir reparieren, ersetzen oder das Geld erstatten. \
            Nichts davon kostet Sie etwas.
            """,
            see(claim),
        ])
}

private func germanDeclined(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Reklamation \(claim.number): abgelehnt",
        [
            """
            wir haben Ihre Reklamation \(claim.number) zu \(claim.product) geprüft und lehnen sie \
            ab.
            """,
            "Unser Grund:\n  \(claim.reason)", cover(claim),
            """
            Was Ihnen nach dem Gesetz zusteht, hängt nicht von unserer Meinung ab. Wenn Sie das \
            anders sehen, schreiben Sie uns.
            """,
            see(claim),
        ])
}

private func germanRemedy(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    let said =
        switch claim.remedy {
        case .repair: "Wir reparieren das Gerät auf unsere Kosten und schicken es Ihnen zurück."
        case .replacement: "Wir schicken Ihnen auf unsere Kosten ein anderes."
        case .refund, nil:
            """
            Das Geld dafür geht den Weg zurück, auf dem gezahlt wurde, an die Person, die die \
            Bestellung bezahlt hat, sobald die Rücksendung geprüft ist.
            """
        }
    return Letter(
        .german, to: reader,
        "Wie wir es in Ordnung bringen: Reklamation \(claim.number)",
        ["zu Ihrer Reklamation \(claim.number), \(claim.product): \(said)"]
            + wayIn(claim) + [see(claim)])
}

private func wayIn(_ claim: ClaimLetter) -> [String] {
    switch claim.wayIn {
    case .keep:
        [
            """
            Sie müssen nichts einschicken: Das defekte Gerät darf kein Zusteller befördern. Geben \
            Sie es bei einer Sammelstelle für Altgeräte und Batterien ab.
            """
        ]
    case .send(let number, let address):
        [
            """
            Bitte schicken Sie es gut verpackt ein und schreiben Sie \(number) auf das Paket. Den \
            Versand bezahlen wir: Heben Sie den Beleg auf. Die Adresse:
            """,
            address.map { "  " + $0 }.joined(separator: "\n"),
        ]
    }
}

private func germanDone(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    let what =
        claim.remedy == .repair
        ? "Ihr repariertes Gerät ist heute losgegangen"
        : "Ihr Ersatz ist heute losgegangen"
    return Letter(
        .german, to: reader,
        "Unterwegs zu Ihnen: \(claim.product)",
        [
            "\(what): \(claim.product), Reklamation \(claim.number).",
            claim.shipment.map { "  \($0.carrier), Sendungsnummer \($0.trackingNumber)" },
            cover(claim), see(claim),
        ])
}
