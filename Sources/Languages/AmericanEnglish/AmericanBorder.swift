// The border in English; both kinds say the same.

extension BorderPhrases {
    static let english = BorderPhrases(
        anotherCountry: "Another country…",
        notSoldTo: { "We don’t sell to \(definite($0)) yet" },
        notSoldThere: "We don’t sell everywhere yet",
        soldTo: { "For now we sell to these countries only: \($0)." },
        wishIntro: """
            Leave your address and we write to you once, on the day we begin to sell to your country. \
            Then we forget it.
            """,
        wishButton: "Tell me when",
        tellMe: "Tell me when you do",
        wishSentTitle: "Check your mail",
        wishSent: {
            """
            We have written to \($0). Follow the link in that letter, or nothing is kept: an address \
            that nobody confirms is gone after two days.
            """
        },
        wishTitle: { "Shall we tell you when we sell to \(definite($0))?" },
        wishText: "One letter, on that day, and your address is deleted.",
        wishConfirm: "Yes, tell me",
        wishConfirmed: "Noted. You will hear from us once, when we sell there.",
        wishWithdraw: "No, delete my address",
        wishWithdrawn: "Your address is deleted.",
        tellTitle: "Tell me about the next sale",
        tellIntro: """
            We write to you when a sale is announced here, and once more when its waiting room opens. \
            Then we forget your address.
            """,
        tellProduct: "What you are waiting for",
        anyProduct: "Anything",
        tellButton: "Tell me",
        tellAccount: { "We write to the address of your account: \($0)." },
        tellOfSale: "Tell me about the next sale",
        tellWhenOpen: "Tell me when it opens",
        tellWhenSold: "Tell me when it’s sold here",
        callTitle: "Shall we tell you about the next sale?",
        callText: """
            Two letters at the most: when a sale is announced, and when its waiting room opens. Then \
            your address is deleted.
            """,
        callConfirmed: "Noted. You will hear from us when the next sale comes.",
        heldBack: "The duty and tax rules are being confirmed; it goes on as soon as they are.",
        waysBack: "Ways to send it back",
        officialNotice: "Official notice",
        guaranteeTitle: "If it is faulty")
}
