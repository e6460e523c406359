// Mail, as the shop sees it.

/// A letter on its way to one person, in plain text and perhaps in HTML as well.
package struct Mail: Hashable, Sendable {
    package let to: String
    package let subject: String
    package let text: String
    package let html: String?
    /// The same for every attempt, so that a letter sent twice is recognised: `<jnl_…@shop>`.
    package let messageID: String
    /// Where the reader has such letters stopped; for announcements only.
    package let unsubscribe: String?

    package init(
        to: String, subject: String, text: String, html: String?, messageID: String,
        unsubscribe: String? = nil
    ) {
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.messageID = messageID
        self.unsubscribe = unsubscribe
    }
}

package protocol Mailer: Sendable {
    /// Returns once the letter is in somebody else's hands.
    /// Throws `MailRefused` when trying again can't help, anything else when it can.
    func send(_ mail: Mail) async throws
}

package struct MailRefused: Error, Hashable {
    package let reason: String
    package init(reason: String) { self.reason = reason }
}
