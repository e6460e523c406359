// The letters in German.

import Rules

extension Letters {
    static let german = Letters(
        confirmAddress: germanConfirmation, resetPassword: germanReset,
        accountExists: germanAccountExists, unitsHeld: germanUnitsHeld, orderPaid: germanOrderPaid,
        orderDelivered: germanOrderDelivered, orderCancelled: germanOrderCancelled,
        moneyReturned: germanMoneyReturned, returnInstructions: germanReturn)
}

private let formats = Formats.german

private func germanConfirmation(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .german, to: reader,
        "Bestätigen Sie Ihre Adresse",
        [
            "willkommen bei \(reader.shop). Bitte bestätigen Sie, dass diese Adresse Ihnen gehört:",
            link,
            "Der Link gilt zwei Tage. Danach können Sie den Warteraum jedes Verkaufs betreten.",
            """
            Falls Sie kein Konto angelegt haben, lassen Sie diese E-Mail liegen; es passiert \
            nichts.
            """,
        ])
}

private func germanUnitsHeld(_ reader: LetterReader, _ units: UnitsLetter) -> Letter {
    let what = "\(formats.number(units.quantity)) × \(units.product)"
    return Letter(
        .german, to: reader,
        "Für Sie reserviert: \(what)",
        [
            "Stücke sind zurückgekommen, und Sie waren dran. Für Sie reserviert: \(what).",
            """
            Sie gehören Ihnen bis \(formats.moment(units.expires, offset: .zero)). Bestellen und \
            bezahlen Sie vorher, sonst gehen sie an die nächste Person:
            """,
            units.link, "Wird der Verkauf angehalten, haben Sie entsprechend mehr Zeit.",
        ])
}

private func germanReset(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .german, to: reader,
        "Setzen Sie ein neues Passwort",
        [
            "hier können Sie ein neues Passwort für Ihr Konto setzen:", link,
            "Der Link gilt einmal und eine Stunde lang. Danach sind alle Geräte abgemeldet.",
            """
            Falls Sie das nicht wollten, lassen Sie diese E-Mail liegen: Ihr Passwort bleibt, wie \
            es ist.
            """,
        ])
}

private func germanAccountExists(
    _ reader: LetterReader, _ logIn: String, _ reset: String
) -> Letter {
    Letter(
        .german, to: reader,
        "Sie haben schon ein Konto",
        [
            """
            jemand, wahrscheinlich Sie, wollte mit dieser Adresse ein Konto anlegen. Es gibt \
            schon eines, darum wurde nichts geändert. Hier melden Sie sich an:
            """,
            logIn, "Wenn Sie Ihr Passwort vergessen haben, setzen Sie ein neues:", reset,
            "Falls Sie es nicht waren, müssen Sie nichts tun.",
        ])
}

func germanBill(_ order: OrderLetter) -> String {
    order.bill(
        formats, shipping: "Versand", duty: "Zoll", tax: "Steuern", fees: "Gebühren",
        total: "Gesamt")
}

private func see(_ link: String) -> String { "Zu Ihrer Bestellung:\n\(link)" }

private func germanOrderPaid(_ reader: LetterReader, _ order: OrderLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Bestellung \(order.number) ist bezahlt",
        [
            "vielen Dank: Ihre Bestellung \(order.number) ist bezahlt und gehört Ihnen.",
            germanBill(order),
            """
            Mehr zahlen Sie nicht. Um Zoll und Steuern kümmern wir uns; an der Tür ist nichts \
            mehr fällig.
            """,
            """
            Sie verlässt unser Lager spätestens am \(formats.weekday(order.promise)). Sonst \
            können Sie stornieren und bekommen alles zurück.
            """,
            order.wayBack.map { way in
                """
                Sie können sie innerhalb von \
                \(formats.count(way.days, one: "Tag", other: "Tagen")) nach Erhalt zurücksenden. \
                \(cost(way.cost))
                """
            },
            see(order.link),
        ])
}

