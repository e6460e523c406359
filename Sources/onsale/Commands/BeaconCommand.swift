// onsale sale beacon: to enter the value that a round's draw waits for.

import ArgumentParser
import Foundation
import Rules
import Shop
import Storage

struct BeaconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beacon",
        abstract: "Enter the value of a round's public beacon, as it was published.",
        discussion: """
            It can be entered once the list of entrants is closed and the time of its publication \
            has come, and corrected until the round is drawn. The store that runs draws the round.
            """)

    @Argument(help: "The round's id: rnd_…")
    var round: String

    @Argument(help: "The value, exactly as it is published.")
    var value: String

    @Option(help: "Who enters it: a name or an address, for the journal.")
    var by: String

    @OptionGroup var settings: SettingsOptions

    func validate() throws {
        guard ID<Round>(round) != nil else { throw ValidationError("\(round) is no round's id") }
        guard !by.allSatisfy(\.isWhitespace), by.count <= 200 else {
            throw ValidationError("--by is a name of at most 200 letters")
        }
    }

    func run() async throws {
        let settings = try settings.read()
        try await withQuietShop(settings) { shop in
            do {
                let beacon = try await shop.enterBeacon(
                    value, of: ID<Round>(round)!, byName: by)
                print("\(beacon.name): \(beacon.value ?? "")")
            } catch Refusal.notFound {
                throw ValidationError("\(round) waits for no beacon")
            } catch Refusal.orderDrawn {
                throw ValidationError("the order of \(round) is drawn already")
            } catch Refusal.beaconNotYet(let moment) {
                let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
                throw ValidationError(
                    "it is published at \(date.formatted(.iso8601)), once the list is closed")
            } catch Refusal.beaconTooLate {
                throw ValidationError(
                    "the list was closed when the value was known: the order is drawn without it")
            } catch Refusal.input {
                throw ValidationError("a value is one word of at most 200 ASCII characters")
            }
        }
    }
}
