// onsale payments: what isn't at rest, and a comparison with the partners' own books.

import ArgumentParser
import AsyncHTTPClient
import Logging
import Partners
import Rules
import Shop
import Storage

struct PaymentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments", abstract: "Look after the money.",
        subcommands: [List.self, Reconcile.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show every payment, refund and dispute that isn't at rest.",
            discussion: "The console has the same list, with the ways out.")

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let list = try await withQuietShop(try settings.read()) { shop in
                let now = shop.clock.now()
                return try await shop.storage.read { try $0.unresolvedMoney(at: now) }
                    .map { ($0, now - $0.since) }
            }
            for (one, age) in list { print(one.line(age)) }
            if list.isEmpty { print("every payment and refund is settled") }
        }
    }

    struct Reconcile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare with the partners' books; fail if they say otherwise.",
            discussion: """
                The store does it by itself each night at 4 o'clock UTC, for the three days before. \
                PayPal's books run some hours behind: end a day early.
                """)

        @Option(help: "The first day, in UTC: 2026-11-21 (three days before the last).")
        var from: String?

        @Option(help: "The last day, in UTC (yesterday).")
        var to: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let settings = try settings.read()
            let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
            do {
                let results = try await withStorage(settings) { storage in
                    let shop = try sayFault {
                        try Wiring.askingShop(
                            settings, storage: storage, client: client,
                            log: Logger(label: "onsale"))
                    }
                    let last = try day(to, "--to") ?? Day(shop.clock.now()) - 1
                    let first = try day(from, "--from") ?? last - 2
                    return try await shop.reconcile(
                        from: first.midnight(), to: (last + 1).midnight())
                }
                try await client.shutdown()
                try tell(results)
            } catch {
                // Shut down twice it only complains, and the first trouble is the one to tell.
                try? await client.shutdown()
                throw error
            }
        }

        private func day(_ text: String?, _ name: String) throws -> Day? {
            guard let text else { return nil }
            guard let day = Day(text) else {
                throw ValidationError("\(name) is a day such as 2026-11-21")
            }
            return day
        }

        private func tell(_ results: [Reconciliation]) throws {
            if results.isEmpty { print("no way to be paid is set up") }
            for result in results {
                if let trouble = result.trouble {
                    print("\(result.method): no books to compare with: \(trouble)")
                } else {
                    print(
                        """
                        \(result.method): \(result.lines) movements, \(result.found.count) new \
                        disagreements, \(result.settled) asked about again
                        """)
                }
                for found in result.found {
                    print("    \(found.finding.rawValue) \(found.subject) \(found.detail)")
                }
            }
            let isGood = results.allSatisfy { $0.trouble == nil && $0.found.isEmpty }
            guard isGood else { throw ExitCode.failure }
        }
    }
}

extension Unresolved {
    /// For a terminal: one line.
    fileprivate func line(_ age: Span) -> String {
        let hours = age.milliseconds / 3_600_000
        let since = hours < 48 ? "\(hours) h" : "\(hours / 24) d"
        let parts = [
            since, kind.rawValue, order?.number, amount.map { "\($0)" }, subject, detail,
        ]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }
}
