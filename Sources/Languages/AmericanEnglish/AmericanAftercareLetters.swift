// The letters of what comes after the sale, in English.

import Rules

extension AftercareLetters {
    static func english(_ formats: Formats) -> AftercareLetters {
        AftercareLetters(
            withdrawalReceipt: { englishReceipt($0, $1, formats) },
            returnReceived: { englishReceived($0, $1, formats) },
            dispatchLate: { englishDispatchLate($0, $1, formats) },
            deliveryLate: { englishDeliveryLate($0, $1, formats) })
    }
}

private func englishReceipt(
    _ reader: LetterReader, _ said: WithdrawalLetter, _ formats: Formats
) -> Letter {
    let outcome =
        switch said.outcome {
        case .open: "We look at it and write to you again. Your statement counts from that time."
        case .cancelled:
            "Nothing had left yet, so the order is canceled, and you get everything back."
        case .returning(let number):
            "Your return has the number \(number). How to send it back is in our next mail."
        case .refused:
            """
            By our records these goods can’t be withdrawn from any more. If you see it differently, \
            write to us.
            """
        }
    return Letter(
        .english, to: reader,
        "We received your withdrawal: order \(said.orderNumber)",
        [
            """
            on \(formats.moment(said.declared, offset: .zero, seconds: true)) we received your \
            statement that you withdraw from the contract:
            """,
            [
                "  Order: \(said.orderNumber)", "  Name: \(said.name)",
                "  What: \(said.units.isEmpty ? "everything" : said.units.said(formats))",
            ].joined(separator: "\n"),
            outcome, "This receipt as a page:\n\(said.link)",
        ])
}

private func englishReceived(
    _ reader: LetterReader, _ goods: ReceivedLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your return \(goods.returnNumber) is checked",
        [
            "we have checked your return \(goods.returnNumber) from order \(goods.orderNumber).",
            goods.note.isEmpty ? nil : "What we found:\n  \(goods.note)",
            goods.deduction.isZero
                ? nil
                : """
                For value lost by more than trying it out we keep \
                \(formats.money(goods.deduction)). If you see it differently, write to us.
                """,
            "You get \(formats.money(goods.amount)) back, by the way you paid.",
            "See your order:\n\(goods.link)",
        ])
}

private func englishDispatchLate(
    _ reader: LetterReader, _ late: LateLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your order \(late.orderNumber) is late: wait or cancel",
        [
            late.rest.isEmpty
                ? """
                your order \(late.orderNumber) should have left our warehouse by \
                \(formats.weekday(late.day)). It hasn’t, and we are sorry.
                """
                : """
                all of your order \(late.orderNumber) should have left our warehouse by \
                \(formats.weekday(late.day)). \(late.rest.said(formats)) hasn’t, and we are sorry.
                """,
            """
            You may cancel what hasn’t left at any time, and get \(formats.money(late.total)) back: \
            everything you paid for it.
            """,
            late.waitUntil.map {
                """
                If you say nothing, we take it that you wait until \(formats.weekday($0)). If it \
                hasn’t left by then and you haven’t told us to go on, we cancel it and return \
                everything.
                """
            } ?? "If you do nothing, we send it as soon as we can.",
            "Choose here:\n\(late.link)",
        ])
}

private func englishDeliveryLate(
    _ reader: LetterReader, _ late: LateLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your order \(late.orderNumber) hasn’t arrived in time",
        [
            late.rest.isEmpty
                ? """
                your order \(late.orderNumber) should have reached you by \
                \(formats.weekday(late.day)). By our records it hasn’t, and we are sorry.
                """
                : """
                all of your order \(late.orderNumber) should have reached you by \
                \(formats.weekday(late.day)). By our records \(late.rest.said(formats)) hasn’t, and \
                we are sorry.
                """,
            """
            If you don’t want to wait any longer, cancel it: you get \(formats.money(late.total)) \
            back, everything you paid for it. If it has arrived, tell us.
            """,
            "See your order:\n\(late.link)",
        ])
}
