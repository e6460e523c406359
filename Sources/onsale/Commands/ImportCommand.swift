// onsale import: a table from the warehouse or the broker, tried first, then taken as a whole.

import ArgumentParser
import Foundation
import Languages
import Rules
import Shop
import Storage

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a CSV table of parcels that left, or of results of customs.",
        discussion: """
            dispatches: order,carrier,tracking_number and, where wanted, day,items.
            customs: tracking_number,event,day and reference,form,declarant,duty,tax,fees,\
            carrier_fee,note; events are declare, release, decide.
            All of a table is taken, or nothing. What is known already changes nothing, so that a \
            table may be taken again.
            """)

    @Argument(help: "dispatches or customs.")
    var kind: String

    @Argument(help: "The file, of at most 1 MB and 2000 lines.")
    var file: String

    @Option(help: "The mail address of the operator who takes it, for the journal.")
    var by: String

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        guard let kind = ImportKind(rawValue: kind) else {
            throw ValidationError("it is one of dispatches and customs")
        }
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw ValidationError("\(file) can't be read as text: \(error)")
        }
        try await withQuietShop(try settings.read()) { [by, dryRun] shop in
            guard let account = try await shop.storage.read({ try $0.account(mail: by) }),
                account.isOperator
            else { throw ValidationError("\(by) is no operator’s address") }
            let outcome = try await shop.importTable(kind, text, isDryRun: dryRun, by: account)
            for change in outcome.changes where outcome.faults.isEmpty { print(change) }
            for fault in outcome.faults { print(fault.told) }
            guard outcome.faults.isEmpty else { throw ExitCode.failure }
            let say = Phrases.of(.americanEnglish).imports
            let told = outcome.isDone ? say.done : say.wouldBe
            print(told(outcome.changes.count, outcome.known))
        }
    }
}

extension ImportFault {
    /// `Line 3, day: …`, in English as all of the commands.
    fileprivate var told: String {
        let phrases = Phrases.of(.americanEnglish)
        let place = phrases.imports.place(line, column)
        guard case .refused(let refusal) = problem else {
            return "\(place): \(phrases.imports.problem(problem))"
        }
        return "\(place): \(phrases.refusals.told(refusal, .zero).what)"
    }
}
