// What the pages about accounts say: signing up, confirming, logging in, choosing.

package import Rules

package struct AccountPhrases: Sendable {
    package var signUpTitle: String
    package var signUpIntro: String
    package var signUpButton: String
    package var alreadyKnown: String
    package var passwordHint: String
    package var nameHint: String
    package var mailHint: String

    package var checkMailTitle: String
    /// The address is shown as it was typed.
    package var checkMailText: @Sendable (_ mail: String) -> String
    package var checkMailHint: String

    package var confirmTitle: String
    package var confirmText: String
    package var confirmButton: String
    package var confirmedText: String
    package var notConfirmedText: String
    package var sendAgainButton: String

    package var logInTitle: String
    package var logInButton: String
    package var notKnownYet: String
    package var forgottenLink: String
    package var logOutButton: String
    package var loggedOutText: String

    package var resetTitle: String
    package var resetIntro: String
    package var resetButton: String
    package var resetSentText: @Sendable (_ mail: String) -> String
    package var newPasswordTitle: String
    package var newPasswordLabel: String
    package var newPasswordButton: String
    package var passwordChangedText: String

    package var accountTitle: String
    package var greeting: @Sendable (_ name: String) -> String
    package var ordersLink: String
    package var choicesTitle: String
    package var saveButton: String
    package var savedText: String
    package var marketHint: String

    /// A country as it is called in the language; its code where the table ends.
    package var country: @Sendable (Country) -> String
}