private func cost(_ cost: WayBack.Cost, of what: String = "die ganze Bestellung") -> String {
    switch cost {
    case .buyer(let money):
        "Die Rücksendung zahlen Sie: etwa \(formats.money(money)) für \(what)."
    case .store: "Die Rücksendung zahlen wir."
    case .notSent:
        """
        Kein Versanddienst nimmt diese Artikel zurück; Sie müssen sie nicht einsenden und \
        bekommen Ihr Geld trotzdem.
        """
    }
}

private func germanOrderDelivered(
    _ reader: LetterReader, _ order: OrderLetter, _ delivery: DeliveryLetter
) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Bestellung \(order.number) ist angekommen",
        [
            """
            Ihre Bestellung \(order.number) wurde zugestellt: am \
            \(formats.weekday(delivery.day)). Wir hoffen, sie gefällt Ihnen.
            """,
            germanBill(order),
            """
            Wenn nicht, können Sie bis \(formats.weekday(delivery.lastReturnDay)) ohne Angabe von \
            Gründen die Rücksendung anmelden.
            """,
            order.wayBack.map { cost($0.cost) },
            "Rücksendung anmelden:\n\(order.link)",
        ])
}

private func germanOrderCancelled(_ reader: LetterReader, _ order: OrderLetter) -> Letter {
    Letter(
        .german, to: reader,
        "Ihre Bestellung \(order.number) ist storniert",
        [
            "Ihre Bestellung \(order.number) ist storniert:", germanBill(order),
            """
            Sie bekommen alles zurück, auf dem Weg, auf dem Sie gezahlt haben. Wir schreiben \
            Ihnen, sobald das Geld unterwegs ist.
            """,
            see(order.link),
        ])
}

private func germanMoneyReturned(_ reader: LetterReader, _ refund: RefundLetter) -> Letter {
    let why =
        switch refund.reason {
        case .late:
            """
            Ihre Zahlung kam an, als Ihre Reservierung schon abgelaufen war und die Stücke \
            vergeben waren. Das tut uns leid.
            """
        case .wrongAmount:
            "Es kam ein anderer Betrag an als vereinbart; verkauft wurde dafür nichts."
        case .cancelled: "Die Bestellung wurde storniert."
        case .calledOff: "Der Betrag ist für den Teil der Bestellung, der nicht mehr kommt."
        case .returned: "Ihre Rücksendung ist bei uns angekommen."
        }
    return Letter(
        .german, to: reader,
        "Ihr Geld für die Bestellung \(refund.orderNumber) ist unterwegs",
        [
            """
            wir haben Ihnen \(formats.money(refund.amount)) für die Bestellung \
            \(refund.orderNumber) erstattet. \(why)
            """,
            """
            Das Geld geht den Weg zurück, auf dem Sie gezahlt haben; je nach Bank ist es sofort \
            oder innerhalb von zehn Tagen da.
            """,
            see(refund.link),
        ])
}

private func germanReturn(_ reader: LetterReader, _ goods: ReturnLetter) -> Letter {
    let what = goods.units.said(formats)
    let isSent = goods.cost != .notSent
    return Letter(
        .german, to: reader,
        "Ihre Rücksendung \(goods.returnNumber)",
        [
            """
            Sie möchten \(what) aus der Bestellung \(goods.orderNumber) zurückgeben. Das ist in \
            Ordnung.
            """,
            cost(goods.cost, of: what),
            isSent
                ? """
                Bitte geben Sie das Paket bis \(formats.weekday(goods.lastDay)) gut verpackt \
                auf und schreiben Sie \(goods.returnNumber) darauf. Heben Sie den Beleg auf. \
                Die Adresse:
                """
                : nil,
            isSent ? goods.address.map { "  " + $0 }.joined(separator: "\n") : nil,
            isSent ? "Ihr Geld bekommen Sie, sobald es angekommen und geprüft ist." : nil,
            see(goods.link),
        ])
}
