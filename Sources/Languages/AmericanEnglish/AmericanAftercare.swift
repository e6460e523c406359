// What comes after the sale, in American English.

import Rules

extension AftercarePhrases {
    static let americanEnglish = AftercarePhrases(
        withdraw: "Withdraw from contract here",
        giveBack: "Return something",
        withdrawText: """
            You don’t need an account for this. Tell us which order it is about; on the next page \
            you choose what goes back and confirm.
            """,
        goOn: "Continue",
        check: "Please check what you told us",
        orderNotFound: """
            We don’t find an order with this number and this email address. Please check both. You \
            can still confirm: we then look for the order ourselves, and your statement counts from \
            now.
            """,
        wholeOrder: """
            Nothing has left our warehouse yet. The order is canceled as a whole and you get \
            everything back.
            """,
        units: { "How many of: \($0)" },
        payWayBack: "You pay for sending it back. These ways are permitted for these goods:",
        wayBackFree: "We pay for sending it back.",
        keep: """
            No carrier may take these goods back. You needn’t send them, and you get your money all \
            the same.
            """,
        confirmWithdrawal: "Confirm withdrawal",
        confirmGivingBack: "Confirm the return",
        receipt: "We have received your statement",
        received: { "Received on \($0)" },
        everything: "everything",
        outcomeOpen: "We look at it and write to you. Your statement counts from that time.",
        outcomeCancelled: "The order is canceled. You get everything back.",
        outcomeReturning: {
            "Your return has the number \($0). How to send it back is in your mail."
        },
        outcomeRefused: """
            By our records these goods can’t be given back any more. If you see it differently, \
            write to us.
            """,
        receiptMailed: { "We have sent this receipt to \($0)." },
        wayBack: "Way back",
        sendBy: { "Hand it over by \($0)." },
        haveSent: "I have sent it",
        sentOn: "Sent on",
        tellSent: "Tell us",
        refundBy: { "Your money is back by \($0)." },
        returns: "Returns",
        noReturns: "Nothing is on its way back.",
        condition: { condition in
            switch condition {
            case .asNew: "as new"
            case .triedOut: "tried out"
            case .used: "used beyond trying out"
            case .damaged: "damaged"
            case .incomplete: "incomplete"
            case .notSent: "not to be sent"
            }
        },
        isChecked: "Checked: pay back",
        deductionHint:
            "Only for value lost by more than trying out, and only if the buyer was told.",
        withdrawals: "Withdrawals without a known order",
        withdrawalsText: "Find the order, act on it, and write to the address.",
        settled: "Dealt with")
}
