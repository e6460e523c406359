// Letters to a mail server, by libcurl: with TLS from the start or by STARTTLS, and never without;
// with a password where the server wants one.

import CCurl
import Foundation

package struct SMTPMailer: Mailer {
    package struct Server: Hashable, Sendable {
        /// `smtp://mail.example.com:587` begins TLS by STARTTLS, `smtps://…:465` begins with it.
        package var url: String
        package var user: String?
        package var password: String?
        /// A file of certificates to trust instead of the system's.
        package var authorities: String?

        package init(
            url: String, user: String? = nil, password: String? = nil, authorities: String? = nil
        ) {
            self.url = url
            self.user = user
            self.password = password
            self.authorities = authorities
        }
    }

    private let server: Server
    private let sender: MailSender
    private let seconds: Int

    package init(_ server: Server, sender: MailSender, seconds: Int = 60) {
        self.server = server
        self.sender = sender
        self.seconds = seconds
    }

    package func send(_ mail: Mail) async throws {
        let letter = try mail.written(from: sender, at: Date())
        // libcurl waits on the thread that calls it. The job runner bounds how many there are.
        let answer = await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                continuation.resume(returning: hand(letter, to: mail.to))
            }
        }
        try answer.judge()
    }

    private func hand(_ letter: String, to recipient: String) -> Answer {
        _ = Self.isReady
        var complaint = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        // Who we say we are: the name behind the @ of the sender.
        let ours = sender.address.split(separator: "@").last.map(String.init) ?? "localhost"
        let texts = [
            "\(server.url)/\(ours)", server.user, server.password, server.authorities,
            "<\(sender.address)>", "<\(recipient)>", letter,
        ].map { text in text.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        return complaint.withUnsafeMutableBufferPointer { buffer in
            var order = onsale_smtp(
                url: texts[0], user: texts[1], password: texts[2], authorities: texts[3],
                sender: texts[4], recipient: texts[5], letter: texts[6],
                length: letter.utf8.count, seconds: seconds, complaint: buffer.baseAddress,
                reply: 0)
            let code = onsale_smtp_send(&order)
            return Answer(
                code: Int(code.rawValue), reply: order.reply,
                complaint: String(cString: buffer.baseAddress!))
        }
    }

    private struct Answer: Sendable {
        let code: Int
        let reply: Int
        let complaint: String

        func judge() throws {
            if code == 0 { return }
            let reason = "SMTP \(reply), libcurl \(code): \(complaint)"
            // 530 to 538 are about how we log in, and the operator's to mend; every other 5xx says
            // that this letter, to this mailbox, is never taken.
            if (500..<600).contains(reply) && !(530...538).contains(reply) {
                throw MailRefused(reason: reason)
            }
            throw SMTPFailed(reason: reason)
        }
    }

    /// Once for the process, before any transfer.
    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// The letter may go out when it is tried again.
package struct SMTPFailed: Error, CustomStringConvertible {
    package let reason: String
    package var description: String { reason }
}
