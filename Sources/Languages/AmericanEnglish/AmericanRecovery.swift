// Of duty and tax that may be got back, in English.

import Rules

extension RecoveryPhrases {
    static let english = RecoveryPhrases(
        title: "Duty and tax back",
        intro: """
            For units that were paid back: what was paid at the border or owed on the sale, by which \
            way it may come back, and until when it must be claimed. Rules from memory are marked as \
            unconfirmed.
            """,
        nothing: "Nothing is to be got back.",
        charge: { charge in
            switch charge {
            case .duty: "duty"
            case .tax: "tax"
            case .fee: "fee"
            }
        },
        way: { way in
            switch way {
            case .drawback: "drawback"
            case .repayment: "repayment by customs"
            case .iossCorrection: "correction of the IOSS return"
            case .taxReturn: "the store’s own tax return"
            }
        },
        state: { state in
            switch state {
            case .open: "not claimed"
            case .claimed: "claimed"
            case .received: "received"
            }
        },
        until: { "claim by \($0)" },
        claimed: { "claimed as \($0) on \($1)" },
        came: { "\($0) came on \($1)" },
        claim: "Claimed",
        receive: "Received")
}
