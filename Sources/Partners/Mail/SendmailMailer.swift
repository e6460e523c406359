// Letters by the machine's own mail program: sendmail, or anything that can be called like it
// (Postfix, Exim, OpenSMTPD, msmtp). It queues and retries; we only hand over.

import Foundation

package struct SendmailMailer: Mailer {
    /// `/usr/sbin/sendmail`, `/usr/bin/msmtp`.
    private let program: String
    private let sender: MailSender
    private let limit: Duration

    package init(
        program: String = "/usr/sbin/sendmail", sender: MailSender, limit: Duration = .seconds(30)
    ) {
        self.program = program
        self.sender = sender
        self.limit = limit
    }

    package func send(_ mail: Mail) async throws {
        let letter = try mail.written(from: sender, at: Date())
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("onsale-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: scratch, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        // What can't be removed is in the system's own place for such things, for us alone.
        defer { try? FileManager.default.removeItem(at: scratch) }
        // A file and not a pipe: a program that doesn't read can't keep us waiting. Mail programs
        // on this kind of machine want the machine's own line ends.
        let input = scratch.appendingPathComponent("letter")
        try Data(letter.replacing("\r\n", with: "\n").utf8).write(to: input)
        let complaint = scratch.appendingPathComponent("complaint")
        try Data().write(to: complaint)
        let status = try await run(
            reading: try FileHandle(forReadingFrom: input),
            complaining: try FileHandle(forWritingTo: complaint))
        try judge(
            status, String(decoding: try Data(contentsOf: complaint).prefix(500), as: UTF8.self))
    }

    private func run(reading input: FileHandle, complaining: FileHandle) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // -i: a line with one full stop doesn't end the letter. -t: to whom, say the headers.
        process.arguments = ["-i", "-f", sender.address, "-t"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaining
        guard let status = try await RunningProgram(process).end(within: limit) else {
            throw SendmailFailed(reason: "\(program) took longer than \(limit)")
        }
        return status
    }

    /// By the codes of sysexits.h.
    private func judge(_ status: Int32, _ complaint: String) throws {
        switch status {
        case 0: return
        // EX_USAGE, EX_DATAERR, EX_NOUSER, EX_NOHOST: it will be the same tomorrow.
        case 64, 65, 67, 68: throw MailRefused(reason: "\(program) says \(status): \(complaint)")
        // OpenSMTPD ends with EX_SOFTWARE whatever was wrong, and repeats what its server said.
        case 70 where complaint.contains(/\b5\d\d\b/):
            throw MailRefused(reason: "\(program) says \(status): \(complaint)")
        default: throw SendmailFailed(reason: "\(program) says \(status): \(complaint)")
        }
    }
}

/// The letter may go out when it is tried again.
package struct SendmailFailed: Error, CustomStringConvertible {
    package let reason: String
    package var description: String { reason }
}
