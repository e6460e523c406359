// A letter as it travels: the text of RFC 5322, with MIME for what isn't ASCII. Nothing that a
// buyer or an operator wrote can add a header or a recipient to it.

import Crypto
package import Foundation

/// Who the shop's letters are from.
package struct MailSender: Hashable, Sendable {
    package let name: String
    package let address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }
}

extension Mail {
    /// The whole letter, with CRLF at the ends of its lines.
    ///
    /// Throws `MailRefused` for an address or a Message-ID that can't be written in a header.
    func written(from sender: MailSender, at date: Date) throws(MailRefused) -> String {
        let headers =
            [
                "From: \(encodedPhrase(sender.name)) <\(try plainAddress(sender.address))>",
                "To: <\(try plainAddress(to))>",
                "Subject: \(encodedHeader(subject, after: "Subject: ".utf8.count))",
                "Date: \(internetDate(date))",
                "Message-ID: \(try plainMessageID(messageID))",
                // Robots that answer letters leave this one alone.
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
            ] + (unsubscribe.map(unsubscribing) ?? [])
        return headers.map { $0 + "\r\n" }.joined() + body
    }

    /// By its reader, or by the mail program at once (RFC 8058).
    private func unsubscribing(_ address: String) -> [String] {
        ["List-Unsubscribe: <\(address)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    }

    private var body: String {
        guard let html else { return part("plain", text) }
        let boundary = self.boundary
        return """
            Content-Type: multipart/alternative; boundary="\(boundary)"\r
            \r
            --\(boundary)\r
            \(part("plain", text))\r
            --\(boundary)\r
            \(part("html", html))\r
            --\(boundary)--\r

            """
    }

    private func part(_ type: String, _ content: String) -> String {
        """
        Content-Type: text/\(type); charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        \(quotedPrintable(content))
        """
    }

    /// The same at every attempt. Quoted-printable text never holds `=_`, so it can't end a part.
    private var boundary: String {
        let digest = SHA256.hash(data: Data(messageID.utf8))
        return "=_" + digest.prefix(12).map { String(format: "%02x", $0) }.joined()
    }
}

/// Printable ASCII with one @ and nothing that means something in a header.
private func plainAddress(_ address: String) throws(MailRefused) -> String {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = address.utf8.allSatisfy {
        (33...126).contains($0) && !"<>()[],;:\\\"".utf8.contains($0)
    }
    guard isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), address.utf8.count <= 254
    else { throw MailRefused(reason: "not an address a letter can be sent to") }
    return address
}

private func plainMessageID(_ id: String) throws(MailRefused) -> String {
    guard id.hasPrefix("<"), id.hasSuffix(">"), id.utf8.count <= 250,
        id.dropFirst().dropLast().utf8.allSatisfy({
            (33...126).contains($0) && !"<>".utf8.contains($0)
        })
    else { throw MailRefused(reason: "not a Message-ID: \(id.prefix(80).debugDescription)") }
    return id
}

/// `Tue, 24 Nov 2026 03:42:00 +0000`, whatever the machine's language.
private func internetDate(_ date: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(from: date)
}
