// Letters by a mail program: what it is told, and what its exit status means. The program is a
// script of the test's.

import Foundation
import Partners
import TestKit
import Testing

@Suite struct SendmailTests {
    private static let mail = Mail(
        to: "jo@example.com", subject: "Hi", text: "Hello", html: nil, messageID: "<1@example.com>")

    private func send(
        by script: String, limit: Duration = .seconds(10), in directory: String
    ) async throws {
        let program = directory + "/sendmail"
        try ("#!/bin/sh\n" + script).write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let sender = MailSender(name: "Onsale", address: "shop@example.com")
        try await SendmailMailer(program: program, sender: sender, limit: limit).send(Self.mail)
    }

    @Test func `The program gets the whole letter, and the sender's address`() async throws {
        try await withTemporaryDirectory { directory in
            try await send(
                by: "echo \"$@\" > \(directory)/arguments; cat > \(directory)/letter",
                in: directory)
            let arguments = try String(contentsOfFile: directory + "/arguments", encoding: .utf8)
            #expect(arguments == "-i -f shop@example.com -t\n")
            let letter = try String(contentsOfFile: directory + "/letter", encoding: .utf8)
            #expect(letter.hasPrefix("From: Onsale <shop@example.com>\nTo: <jo@example.com>\n"))
            #expect(letter.hasSuffix("\n\nHello") && !letter.contains("\r"))
        }
    }

    @Test(arguments: [64, 65, 67, 68])
    func `What will be the same tomorrow is refused`(status: Int) async throws {
        try await withTemporaryDirectory { directory in
            await #expect(throws: MailRefused.self) {
                try await send(by: "echo no such user >&2; exit \(status)", in: directory)
            }
        }
    }

    @Test(arguments: ["exit 75", "exit 69", "exit 1", "kill -9 $$"])
    func `What may go better next time is thrown, to be tried again`(
        script: String
    ) async throws {
        try await withTemporaryDirectory { directory in
            await #expect(throws: SendmailFailed.self) {
                try await send(by: script, in: directory)
            }
        }
    }

    @Test func `A program that hangs is ended`() async throws {
        try await withTemporaryDirectory { directory in
            let start = ContinuousClock.now
            await #expect(throws: SendmailFailed.self) {
                try await send(by: "exec sleep 600", limit: .milliseconds(300), in: directory)
            }
            // Long before it would end by itself, however busy the machine is.
            #expect(ContinuousClock.now - start < .seconds(120))
        }
    }

    @Test func `A program that isn't there is an error to try again after`() async throws {
        let sender = MailSender(name: "Onsale", address: "shop@example.com")
        let mailer = SendmailMailer(program: "/nowhere/sendmail", sender: sender)
        do {
            try await mailer.send(Self.mail)
            Issue.record("it was sent")
        } catch {
            #expect(!(error is MailRefused))
        }
    }
}
