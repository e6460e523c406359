// Letters to a real mail server (aiosmtpd), over TLS that is begun by STARTTLS, with a password.
import Foundation
import Partners
import TestKit
import Testing

struct SMTPTests {
    @Test func `a letter arrives over TLS, with both of its texts, exactly as it was written`()
        async throws
    {
        try await withPostOffice(.python) { office in
            let mail = Mail(
                to: "jo@example.com", subject: "Grüße: bestätigt",
                text: "Guten Tag,\n.\nein Punkt allein, und Straße.\n",
                html: "<p>Guten Tag, Straße.</p>", messageID: "<1@shop.example.com>")
            try await office.mailer().send(mail)
            let letters = try office.letters()
            let letter = try #require(letters.first)
            #expect(letter.contains("X-TLS: True"))
            #expect(letter.contains("X-Mail-From: shop@example.com"))
            #expect(letter.contains("Message-ID: <1@shop.example.com>"))
            #expect(letter.contains("multipart/alternative"))
            #expect(letter.contains("=2E\r\nein Punkt allein, und Stra=C3=9Fe."))
            #expect(letter.contains("<p>Guten Tag, Stra=C3=9Fe.</p>"))
        }
    }

    @Test func `what is refused for good is told apart from what may be tried again`() async throws
    {
        try await withPostOffice(.python) { office in
            let mailer = office.mailer()
            for box in ["nobody", "spam"] {
                await #expect(throws: MailRefused.self) {
                    try await mailer.send(Self.mail(to: box))
                }
            }
            await #expect(throws: SMTPFailed.self) { try await mailer.send(Self.mail(to: "busy")) }
            try await mailer.send(Self.mail(to: "busy"))
            let letters = try office.letters()
            #expect(letters.count == 1)
        }
    }

    @Test func `a wrong password is the operator's to mend, and no letter is lost by it`()
        async throws
    {
        try await withPostOffice(.python) { office in
            await #expect(throws: SMTPFailed.self) {
                try await office.mailer(password: "wrong").send(Self.mail(to: "jo"))
            }
            let letters = try office.letters()
            #expect(letters.isEmpty)
        }
    }

    @Test func `nothing is said to a server whose certificate isn't trusted, or that isn't there`()
        async throws
    {
        try await withPostOffice(.python) { office in
            await #expect(throws: SMTPFailed.self) {
                try await office.mailer(trusting: nil).send(Self.mail(to: "jo"))
            }
            await #expect(throws: SMTPFailed.self) {
                try await office.mailer(port: 1).send(Self.mail(to: "jo"))
            }
            let letters = try office.letters()
            #expect(letters.isEmpty)
        }
    }

    @Test func `many at once`() async throws {
        try await withPostOffice(.python) { office in
            let mailer = office.mailer()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { try await mailer.send(Self.mail(to: "jo\(number)")) }
                }
                try await group.waitForAll()
            }
            let letters = try office.letters()
            #expect(letters.count == 12)
        }
    }

    private static func mail(to box: String) -> Mail {
        Mail(
            to: "\(box)@example.com", subject: "Hi", text: "Hello", html: nil,
            messageID: "<\(box)@shop.example.com>")
    }
}
