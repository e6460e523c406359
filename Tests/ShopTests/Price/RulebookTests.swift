// Rules from files: what is read, what is refused with its line, what stays in force.
import Foundation
import Rules
import Shop
import TestKit
import Testing

struct RulebookTests {
    private let shipped = RuleFiles.shipped()

    private func fault(_ file: String, _ text: String) -> String {
        do {
            _ = try Rulebook.load(shipped.with(file, text))
            return "no fault"
        } catch {
            return error.description
        }
    }

    private func changed(_ file: String, _ old: String, _ new: String) -> String {
        shipped.texts[file]!.replacing(old, with: new)
    }

    @Test func `a mistake is named by file, line and field`() {
        #expect(
            fault("tariffs/FR.yaml", changed("tariffs/FR.yaml", "tax: 0.20", "tax: 20%"))
                == "tariffs/FR.yaml:10: layers[0].tax: “20%” is not a decimal number such as 0.19")
        #expect(
            fault("tariffs/FR.yaml", changed("tariffs/FR.yaml", "from: 2014-01-01", "frm: 2014"))
                == "tariffs/FR.yaml:12: layers[0].frm: nothing is known by this name")
        #expect(
            fault("markets/DE.yaml", changed("markets/DE.yaml", "tariff: DE", "tariff: DD"))
                == "markets/DE.yaml:6: tariff: there is no tariff of this name")
        #expect(
            fault("markets/DE.yaml", changed("markets/DE.yaml", "'\\d{5}'", "'(\\d{5}'"))
                .hasPrefix("markets/DE.yaml:14: address.postcode_pattern: "))
        #expect(
            fault(
                "tariffs/GB.yaml",
                changed("tariffs/GB.yaml", "sources: [rbcvat, ", "sources: [rbc, ")
            )
            .contains("layers[0].sources[0]: “rbc” is not in the list of sources"))
        #expect(fault("tariffs/DE.yaml", "kind: tariff\nname: [").hasPrefix("tariffs/DE.yaml:3: "))
        #expect(
            fault("calendars/CN.csv", "date,kind,name\n2026-02-30,holiday,none\n")
                == "calendars/CN.csv:2: date: “2026-02-30” is not a day such as 2026-10-01")
    }

    @Test func `a notice that is silent in a language of the market is refused`() {
        let text = changed("markets/FR.yaml", "  fr: Commande avec obligation de paiement\n", "")
        #expect(fault("markets/FR.yaml", text).contains("order_button: it is not said in fr"))
    }

    @Test func `a file in the directory changes the next quote, and a broken one changes nothing`()
        async throws
    {
        try await withTemporaryDirectory { directory in
            let live = try LiveRulebook(directory: directory)
            func tax() throws -> String {
                try live.current.quote("band:1@10.00", in: "FR", on: "2026-11-23", freight: "2")
                    .tax.decimal
            }
            let old = try live.current.quote("band:1@10", in: "FR", on: "2026-11-23", freight: "2")
            #expect(try tax() == "3.00")

            let file = "\(directory)/tariffs/FR.yaml"
            try FileManager.default.createDirectory(
                atPath: "\(directory)/tariffs", withIntermediateDirectories: true)
            try changed("tariffs/FR.yaml", "tax: 0.20", "tax: 0.25")
                .write(toFile: file, atomically: true, encoding: .utf8)
            let comparison = try live.reloadIfTouched()?.get()
            #expect(comparison?.changes.map(\.name) == ["vat.fr.20"])
            #expect(live.reloadIfTouched() == nil, "nobody touched it since")
            #expect(try tax() == "3.75")
            #expect(old.tax.decimal == "3.00")

            try "kind: tariff\nname: FR\nlayers: 7\n"
                .write(toFile: file, atomically: true, encoding: .utf8)
            let version = live.current.version
            #expect(throws: RulebookFault.self) { try live.reloadIfTouched()?.get() }
            #expect(live.fault?.description == "tariffs/FR.yaml:1: “currency” is missing")
            #expect(live.current.version == version)
            #expect(try tax() == "3.75")

            try FileManager.default.removeItem(atPath: file)
            _ = try live.reloadIfTouched()?.get()
            #expect(live.fault == nil)
            #expect(try tax() == "3.00")
        }
    }

    @Test func `an import is refused as a whole when the rules would not hold with it`()
        async throws
    {
        try await withTemporaryDirectory { directory in
            #expect(throws: RulebookFault.self) {
                try RuleFiles.place("kind: tariff\n", as: "tariffs/DE.yaml", in: directory)
            }
            #expect(throws: RulebookFault.self) {
                try RuleFiles.place("kind: sources\n", as: "tariffs/../../x.yaml", in: directory)
            }
            #expect(!FileManager.default.fileExists(atPath: "\(directory)/tariffs/DE.yaml"))
            let text = changed("tariffs/DE.yaml", "up_to: 22", "up_to: 10")
            let comparison = try RuleFiles.place(text, as: "tariffs/DE.yaml", in: directory)
            #expect(comparison.changes.map(\.name) == ["de.lcvr.22"])
            let rules = try Rulebook.load(directory: directory)
            #expect(rules.version != shippedRules.version)
        }
    }

    @Test func `the review says what ends soon and what nobody knows`() {
        let review = RulesReview(shippedRules, on: Day("2026-05-01")!)
        #expect(
            Set(review.expiring.map(\.name)).isSuperset(of: ["us.s122.rate", "eu.duty_relief.150"])
        )
        let later = RulesReview(shippedRules, on: Day("2026-11-23")!)
        #expect(Set(later.unknown.map(\.name)) == ["us.after_2026_07_24", "eu.handling_fee"])
        #expect(later.unconfirmed.contains { $0.name == "us.mpf.informal.fy2027" })
    }

    @Test func `the version tells one rule set from another`() throws {
        #expect(try Rulebook.load(directory: nil).version == shippedRules.version)
        let text = changed("tariffs/DE.yaml", "up_to: 22", "up_to: 10")
        #expect(
            try Rulebook.load(shipped.with("tariffs/DE.yaml", text)).version != shippedRules.version
        )
    }
}
