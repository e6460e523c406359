// The letters of what comes after the sale, in German.

import Rules

extension AftercareLetters {
    static let german = AftercareLetters(
        withdrawalReceipt: germanReceipt, returnReceived: germanReceived,
        dispatchLate: germanDispatchLate, deliveryLate: germanDeliveryLate)
}

private let formats = Formats.german

private func germanReceipt(_ reader: LetterReader, _ said: WithdrawalLetter) -> Letter {
    let outcome =
        switch said.outcome {
        case .open:
            """
            Wir sehen es uns an und schreiben Ihnen noch einmal. Ihr Widerruf zählt ab diesem \
            Zeitpunkt.
            """
        case .cancelled:
            "Es war noch nichts versandt. Die Bestellung ist storniert, und Sie bekommen alles zurück."
        case .returning(let number):
            """
            Ihre Rücksendung hat die Nummer \(number). Wie Sie sie aufgeben, steht in unserer \
            nächsten E-Mail.
            """
        case .refused:
            """
            Nach unseren Unterlagen ist ein Widerruf hier nicht mehr möglich. Wenn Sie das anders \
            sehen, schreiben Sie uns.
            """
        }
    return Letter(
        .german, to: reader,
        "Ihr Widerruf ist eingegangen: Bestellung \(said.orderNumber)",
        [
            """
            am \(formats.moment(said.declared, offset: .zero, seconds: true)) ist Ihre Erklärung \
            bei uns eingegangen, dass Sie den Vertrag widerrufen:
            """,
            [
                "  Bestellung: \(said.orderNumber)", "  Name: \(said.name)",
                "  Was: \(said.units.isEmpty ? "alles" : said.units.said(formats))",
            ].joined(separator: "\n"),
            outcome, "Diese Bestätigung als Seite:\n\(said.link)",
        ])
}

private func germanReceived(_ reader: LetterReader, _ goods: ReceivedLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Rücksendung \(goods.returnNumber) ist geprüft",
        [
            """
            wir haben Ihre Rücksendung \(goods.returnNumber) aus der Bestellung \
            \(goods.orderNumber) geprüft.
            """,
            goods.note.isEmpty ? nil : "Unser Befund:\n  \(goods.note)",
            goods.deduction.isZero
                ? nil
                : """
                Für einen Wertverlust, der über das Prüfen der Ware hinausgeht, behalten wir \
                \(formats.money(goods.deduction)) ein. Wenn Sie das anders sehen, schreiben Sie uns.
                """,
            """
            Sie bekommen \(formats.money(goods.amount)) zurück, auf dem Weg, auf dem Sie gezahlt \
            haben.
            """,
            "Ihre Bestellung:\n\(goods.link)",
        ])
}

private func germanDispatchLate(_ reader: LetterReader, _ late: LateLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Bestellung \(late.orderNumber) verspätet sich: warten oder stornieren",
        [
            late.rest.isEmpty
                ? """
                Ihre Bestellung \(late.orderNumber) hätte bis \(formats.weekday(late.day)) unser \
                Lager verlassen sollen. Das hat sie nicht, und es tut uns leid.
                """
                : """
                Ihre Bestellung \(late.orderNumber) hätte bis \(formats.weekday(late.day)) ganz \
                unser Lager verlassen sollen. \(late.rest.said(formats)) ist noch hier, und es tut \
                uns leid.
                """,
            """
            Bis zum Versand können Sie jederzeit stornieren und bekommen \(formats.money(late.total)) \
            zurück: alles, was Sie dafür bezahlt haben.
            """,
            late.waitUntil.map {
                """
                Wenn Sie nichts sagen, gehen wir davon aus, dass Sie bis \(formats.weekday($0)) \
                warten. Ist sie bis dahin nicht unterwegs und haben Sie nicht zugestimmt, länger zu \
                warten, stornieren wir und erstatten alles.
                """
            } ?? "Wenn Sie nichts tun, schicken wir sie los, sobald wir können.",
            "Entscheiden Sie hier:\n\(late.link)",
        ])
}

private func germanDeliveryLate(_ reader: LetterReader, _ late: LateLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Bestellung \(late.orderNumber) ist nicht rechtzeitig angekommen",
        [
            late.rest.isEmpty
                ? """
                Ihre Bestellung \(late.orderNumber) hätte bis \(formats.weekday(late.day)) bei \
                Ihnen sein sollen. Nach unseren Unterlagen ist sie es nicht, und es tut uns leid.
                """
                : """
                Ihre Bestellung \(late.orderNumber) hätte bis \(formats.weekday(late.day)) ganz bei \
                Ihnen sein sollen. Nach unseren Unterlagen fehlt noch: \(late.rest.said(formats)). \
                Es tut uns leid.
                """,
            """
            Wenn Sie nicht länger warten möchten, stornieren Sie: Sie bekommen \
            \(formats.money(late.total)) zurück, alles, was Sie dafür bezahlt haben. Falls doch alles \
            da ist, sagen Sie es uns.
            """,
            "Ihre Bestellung:\n\(late.link)",
        ])
}
