// onsale promise: by when an order leaves the warehouse.

import ArgumentParser
import Foundation
import Rules
import Shop

struct PromiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promise", abstract: "The day by which an order of a day is dispatched.")

    @Option(
        help: """
            When it was ordered: a date at the warehouse (2015-05-19), or a time in UTC \
            (2015-05-19T12:00:00Z).
            """)
    var from: String

    @Option(help: "The warehouse; the first one if it is left out.")
    var warehouse: String?

    @Option(help: "The directory whose files replace the shipped rules one by one.")
    var data: String?

    func run() throws {
        let rules = try readRules(data)
        let warehouse = rules.warehouses.first { $0.code == self.warehouse ?? $0.code }
        guard let warehouse else {
            let known = rules.warehouses.map(\.code).joined(separator: ", ")
            throw ValidationError("--warehouse is one of \(known)")
        }
        let ordered = try day(at: warehouse)
        let promise = warehouse.dispatchPromise(orderedOn: ordered)
        print(promise)
        let certainty = warehouse.calendar.certainty(from: ordered, to: promise)
        guard certainty != .published else { return }
        let name = warehouse.calendar.name
        say("calendar \(name) is \(certainty.rawValue) for these days: load the published one")
    }

    private func day(at warehouse: Warehouse) throws -> Day {
        if let day = Day(from) { return day }
        guard let date = try? Date(from, strategy: .iso8601) else {
            throw ValidationError("--from is a date (2015-05-19) or a time (2015-05-19T12:00:00Z)")
        }
        let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
        return Day(Moment(milliseconds: milliseconds), offset: warehouse.offset)
    }
}
