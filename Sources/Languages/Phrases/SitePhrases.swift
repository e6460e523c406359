// What stands around every page, and what a page says when there is nothing else to say.

package struct SitePhrases: Sendable {
    package var skipLink: String
    package var menuTitle: String
    /// The menu below every page.
    package var moreTitle: String
    package var home: String
    package var orders: String
    package var account: String
    package var logIn: String
    package var signUp: String
    package var console: String
    package var chooserTitle: String
    package var country: String
    package var language: String
    package var change: String
    /// Below every page.
    package var promise: String

    package var refusedTitle: String
    package var failedTitle: String
    package var failedText: String
    /// The request's name, for a letter to the shop.
    package var failedReference: @Sendable (_ request: String) -> String
    package var toStart: String
    package var optional: String
}
