// Money that moves, in English.

import Rules

extension MoneyPhrases {
    static let americanEnglish = english(.americanEnglish)

    static func english(_ formats: Formats) -> MoneyPhrases {
        MoneyPhrases(
            method: { $0 == "card" ? "a credit or debit card" : $0 == "paypal" ? "PayPal" : $0 },
            refundReason: { reason in
                switch reason {
                case .late: "Your payment came after the units had gone to somebody else."
                case .wrongAmount: "Another amount came than was agreed on."
                case .cancelled: "The order was canceled."
                case .calledOff: "A part of the order didn’t come."
                case .returned: "We received what you sent back."
                }
            },
            title: "Money that isn’t at rest",
            nothing: "Every payment and refund is settled.",
            trouble: { trouble in
                switch trouble {
                case .paymentUnclear: "Nobody knows yet whether it was paid"
                case .refundOwed: "Refund not made yet"
                case .refundRefused: "Refund refused by the partner"
                case .dispute: "Claimed back by the buyer: answer at the partner"
                case .discrepancy: "The partner’s books say otherwise"
                case .strangeNotice: "A notice about nothing we know"
                case .workGivenUp: "Given up after a day of trying"
                }
            },
            way: { way in
                switch way {
                case .again: "Ask again now"
                case .paidByHand: "Paid back by other means"
                case .won: "Won"
                case .lost: "Lost"
                case .dealtWith: "Dealt with"
                }
            },
            since: { "open for \(formats.duration($0))" },
            ledger: "Ledger",
            entry: { kind in
                switch kind {
                case .captured: "Received"
                case .refunded: "Given back"
                case .fee: "Partner’s fee"
                case .disputed: "Lost in a dispute"
                case .customs: "Customs beyond the estimate"
                case .customsBack: "Back from customs"
                case .recovered: "Duty or tax got back"
                }
            },
            kept: "Kept")
    }
}
