// What stands around every page, in American English.

extension SitePhrases {
    static let americanEnglish = SitePhrases(
        skipLink: "Skip to the content",
        menuTitle: "Main menu",
        moreTitle: "More",
        home: "Sale",
        orders: "Orders",
        account: "Account",
        logIn: "Log in",
        signUp: "Sign up",
        console: "Console",
        chooserTitle: "Country and language",
        country: "Country",
        language: "Language",
        change: "Change",
        promise: """
            The price you agree to is all you pay: shipping, duty and tax are in it, and we pay them.
            """,
        refusedTitle: "That isn’t possible",
        failedTitle: "Something went wrong on our side",
        failedText: """
            It isn’t your fault, and nothing you did is lost. Please try again in a moment.
            """,
        failedReference: { "If it happens again, write to us and name this request: \($0)" },
        toStart: "To the sale",
        optional: "optional")
}
