// Letters as they travel: nobody can write a header into one, and any mail program can read it.

import Foundation
import Partners
import TestKit
import Testing

@testable import Partners

@Suite struct MailTests {
    private static let sender = MailSender(name: "Onsale", address: "shop@example.com")
    private static let date = Date(timeIntervalSince1970: 1_795_491_720)

    private func mail(
        to: String = "jo@example.com", subject: String = "Your order", text: String = "Hello",
        html: String? = nil, id: String = "<jnl_01@shop.example.com>"
    ) -> Mail {
        Mail(to: to, subject: subject, text: text, html: html, messageID: id)
    }

    @Test func `A plain letter is as plain as it can be`() throws {
        let written = try mail(text: "Hello.\n\nYours").written(from: Self.sender, at: Self.date)
        #expect(
            written == """
                From: Onsale <shop@example.com>\r
                To: <jo@example.com>\r
                Subject: Your order\r
                Date: Tue, 24 Nov 2026 03:42:00 +0000\r
                Message-ID: <jnl_01@shop.example.com>\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                Hello.\r
                \r
                Yours
                """)
    }

    @Test(arguments: [
        "jo@example.com\r\nBcc: all@example.com", "jo@example.com, all@example.com", "jo", "@",
        "jo@@example.com", "<jo@example.com>", "jo @example.com", "jö@example.com", "",
        String(repeating: "a", count: 250) + "@example.com",
    ])
    func `An address that isn't one is refused for good`(address: String) {
        #expect(throws: MailRefused.self) {
            _ = try mail(to: address).written(from: Self.sender, at: Self.date)
        }
    }

    @Test func `A Message-ID that isn't one is refused for good`() {
        for id in ["jnl_01", "<a>\r\nBcc: b", "<a b>", ""] {
            #expect(throws: MailRefused.self) {
                _ = try mail(id: id).written(from: Self.sender, at: Self.date)
            }
        }
    }

    @Test(arguments: [
        "Ihre Bestellung ist unterwegs: für „Jörg Weiß“ – Größe 44, Überraschung inbegriffen 🎁🎁",
        "A subject that is long enough to need a second line, although it's ASCII, all of it",
        "Line\r\nBcc: all@example.com", "=?utf-8?Q?fake?=", " leading", "trailing ", "\u{7f}\u{0}",
    ])
    func `Whatever a subject holds, it stays in its header and can be read again`(
        subject: String
    ) throws {
        let written = try mail(subject: subject).written(from: Self.sender, at: Self.date)
        let headers = written.components(separatedBy: "\r\n\r\n")[0]
        #expect(!headers.contains("\r\nBcc:"))
        for line in headers.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { (32...126).contains($0) })
        }
        #expect(decoded(header: "Subject", of: headers) == subject)
    }

    @Test func `A name with anything but letters is encoded`() throws {
        let sender = MailSender(name: "Shop \"<x@y>\"", address: "shop@example.com")
        let written = try mail().written(from: sender, at: Self.date)
        #expect(
            written.hasPrefix("From: =?utf-8?Q?Shop_=22=3Cx=40y=3E=22?= <shop@example.com>\r\n"))
    }

    @Test func `A body survives, whatever is in it`() {
        for text in [
            "Größe 44 – 1 299,00 €", String(repeating: "x", count: 300), ".\n..\nFrom here",
            "trailing space \ntab\t\n", "a=b", "", "\n\n", "one\r\ntwo\rthree",
            String(repeating: "é🎁 ", count: 100),
        ] {
            let written = quotedPrintable(text)
            let lines = written.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 }, "\(text)")
            #expect(!lines.contains { $0.hasPrefix(".") || $0.hasPrefix("From ") })
            let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            #expect(decoded(quotedPrintable: written).replacing("\r\n", with: "\n") == plain)
        }
    }

    @Test func `HTML comes after plain text, for those who can't show it`() throws {
        let written = try mail(text: "Plain", html: "<p>Schön</p>")
            .written(from: Self.sender, at: Self.date)
        let boundary = try #require(
            written.split(separator: "boundary=\"").last?.split(separator: "\"").first)
        let parts = written.components(separatedBy: "--\(boundary)")
        #expect(parts.count == 4 && parts[3] == "--\r\n")
        #expect(parts[1].contains("text/plain") && parts[1].hasSuffix("\r\n\r\nPlain\r\n"))
        #expect(parts[2].contains("text/html") && parts[2].hasSuffix("<p>Sch=C3=B6n</p>\r\n"))
    }

    @Test func `A folder keeps one file for a letter, however often it is sent`() async throws {
        try await withTemporaryDirectory { directory in
            let folder = try MailFolder(
                directory: directory + "/mail", sender: Self.sender, now: { Self.date })
            let later = try MailFolder(
                directory: directory + "/mail", sender: Self.sender, now: { Self.date + 90 })
            try await folder.send(mail(text: "first"))
            try await later.send(mail(text: "second"))
            try await later.send(mail(id: "<jnl_02/../x@shop.example.com>"))
            let names = try FileManager.default.contentsOfDirectory(atPath: directory + "/mail")
            #expect(
                names.sorted() == [
                    "2026-11-24T034200Z-jnl_01@shop.example.com.eml",
                    "2026-11-24T034330Z-jnl_02_.._x@shop.example.com.eml",
                ])
            let file = directory + "/mail/" + names.sorted()[0]
            let letter = try String(contentsOfFile: file, encoding: .utf8)
            #expect(letter.hasSuffix("\r\n\r\nsecond"))
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }
}

/// Read back by rules of their own, not by the code that wrote them.
private func decoded(header name: String, of headers: String) -> String {
    let unfolded = headers.replacing("\r\n ", with: " ")
    let line = unfolded.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ": ") }!
    let value = line.dropFirst(name.count + 2)
    guard value.hasPrefix("=?") else { return String(value) }
    var bytes: [UInt8] = []
    for word in value.split(separator: " ") {
        let text = word.dropFirst("=?utf-8?Q?".count).dropLast(2)
        bytes += unescaped(text.replacing("_", with: " "))
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func decoded(quotedPrintable text: String) -> String {
    String(decoding: unescaped(text.replacing("=\r\n", with: "")), as: UTF8.self)
}

private func unescaped(_ text: some StringProtocol) -> [UInt8] {
    var bytes = Array(text.utf8)[...]
    var out: [UInt8] = []
    while let byte = bytes.popFirst() {
        guard byte == UInt8(ascii: "=") else {
            out.append(byte)
            continue
        }
        out.append(UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)!)
        bytes = bytes.dropFirst(2)
    }
    return out
}
