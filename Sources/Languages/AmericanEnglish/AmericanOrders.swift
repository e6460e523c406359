// The pages of an order in American English.

import Rules

extension OrderPhrases {
    static let americanEnglish = english(.americanEnglish)

    static func english(_ formats: Formats) -> OrderPhrases {
        OrderPhrases(
            listTitle: "Your orders",
            none: "You haven’t ordered anything yet.",
            title: { "Order \($0)" },
            state: { state in
                switch state {
                case .placed: "waiting for payment"
                case .paid: "paid"
                case .partlyDispatched: "partly on its way"
                case .dispatched: "on its way"
                case .delivered: "delivered"
                case .lapsed: "lapsed"
                case .cancelled: "canceled"
                }
            },
            placedOn: "placed",
            unpaidText: "Your order isn’t paid yet. The units are held until the time runs out.",
            paymentOpen: """
                We’re waiting for the payment company to tell us what became of your payment. Your \
                units stay held meanwhile; you don’t need to do anything.
                """,
            thanks: "Thank you!",
            paidText: """
                Your payment has arrived, and the units are yours. We’ll write to you when they \
                leave.
                """,
            promise: "Leaves our warehouse",
            promiseText: { "by \($0) at the latest" },
            sent: "Sent",
            trackedBy: { "\($0), tracking number \($1)" },
            deliveredOn: "Delivered",
            lapsedText: """
                It wasn’t paid in time, so the units went back into the sale. Nothing was charged.
                """,
            cancelledText: "This order is canceled. Whatever you had paid goes back to you.",
            refunds: "Money back",
            refundText: { amount, state in
                switch state {
                case .owed: "\(amount), on its way back to you"
                case .made: "\(amount), paid back"
                case .refused: "\(amount), held up: we are looking into it and will write to you"
                }
            },
            cancel: "Cancel this order",
            cancelHint: """
                Until the parcel leaves you can cancel without giving a reason, and get everything back.
                """,
            returnTitle: "Sending something back",
            returnUntil: { "Until \($0), for any reason." },
            returnBefore: {
                """
                Within \(formats.count($0, one: "day", other: "days")) of delivery, for any reason.
                """
            },
            returnCost: { "Sending everything back costs you \($0)." },
            returnNotSent: """
                What’s in it may not be sent back by any carrier we know of; ask us, and you are \
                refunded without.
                """,
            product: "What",
            reason: { reason in
                switch reason {
                case .changedMind: "I changed my mind"
                case .damaged: "It arrived damaged"
                case .wrongItem: "It isn’t what I ordered"
                case .faulty: "It doesn’t work"
                }
            },
            askReturn: "Ask to send it back",
            returnState: { state in
                switch state {
                case .requested: "asked for; the instructions are in your mail"
                case .sent: "sent; we wait for it"
                case .received: "received"
                case .refunded: "refunded"
                }
            },
            address: "Delivered to")
    }
}
