// The letters about parcels, in English.

import Rules

extension ParcelLetters {
    static func english(_ formats: Formats, cancelled: String) -> ParcelLetters {
        ParcelLetters(
            dispatched: { englishDispatched($0, $1, $2, formats) },
            missing: { englishMissing($0, $1, formats) },
            found: { englishFound($0, $1, $2, formats) },
            lost: { englishLost($0, $1, formats) },
            returned: { englishReturned($0, $1, formats) },
            restCancelled: { reader, number, link in
                Letter(
                    .english, to: reader,
                    "The rest of your order \(number) is \(cancelled)",
                    [
                        """
                        what hadn’t left our warehouse of your order \(number) is \(cancelled). \
                        What is on its way to you still comes.
                        """,
                        """
                        You get back everything you paid for the rest, by the way you paid. We \
                        write again when it is on its way.
                        """,
                        "See your order:\n\(link)",
                    ])
            })
    }
}

private func carriage(_ shipment: Shipment) -> String {
    "  Carrier: \(shipment.carrier)\n  Tracking number: \(shipment.trackingNumber)"
}

private func englishDispatched(
    _ reader: LetterReader, _ order: OrderLetter, _ parcel: ParcelLetter, _ formats: Formats
) -> Letter {
    let day = formats.weekday(parcel.shipment.day)
    let isWhole = parcel.part == .whole
    let rest: String? =
        switch parcel.part {
        case .whole: nil
        case .some(let units, let by):
            "The rest, \(units.said(formats)), leaves by \(formats.weekday(by))."
        case .last: "With this, all of your order has left."
        }
    return Letter(
        .english, to: reader,
        isWhole
            ? "Your order \(order.number) is on its way"
            : "A part of your order \(order.number) is on its way",
        [
            isWhole
                ? "your order \(order.number) left our warehouse on \(day)."
                : """
                a part of your order \(order.number) left our warehouse on \(day): \
                \(parcel.units.said(formats)).
                """,
            carriage(parcel.shipment), rest,
            isWhole ? englishBill(order, formats) : nil,
            """
            Duty and tax are handled by us. Should a carrier ask you for money at the door, don’t \
            pay, and write to us.
            """,
            "See your order:\n\(order.link)",
        ])
}

private func englishMissing(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "We are looking for your parcel: order \(parcel.orderNumber)",
        [
            """
            a parcel of your order \(parcel.orderNumber) with \(parcel.units.said(formats)) hasn’t \
            reached you. We are looking for it with the carrier.
            """,
            carriage(parcel.shipment),
            parcel.delivered.map {
                "The carrier says that it was delivered on \(formats.weekday($0))."
            },
            parcel.by.map {
                """
                By \(formats.weekday($0)) we know more. If it isn’t found by then, we send it again \
                or pay it back. There is nothing for you to do.
                """
            },
            "See your order:\n\(parcel.link)",
        ])
}

private func englishFound(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ finding: String, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "We found your parcel: order \(parcel.orderNumber)",
        [
            """
            we looked for the parcel of your order \(parcel.orderNumber) with \
            \(parcel.units.said(formats)) that you didn’t have. It was delivered, the carrier says:
            """, finding, carriage(parcel.shipment),
            "If you still don’t have it, tell us on the page of your order:\n\(parcel.link)",
        ])
}

private func englishLost(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your parcel is lost: order \(parcel.orderNumber)",
        [
            """
            a parcel of your order \(parcel.orderNumber) with \(parcel.units.said(formats)) was \
            lost on its way to you. We are sorry.
            """,
            carriage(parcel.shipment), outcome(parcel, formats),
            "See your order:\n\(parcel.link)",
        ])
}

private func englishReturned(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your parcel came back to us: order \(parcel.orderNumber)",
        [
            """
            a parcel of your order \(parcel.orderNumber) with \(parcel.units.said(formats)) \
            couldn’t be delivered and came back to us.
            """,
            carriage(parcel.shipment), outcome(parcel, formats),
            parcel.by.map { _ in
                "Please look at the address on the page of your order, and write to us if it is wrong."
            },
            "See your order:\n\(parcel.link)",
        ])
}

private func outcome(_ parcel: ParcelLetter, _ formats: Formats) -> String {
    parcel.by.map { "We send it again, by \(formats.weekday($0)) at the latest." }
        ?? """
        You get back everything you paid for it, by the way you paid. We write again when it is on \
        its way.
        """
}
