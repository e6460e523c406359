// Letters that a real OpenSMTPD takes, queues and puts into a mailbox: over TLS, and by its own
// sendmail program.
import Foundation
import Partners
import TestKit
import Testing

@Suite(.enabled(if: whyNoOpenSMTPD == nil, Comment(rawValue: whyNoOpenSMTPD ?? "")))
struct OpenSMTPDTests {
    @Test func `a letter comes into the box as it was written`() async throws {
        try await withPostOffice(.openSMTPD) { office in
            try await office.mailer().send(Self.mail(to: "jo"))
            let letter = try #require(try await office.letters(1).first)
            #expect(letter.contains("Delivered-To: jo@example.com"))
            #expect(letter.contains("Return-Path: <shop@example.com>"))
            #expect(letter.contains("Message-ID: <jo@shop.example.com>"))
            #expect(letter.contains("multipart/alternative"))
            #expect(letter.contains("=2E\nein Punkt allein, und Stra=C3=9Fe."), "\(letter)")
            #expect(letter.contains("<p>Guten Tag, Stra=C3=9Fe.</p>"))
        }
    }

    @Test func `an address that isn't its own is refused for good`() async throws {
        try await withPostOffice(.openSMTPD) { office in
            await #expect(throws: MailRefused.self) {
                try await office.mailer().send(Self.mail(to: "jo", at: "elsewhere.example"))
            }
            await #expect(throws: SMTPFailed.self) {
                try await office.mailer(trusting: nil).send(Self.mail(to: "jo"))
            }
        }
    }

    @Test func `many at once`() async throws {
        try await withPostOffice(.openSMTPD) { office in
            let mailer = office.mailer()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { try await mailer.send(Self.mail(to: "jo\(number)")) }
                }
                try await group.waitForAll()
            }
            #expect(try await office.letters(12).count == 12)
        }
    }

    @Test func `its sendmail queues a letter, and says when nobody takes it`() async throws {
        try await withPostOffice(.openSMTPD) { office in
            let mailer = SendmailMailer(
                program: "\(office.directory)/sendmail", sender: PostOffice.sender)
            try await mailer.send(Self.mail(to: "jo"))
            let letter = try #require(try await office.letters(1).first)
            #expect(letter.contains("Delivered-To: jo@example.com"))
            #expect(letter.contains("ein Punkt allein, und Stra=C3=9Fe."), "\(letter)")
            await #expect(throws: MailRefused.self) {
                try await mailer.send(Self.mail(to: "jo", at: "elsewhere.example"))
            }
        }
    }

    private static func mail(to box: String, at host: String = "example.com") -> Mail {
        Mail(
            to: "\(box)@\(host)", subject: "Grüße: bestätigt",
            text: "Guten Tag,\n.\nein Punkt allein, und Straße.\n",
            html: "<p>Guten Tag, Straße.</p>", messageID: "<\(box)@shop.example.com>")
    }
}

/// Why these tests can't run here; nil where they can.
private let whyNoOpenSMTPD: String? = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/smtpd") else {
        return "OpenSMTPD isn't installed: make setup"
    }
    guard geteuid() == 0 else { return "OpenSMTPD wants to be root" }
    let apart = Process()
    apart.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    apart.arguments = ["unshare", "--mount", "--pid", "--fork", "true"]
    apart.standardError = FileHandle.nullDevice
    // What can't be started can't separate anything either.
    try? apart.run()
    apart.waitUntilExit()
    return apart.terminationStatus == 0 ? nil : "nobody can have mounts of their own here"
}()
