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
        cameBack: { "Checked: \($0)." },
        keptBack: { "We keep \($0) for the value lost." },
        dispatchMissed: {
            """
            This should have left by \($0) and hasn’t. We are sorry. You can cancel it below and get \
            everything back.
            """
        },
        deliveryMissed: {
            """
            This should have arrived by \($0). If it hasn’t and you don’t want to wait, cancel it below \
            and get everything back.
            """
        },
        silenceUntil: {
            """
            If you say nothing, we take it that you wait until \($0); if it hasn’t left then, we \
            cancel it and return everything.
            """
        },
        waitLonger: "I’ll wait longer",
        agreedToWait: "You agreed to wait. You can still cancel at any time.",
        changeAddress: "Send it to another address",
        changeAddressHint:
            "Possible until it leaves, within the country, if the price stays the same.",
        heldByCustoms: """
            Customs is looking at your parcel. There is nothing for you to do or to pay: we \
            answer, and we bear whatever it costs. Should anybody ask you for money, don’t pay.
            """,
        customs: "Customs",
        noCases: "No parcel is with customs.",
        customsState: { state in
            switch state {
            case .quoted: "quoted"
            case .declared: "declared"
            case .released: "released"
            case .challenged: "challenged"
            case .answered: "answered"
            case .decided: "decided"
            case .protested: "protested"
            case .final: "final"
            }
        },
        customsEvent: { event in
            switch event {
            case .declare: "Declared"
            case .release: "Released"
            case .challenge: "Challenged"
            case .answer: "Answered"
            case .decide: "Decided"
            case .protest: "Protested"
            case .close: "Closed"
            }
        },
        customsField: { field in
            switch field {
            case .what: "What happened"
            case .reference: "Reference"
            case .form: "Form"
            case .declarant: "Declarant"
            case .ground: "Ground"
            case .duty: "Duty"
            case .tax: "Tax"
            case .fees: "Fees"
            case .answerBy: "Answer by"
            case .carrierFee: "Carrier’s fee"
            }
        },
        customsGround: { ground in
            switch ground {
            case .classification: "tariff class"
            case .value: "value"
            case .origin: "origin"
            case .quantity: "quantity"
            case .splitting: "splitting of consignments"
            case .compliance: "product rules"
            }
        },
        record: "Write down",
        evidence: "Evidence pack (ZIP)",
        estimate: "Estimated",
        assessed: "Assessed",
        layersToLookAt: "Rules to look at",
        papers: "Papers",
        pickList: "Pick list",
        deadlines: "Deadlines",
        owed: "Due next",
        missed: "Missed",
        nothingOwed: "Nothing is due.",
        deadline: { kind in
            switch kind {
            case .dispatch: "dispatch"
            case .consent: "consent to a delay"
            case .delivery: "delivery"
            case .parcelSearch: "search for a parcel"
            case .refund: "refund"
            case .customsAnswer: "answer to customs"
            case .customsProtest: "protest at customs"
            case .warrantyAnswer: "answer to a claim"
            case .recovery: "claim of duty or tax"
            case .missingReport: "report of what never came"
            case .returnWindow: "return window"
            case .sendingBack: "sending back"
            case .legalGuarantee: "legal guarantee"
            case .makersWarranty: "maker’s warranty"
            case .roomOpens: "the room opens"
            case .roundOpens: "the round opens"
            case .roundCloses: "the round closes"
            case .customsFinal: "customs: final"
            }
        },
        forecast: "Promises of dispatch",
        pace: { "At the present pace \($0) parcels leave on a working day." },
        broken: { orders in
            orders == 0
                ? "Every promise can be kept."
                : Formats.americanEnglish.count(orders, one: "promise", other: "promises")
                    + " will be broken unless more leave each day."
        },
        forecastDay: "By",
        forecastPromised: "Promised",
        forecastLate: "Too late",
        tryAgain: "Try again",
        returns: "Returns",
        noReturns: "Nothing is on its way back.",
        returnStage: { state in
            switch state {
            case .requested: "announced"
            case .sent: "on its way to us"
            case .received: "arrived"
            case .refunded: "refunded"
            }
        },
        refundDue: { "To be refunded by \($0)" },
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
        photosHint: { most, megabytes in
            """
            Up to \(most), as JPEG, PNG or WebP, at most \(megabytes)\u{A0}MB each. \
            The buyer sees them.
            """
        },
        withdrawals: "Withdrawals without a known order",
        withdrawalsText: "Find the order, act on it, and write to the address.",
        settled: "Dealt with")
}
