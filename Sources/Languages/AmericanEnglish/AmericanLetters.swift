// The letters in English. The two kinds differ in their dates and amounts, so one text serves both.

import Rules

extension Letters {
    static func english(_ formats: Formats) -> Letters {
        Letters(
            confirmAddress: englishConfirmation, resetPassword: englishReset,
            accountExists: englishAccountExists,
            unitsHeld: { englishUnitsHeld($0, $1, formats) },
            orderPaid: { englishOrderPaid($0, $1, formats) },
            orderDelivered: { englishOrderDelivered($0, $1, $2, formats) },
            orderCancelled: { englishOrderCancelled($0, $1, formats) },
            moneyReturned: { englishMoneyReturned($0, $1, formats) },
            returnInstructions: { englishReturn($0, $1, formats) })
    }
}

private func englishConfirmation(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .english, to: reader,
        "Confirm your address",
        [
            "welcome to \(reader.shop). Please confirm that this address is yours:", link,
            "The link works for two days. After that you can enter the waiting room of any sale.",
            "If you didn’t sign up, ignore this mail and nothing happens.",
        ])
}

private func englishReset(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .english, to: reader,
        "Set a new password",
        [
            "here you can set a new password for your account:", link,
            "The link works once, for one hour. When you have used it, every device is logged out.",
            "If you didn’t ask for it, ignore this mail: your password stays as it is.",
        ])
}

private func englishAccountExists(
    _ reader: LetterReader, _ logIn: String, _ reset: String
) -> Letter {
    Letter(
        .english, to: reader,
        "You have an account already",
        [
            """
            somebody, probably you, wanted to sign up with this address. It has an account \
            already, so nothing was changed. Log in here:
            """,
            logIn, "If you have forgotten your password, set a new one:", reset,
            "If it wasn’t you, there is nothing to do.",
        ])
}

private func englishUnitsHeld(
    _ reader: LetterReader, _ units: UnitsLetter, _ formats: Formats
) -> Letter {
    let what = "\(formats.number(units.quantity)) × \(units.product)"
    return Letter(
        .english, to: reader,
        "Held for you: \(what)",
        [
            "units came back, and you were the next in line. Held for you: \(what).",
            """
            They are yours until \(formats.moment(units.expires, offset: .zero)). Order and pay \
            before then, or they go to whoever is next:
            """,
            units.link, "Should the sale be paused, you have as much more time.",
        ])
}

func englishBill(_ order: OrderLetter, _ formats: Formats) -> String {
    order.bill(
        formats, shipping: "Shipping", duty: "Customs duty", tax: "Tax", fees: "Fees",
        total: "Total")
}

private func englishOrderPaid(
    _ reader: LetterReader, _ order: OrderLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your order \(order.number) is paid",
        [
            "thank you: your order \(order.number) is paid, and it is yours.",
            englishBill(order, formats),
            "This is all you pay. Duty and tax are handled by us; nothing is due at the door.",
            """
            It leaves our warehouse on \(formats.weekday(order.promise)) at the latest. If it \
            doesn’t, you may cancel and get everything back.
            """,
            order.wayBack.map { way in
                """
                You can send it back within \(formats.count(way.days, one: "day", other: "days")) \
                of receiving it. \(englishCost(way.cost, formats))
                """
            },
            "See your order:\n\(order.link)",
        ])
}

private func englishCost(_ cost: WayBack.Cost, _ formats: Formats) -> String {
    switch cost {
    case .buyer(let money):
        "The way back is at your cost: about \(formats.money(money)) for the whole order."
    case .store: "We pay for the way back."
    case .notSent:
        """
        No carrier takes these goods back, so you wouldn’t have to send them: you get your money \
        all the same.
        """
    }
}

private func englishOrderDelivered(
    _ reader: LetterReader, _ order: OrderLetter, _ delivery: DeliveryLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your order \(order.number) has arrived",
        [
            """
            your order \(order.number) was delivered on \(formats.weekday(delivery.day)). We hope \
            you like it.
            """,
            englishBill(order, formats),
            """
            If not, you can ask to send it back until \(formats.weekday(delivery.lastReturnDay)), \
            without a reason.
            """,
            order.wayBack.map { englishCost($0.cost, formats) },
            "Start a return here:\n\(order.link)",
        ])
}

private func englishOrderCancelled(
    _ reader: LetterReader, _ order: OrderLetter, _ formats: Formats
) -> Letter {
    Letter(
        .english, to: reader,
        "Your order \(order.number) is cancelled",
        [
            "your order \(order.number) is cancelled:", englishBill(order, formats),
            "You get all of it back, by the way you paid. We write again when it is on its way.",
            "See your order:\n\(order.link)",
        ])
}

private func englishMoneyReturned(
    _ reader: LetterReader, _ refund: RefundLetter, _ formats: Formats
) -> Letter {
    let why =
        switch refund.reason {
        case .late:
            """
            Your payment reached us when your reservation had run out and the units had gone to \
            somebody else. We are sorry.
            """
        case .wrongAmount: "Another amount came than you had agreed to; nothing was sold for it."
        case .cancelled: "The order was cancelled."
        case .calledOff: "It is for the part of the order that you won’t receive."
        case .returned: "We have received what you sent back."
        }
    return Letter(
        .english, to: reader,
        "Your money is on its way back: order \(refund.orderNumber)",
        [
            """
            we have returned \(formats.money(refund.amount)) to you for order \
            \(refund.orderNumber). \(why)
            """,
            """
            It goes back the way you paid. Depending on your bank it is there at once or within \
            ten days.
            """,
            "See your order:\n\(refund.link)",
        ])
}

private func englishReturn(
    _ reader: LetterReader, _ goods: ReturnLetter, _ formats: Formats
) -> Letter {
    let what = goods.units.said(formats)
    let isSent = goods.cost != .notSent
    return Letter(
        .english, to: reader,
        "Your return \(goods.returnNumber)",
        [
            "you want to return \(what) from order \(goods.orderNumber). That is all right.",
            englishCost(goods.cost, formats, what),
            isSent
                ? """
                Please hand it in by \(formats.weekday(goods.lastDay)), well packed, and \
                write \(goods.returnNumber) on the parcel. Keep the receipt. Send it to:
                """
                : nil,
            isSent ? goods.address.map { "  " + $0 }.joined(separator: "\n") : nil,
            isSent ? "You get your money when it has arrived and is checked." : nil,
            "See your order:\n\(goods.link)",
        ])
}

private func englishCost(_ cost: WayBack.Cost, _ formats: Formats, _ what: String) -> String {
    switch cost {
    case .buyer(let money):
        "The way back is at your cost, about \(formats.money(money)) for \(what)."
    case .store, .notSent: englishCost(cost, formats)
    }
}
