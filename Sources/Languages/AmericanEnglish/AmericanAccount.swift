// The account pages in American English.

import Rules

extension AccountPhrases {
    static let americanEnglish = AccountPhrases(
        signUpTitle: "Create an account",
        signUpIntro: "Do it well before the sale: then there is only one thing left to do in time.",
        signUpButton: "Create the account",
        alreadyKnown: "I have an account",
        passwordHint: "At least 10 characters. A few words are good; no special characters needed.",
        nameHint: "As it should stand on the parcel.",
        mailHint: "We write to it about your orders, and nothing else.",
        checkMailTitle: "Check your mail",
        checkMailText: { "We have written to \($0). Follow the link in the mail to go on." },
        checkMailHint: "Nothing there after five minutes? Look among the junk mail.",
        confirmTitle: "Confirm your address",
        confirmText: "One more click, and your address is confirmed.",
        confirmButton: "Confirm",
        confirmedText: "Your address is confirmed. You can now enter the waiting room of any sale.",
        notConfirmedText: "Your address isn’t confirmed yet; without that you can’t enter a sale.",
        sendAgainButton: "Send the mail again",
        logInTitle: "Log in",
        logInButton: "Log in",
        notKnownYet: "I don’t have an account yet",
        forgottenLink: "I have forgotten my password",
        logOutButton: "Log out",
        loggedOutText: "You are logged out.",
        resetTitle: "Set a new password",
        resetIntro:
            "Tell us your address, and we mail you a link with which you can set a new one.",
        resetButton: "Send me the link",
        resetSentText: {
            """
            If there is an account for \($0), a mail with a link is on its way. It works for an \
            hour.
            """
        },
        newPasswordTitle: "Your new password",
        newPasswordLabel: "New password",
        newPasswordButton: "Set the password",
        passwordChangedText: "Your password is changed. Everybody who was logged in is logged out.",
        accountTitle: "Your account",
        greeting: { "Hello, \($0)" },
        ordersLink: "Your orders",
        choicesTitle: "Country and language",
        saveButton: "Save",
        savedText: "Saved.",
        marketHint: "It decides prices, duty, tax and your rights. What you hold stays as it is.",
        country: englishCountry)
}

private func englishCountry(_ country: Country) -> String {
    switch country.code {
    case "AT": "Austria"
    case "BE": "Belgium"
    case "CA": "Canada"
    case "CH": "Switzerland"
    case "CN": "China"
    case "DE": "Germany"
    case "ES": "Spain"
    case "FR": "France"
    case "GB": "United Kingdom"
    case "IE": "Ireland"
    case "IT": "Italy"
    case "LU": "Luxembourg"
    case "NL": "Netherlands"
    case "US": "United States"
    default: country.code
    }
}
