// The letters about a claim, in English.

import Rules

extension WarrantyLetters {
    static func english(_ formats: Formats) -> WarrantyLetters {
        WarrantyLetters(
            received: { englishReceived($0, $1, formats) },
            accepted: { englishAccepted($0, $1) },
            declined: { englishDeclined($0, $1, formats) },
            remedy: { englishRemedy($0, $1) },
            done: { englishDone($0, $1, formats) })
    }
}

private func see(_ claim: ClaimLetter) -> String { "See your claim:\n\(claim.link)" }

/// The law first.
private func cover(_ claim: ClaimLetter, _ formats: Formats) -> String {
    let lines = [
        claim.lawUntil.map { "  By law: until \(formats.day($0))" },
        claim.makerUntil.map {
            let name = claim.lawUntil == nil ? "Maker’s warranty" : "Maker’s warranty, on top of it"
            return "  \(name): until \(formats.day($0))"
        },
    ]
    return "What is guaranteed for it:\n" + lines.compactMap { $0 }.joined(separator: "\n")
}

private func englishReceived(
    _ reader: LetterReader, _ claim: ClaimLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "We received your claim \(claim.number): \(claim.product)",
        [
            "we are sorry that something is wrong with it: \(claim.product).",
            cover(claim, formats),
            claim.answerBy.map { "You get our answer by \(formats.weekday($0))." },
            see(claim),
        ])
}

private func englishAccepted(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .english, to: reader,
        "We stand for it: claim \(claim.number)",
        [
            "we have looked at your claim \(claim.number) about \(claim.product), and accept it.",
            """
            In our next mail you read whether we repair it, replace it or give the money back. None \
            of it costs you anything.
            """,
            see(claim),
        ])
}

private func englishDeclined(
    _ reader: LetterReader, _ claim: ClaimLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your claim \(claim.number): declined",
        [
            "we have looked at your claim \(claim.number) about \(claim.product), and decline it.",
            "Our reason:\n  \(claim.reason)", cover(claim, formats),
            """
            What the law gives you doesn’t depend on what we think. If you see it differently, \
            write to us.
            """,
            see(claim),
        ])
}

private func englishRemedy(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    let said =
        switch claim.remedy {
        case .repair: "We repair it, at our cost, and send it back to you."
        case .replacement: "We send you another one, at our cost."
        case .refund, nil:
            """
            The money for it goes back by the way it was paid, to whoever paid the order: as soon \
            as the return is checked.
            """
        }
    return Letter(
        .english, to: reader,
        "How we put it right: claim \(claim.number)",
        ["about your claim \(claim.number): \(claim.product). \(said)"]
            + wayIn(claim) + [see(claim)])
}

private func wayIn(_ claim: ClaimLetter) -> [String] {
    switch claim.wayIn {
    case .keep:
        [
            """
            You needn’t send anything in: no carrier may take the faulty one. Take it to a \
            collection point for old devices and batteries.
            """
        ]
    case .send(let number, let address):
        [
            """
            Please send it in, well packed and with \(number) on the parcel. We pay for the way: \
            keep the receipt. The address:
            """,
            address.map { "  " + $0 }.joined(separator: "\n"),
        ]
    }
}

private func englishDone(
    _ reader: LetterReader, _ claim: ClaimLetter, _ formats: Formats
) -> Letter {
    let what = claim.remedy == .repair ? "your repaired one" : "another one for you"
    return Letter(
        .english, to: reader,
        "On its way to you: \(claim.product)",
        [
            "\(what) left today: \(claim.product), claim \(claim.number).",
            claim.shipment.map { "  \($0.carrier), tracking number \($0.trackingNumber)" },
            cover(claim, formats), see(claim),
        ])
}
