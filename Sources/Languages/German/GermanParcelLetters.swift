// The letters about parcels, in German.

import Rules

extension ParcelLetters {
    static let german = ParcelLetters(
        dispatched: germanDispatched, missing: germanMissing, found: germanFound,
        lost: germanLost, returned: germanReturned,
        restCancelled: { reader, number, link in
            Letter(
                .german, to: reader,
                "Der Rest Ihrer Bestellung \(number) ist storniert",
                [
                    """
                    was von Ihrer Bestellung \(number) unser Lager noch nicht verlassen hatte, ist \
                    storniert. Was zu Ihnen unterwegs ist, kommt trotzdem an.
                    """,
                    """
                    Alles, was Sie für den Rest bezahlt haben, bekommen Sie zurück, auf dem Weg, auf \
                    dem Sie gezahlt haben. Wir schreiben Ihnen, sobald das Geld unterwegs ist.
                    """,
                    "Ihre Bestellung:\n\(link)",
                ])
        })
}

private let formats = Formats.german

private func carriage(_ shipment: Shipment) -> String {
    "  Versanddienst: \(shipment.carrier)\n  Sendungsnummer: \(shipment.trackingNumber)"
}

private func germanDispatched(
    _ reader: LetterReader, _ order: OrderLetter, _ parcel: ParcelLetter
) -> Letter {
    let day = formats.weekday(parcel.shipment.day)
    let isWhole = parcel.part == .whole
    let rest: String? =
        switch parcel.part {
        case .whole: nil
        case .some(let units, let by):
            "Der Rest, \(units.said(formats)), verlässt unser Lager spätestens am \(formats.weekday(by))."
        case .last: "Damit ist Ihre ganze Bestellung unterwegs."
        }
    return Letter(
        .german, to: reader,
        isWhole
            ? "Ihre Bestellung \(order.number) ist unterwegs"
            : "Ein Teil Ihrer Bestellung \(order.number) ist unterwegs",
        [
            isWhole
                ? """
                Ihre Bestellung \(order.number) hat unser Lager verlassen, und zwar am \(day).
                """
                : """
                ein Teil Ihrer Bestellung \(order.number) hat unser Lager verlassen, und zwar am \
                \(day): \(parcel.units.said(formats)).
                """,
            carriage(parcel.shipment), rest,
            isWhole ? germanBill(order) : nil,
            """
            Um Zoll und Steuern kümmern wir uns. Sollte ein Zusteller an der Tür Geld verlangen, \
            zahlen Sie nicht und schreiben Sie uns.
            """,
            "Ihre Bestellung:\n\(order.link)",
        ])
}

private func germanMissing(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Wir suchen Ihr Paket: Bestellung \(parcel.orderNumber)",
        [
            """
            ein Paket Ihrer Bestellung \(parcel.orderNumber) mit \(parcel.units.said(formats)) ist \
            nicht bei Ihnen angekommen. Wir suchen es beim Versanddienst.
            """,
            carriage(parcel.shipment),
            parcel.delivered.map {
                "Laut Versanddienst wurde es am \(formats.weekday($0)) zugestellt."
            },
            parcel.by.map {
                """
                Bis \(formats.weekday($0)) wissen wir mehr. Ist es dann nicht gefunden, senden wir \
                die Ware noch einmal oder erstatten sie. Sie brauchen nichts zu tun.
                """
            },
            "Ihre Bestellung:\n\(parcel.link)",
        ])
}

private func germanFound(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ finding: String
) -> Letter {
    Letter(
        .german, to: reader,
        "Ihr Paket ist gefunden: Bestellung \(parcel.orderNumber)",
        [
            """
            wir haben nach dem Paket Ihrer Bestellung \(parcel.orderNumber) mit \
            \(parcel.units.said(formats)) gesucht, das Ihnen fehlte. Es wurde zugestellt, sagt der \
            Versanddienst:
            """, finding, carriage(parcel.shipment),
            """
            Haben Sie es noch immer nicht, sagen Sie es uns auf der Seite Ihrer Bestellung:
            \(parcel.link)
            """,
        ])
}

private func germanLost(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihr Paket ging verloren: Bestellung \(parcel.orderNumber)",
        [
            """
            ein Paket Ihrer Bestellung \(parcel.orderNumber) mit \(parcel.units.said(formats)) ist \
            auf dem Weg zu Ihnen verloren gegangen. Das tut uns leid.
            """,
            carriage(parcel.shipment), outcome(parcel),
            "Ihre Bestellung:\n\(parcel.link)",
        ])
}

private func germanReturned(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihr Paket kam zu uns zurück: Bestellung \(parcel.orderNumber)",
        [
            """
            ein Paket Ihrer Bestellung \(parcel.orderNumber) mit \(parcel.units.said(formats)) \
            konnte nicht zugestellt werden und ist wieder bei uns.
            """,
            carriage(parcel.shipment), outcome(parcel),
            parcel.by.map { _ in
                """
                Bitte sehen Sie auf der Seite Ihrer Bestellung nach der Adresse, und schreiben Sie \
                uns, falls sie nicht stimmt.
                """
            },
            "Ihre Bestellung:\n\(parcel.link)",
        ])
}

private func outcome(_ parcel: ParcelLetter) -> String {
    parcel.by.map { "Wir senden die Ware noch einmal, spätestens am \(formats.weekday($0))." }
        ?? """
        Alles, was Sie dafür bezahlt haben, bekommen Sie zurück, auf dem Weg, auf dem Sie gezahlt \
        haben. Wir schreiben Ihnen, sobald das Geld unterwegs ist.
        """
}
