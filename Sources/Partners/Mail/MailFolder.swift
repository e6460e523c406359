// Letters into a folder, one file each, that any mail program opens: for the demo, for rehearsals,
// and for a shop that nobody has given a way to send mail yet.

package import Foundation

package struct MailFolder: Mailer {
    private let directory: URL
    private let sender: MailSender
    private let now: @Sendable () -> Date

    /// Makes the folder. Letters tell where people live: it is the shop's alone.
    package init(
        directory: String, sender: MailSender, now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.directory = URL(fileURLWithPath: directory, isDirectory: true)
        self.sender = sender
        self.now = now
        try FileManager.default.createDirectory(
            at: self.directory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    package func send(_ mail: Mail) async throws {
        let date = now()
        let letter = try mail.written(from: sender, at: date)
        let file = directory.appendingPathComponent(try name(of: mail, at: date))
        // By way of a file of its own that is renamed: nobody ever reads half a letter.
        try Data(letter.utf8).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }

    /// `2026-11-24T034200Z-jnl_7Q…@shop.example.com.eml`: in the order of time. A second attempt
    /// has the name of the first, so that it replaces it.
    private func name(of mail: Mail, at date: Date) throws -> String {
        let tail = "-" + mail.messageID.dropFirst().dropLast().map(plain) + ".eml"
        let earlier = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .first {
                $0.hasSuffix(tail) && $0.dropLast(tail.count).count == "2026-11-24T034200Z".count
            }
        return earlier ?? stamp(date) + tail
    }

    private func plain(_ letter: Character) -> Character {
        letter.isASCII && (letter.isLetter || letter.isNumber || "_@.-".contains(letter))
            ? letter : "_"
    }

    private func stamp(_ date: Date) -> String {
        date.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false)
                .timeSeparator(.omitted).timeZone(separator: .omitted))
    }
}
