// A mail server of a test's own, in a process of its own: aiosmtpd, which fails to order, or
// OpenSMTPD, which is what people use.
import Foundation
import Partners
import TestKit

struct PostOffice: Sendable {
    let kind: Kind
    let directory: String
    let port: Int

    enum Kind: Sendable {
        /// STARTTLS and a password.
        case python
        /// TLS from the first byte.
        case openSMTPD

        fileprivate var program: String {
            self == .python ? "Tests/smtp/server.py" : "Tests/smtp/opensmtpd.py"
        }
        fileprivate var scheme: String { self == .python ? "smtp" : "smtps" }
        fileprivate var folder: String { self == .python ? "letters" : "letters/new" }
    }

    static let sender = MailSender(name: "Onsale", address: "shop@example.com")

    func mailer(
        password: String = "three small ducks", trusting authority: String? = "authority.pem",
        port: Int? = nil
    ) -> SMTPMailer {
        SMTPMailer(
            SMTPMailer.Server(
                url: "\(kind.scheme)://localhost:\(port ?? self.port)",
                user: kind == .python ? "shop" : nil, password: kind == .python ? password : nil,
                authorities: authority.map { "\(directory)/\($0)" }), sender: Self.sender,
            seconds: 20)
    }

    func letters() throws -> [String] {
        let folder = "\(directory)/\(kind.folder)"
        // A folder of letters is made with the first.
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }
    }

    /// Waits until so many are delivered, for some seconds at the most.
    func letters(_ count: Int) async throws -> [String] {
        for _ in 0..<200 {
            let found = try letters()
            if found.count >= count { return found }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try letters()
    }
}

func withPostOffice(
    _ kind: PostOffice.Kind, _ body: (PostOffice) async throws -> Void
) async throws {
    try await withTemporaryDirectory { directory in
        let server = Process()
        server.executableURL = URL(fileURLWithPath: ".venv/bin/python")
        server.arguments = [kind.program, directory]
        // Nothing of ours stays open in it, and it ends at once when it is told to.
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        defer { kill(server.processIdentifier, SIGKILL) }
        let written = "\(directory)/port"
        for _ in 0..<300 where !FileManager.default.fileExists(atPath: written) {
            try await Task.sleep(for: .milliseconds(100))
        }
        let text = try String(contentsOfFile: written, encoding: .utf8)
        guard let port = Int(text) else { throw NoPort(text: text) }
        try await body(PostOffice(kind: kind, directory: directory, port: port))
    }
}

private struct NoPort: Error { let text: String }
