// The house is tidy; and each check is shown to find what it is there to find.
import Testing

struct TidyTests {
    @Test(arguments: Tidiness.all.map(\.name))
    func `every file is tidy`(name: String) throws {
        let check = try #require(Tidiness.all.first { $0.name == name })
        let files = try SourceFile.all()
        #expect(files.count > 100)
        let trespasses = files.flatMap { file in
            check.findings(file).map { finding in
                let place = finding.line.map { "\(file.path):\($0)" } ?? file.path
                return "\(place): \(finding.about)"
            }
        }
        #expect(trespasses == [])
    }

    @Test func `a tidy file passes`() {
        for check in Tidiness.all { #expect(check.findings(file(tidy)).isEmpty) }
    }

    @Test func `long lines, long files and missing comments are found`() {
        #expect(found(.columns, tidy + "// " + String(repeating: "x", count: 98) + "\n") == [5])
        let literal = "let text = \"\"\"\n    \(String(repeating: "x", count: 120))\n\"\"\"\n"
        #expect(found(.columns, tidy + literal + literal.replacing("xxx", with: "xxxxxx")) == [9])
        #expect(found(.length, tidy + String(repeating: "\n", count: 397)) == [nil])
        #expect(found(.comment, "import Rules\n" + tidy) == [1])
    }

    @Test func `files for show and promises are found`() {
        #expect(found(.content, "// Soon.\nimport Rules\n") == [nil])
        #expect(found(.promises, tidy + "// TO" + "DO: later\n") == [5])
    }

    @Test(arguments: [
        "struct OrderHandler {", "    final class ShopUtil: Sendable {", "enum UserInfo {",
        "package protocol DataSource {", "private(set) actor MailManager {", "typealias DTO = Int",
    ])
    func `words that say nothing are found`(declaration: String) {
        #expect(found(.words, tidy + declaration + "\n") == [5])
    }

    @Test func `words inside other words are left alone`() {
        #expect(found(.words, tidy + "struct Database {}\nlet handler: Handler\n") == [])
        let helper = SourceFile(path: "Sources/Shop/MailHelper.swift", text: tidy)
        #expect(Tidiness.words.findings(helper).count == 1)
    }

    @Test(arguments: [
        ("Sources/Rules/Basics/Money.swift", "import Foundation"),
        ("Sources/Shop/Audit.swift", "package import GRDB"),
        ("Sources/Storage/Tables/Orders.swift", "import GRDB"),
        ("Sources/Storage/Engines/SQLite/SQLiteEngine.swift", "import CLibpq"),
        ("Sources/Web/Site.swift", "@testable import Partners"),
        ("Sources/Partners/Payments/PayPal/PayPal.swift", "import Hummingbird"),
        ("Sources/Elsewhere/New.swift", ""),
    ])
    func `an import through a wall is found`(path: String, line: String) {
        let file = SourceFile(path: path, text: tidy + line + "\n")
        #expect(Tidiness.imports.findings(file).count == 1)
    }

    private let tidy = "// What a price is.\n\nlet price = 14\n\n"

    private func file(_ text: String) -> SourceFile {
        SourceFile(path: "Sources/Rules/Basics/Price.swift", text: text)
    }

    private func found(_ check: Tidiness, _ text: String) -> [Int?] {
        check.findings(file(text)).map(\.line)
    }
}
