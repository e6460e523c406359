// The checkout in American English.

extension CheckoutPhrases {
    static let americanEnglish = english(.americanEnglish)

    static func english(_ formats: Formats) -> CheckoutPhrases {
        CheckoutPhrases(
            title: "Check out",
            stepAddress: "Address",
            stepReview: "Review",
            stepPay: "Payment",
            addressTitle: "Where should it go?",
            example: { "for example \($0)" },
            countryFixed: { "We deliver to \(definite($0)), the country you are buying in." },
            choose: "Choose…",
            methodTitle: "How should it travel?",
            methodDays: { fewest, most in
                "\(formats.number(fewest)) to \(formats.number(most)) days on the way"
            },
            toReview: "See the whole price",
            reviewTitle: "Review your order",
            deliverTo: "Deliver to",
            changeAddress: "Change address or shipping",
            goods: "Goods",
            shipping: "Shipping",
            duty: "Customs duty",
            tax: "Tax",
            fees: "Fees",
            total: "Total",
            binding: "This is all you pay. If customs asks for more, we pay it.",
            howComputed: "How this was worked out",
            rule: "Rule",
            rate: "Rate",
            base: "Of",
            amount: "Amount",
            borneByUs: "we pay this",
            toBeConfirmed: "Not certain yet, and at our risk:",
            promise: { "Leaves our warehouse by \($0) at the latest." },
            payWith: { "Pay with \($0)" },
            payHint: """
                You go on to the payment page. Your units stay held, and money is taken only while \
                they are.
                """,
            emptyTitle: "Nothing is held for you",
            emptyText: "Your hold has run out, or you haven’t reserved anything yet.")
    }
}
