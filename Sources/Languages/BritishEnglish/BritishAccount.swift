// The account pages in British English: as in American, but for a few words.

extension AccountPhrases {
    static let britishEnglish: AccountPhrases = {
        var phrases = americanEnglish
        phrases.checkMailTitle = "Check your email"
        phrases.checkMailText = {
            "We have written to \($0). Follow the link in the email to carry on."
        }
        phrases.checkMailHint = "Nothing there after five minutes? Have a look in your spam folder."
        phrases.sendAgainButton = "Send the email again"
        phrases.resetIntro =
            "Tell us your address, and we’ll email you a link with which you can set a new one."
        return phrases
    }()
}
