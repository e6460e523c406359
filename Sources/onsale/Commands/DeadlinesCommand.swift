// onsale deadlines: everything that is due, with the event that started its clock and its rule.

import ArgumentParser
import Foundation
import Rules
import Shop
import Storage

struct DeadlinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "List deadlines, the nearest first: stored dates with their anchor and rule.")

    @Option(help: "open, missed, met or over (open).")
    var state = "open"

    @Option(help: "Only of this: the id or number of an order or a return.")
    var of: String?

    @Option(help: "At most so many (200).")
    var limit = 200

    @Flag(help: "As JSON.")
    var json = false

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        guard let state = Deadline.State(rawValue: state), (1...100_000).contains(limit) else {
            throw ValidationError("--state is one of open, missed, met, over; --limit to 100000")
        }
        let (of, limit) = (of, limit)
        try await withQuietShop(try settings.read()) { shop in
            let deadlines = try await shop.storage.read { reader in
                guard let of else { return try reader.allDeadlines(in: state, limit: limit) }
                return try reader.deadlines(of: reader.subject(named: of))
            }
            if json {
                print(try Listed.text(deadlines.map(Listed.init)))
            } else {
                for deadline in deadlines { print(deadline.line) }
            }
        }
    }
}

extension Deadline {
    fileprivate var line: String {
        "\(day)  \(kind.rawValue)  \(subject)  \(state.rawValue)  "
            + "from \(anchor.rawValue) of \(Day(anchored)): \(rule)"
    }
}

private struct Listed: Encodable {
    let subject: String
    let kind: String
    let state: String
    let lastDay: String
    /// Milliseconds since 1970: too late from then on.
    let ends: Int64
    let anchor: String
    let anchored: Int64
    let rule: String

    init(_ deadline: Deadline) {
        subject = deadline.subject
        kind = deadline.kind.rawValue
        state = deadline.state.rawValue
        lastDay = deadline.day.description
        ends = deadline.ends.milliseconds
        anchor = deadline.anchor.rawValue
        anchored = deadline.anchored.milliseconds
        rule = deadline.rule
    }

    static func text(_ list: [Listed]) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(list), as: UTF8.self)
    }
}
