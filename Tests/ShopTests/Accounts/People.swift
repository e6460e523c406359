// Somebody to test with, and what they do with their mail.
import Partners
import Rules
import Shop
import TestKit

extension TestShop {
    static let mail = "ada@example.com"
    static let password = "three small words"

    func signUp(
        mail: String = mail, name: String = "Ada", password: String = password,
        language: Language = .french, market: String = "FR", from address: String = "192.0.2.1"
    ) async throws {
        try await shop.signUp(
            mail: mail, name: name, password: password, language: language,
            market: Country(market)!, from: address)
    }

    func logIn(
        mail: String = mail, password: String = password, from address: String = "192.0.2.1"
    ) async throws -> LoggedIn {
        try await shop.logIn(mail: mail, password: password, from: address)
    }

    /// Has every letter written that is owed, and opens the last: the token in its link.
    func lastLink(_ path: String) async throws -> String {
        try await shop.runJobs()
        let text = postbox.all.last?.text ?? ""
        let links = text.split(separator: "\n").filter {
            $0.hasPrefix("https://shop.example.com/\(path)/")
        }
        return links.first.map { String($0.split(separator: "/").last!) } ?? "no link in: \(text)"
    }

    func confirmed() async throws -> LoggedIn {
        try await signUp()
        return try await shop.confirmAddress(try await lastLink("confirm"))
    }
}
