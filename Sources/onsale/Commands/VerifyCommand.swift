// onsale verify: whether a round went as promised, from its transcript alone.

import ArgumentParser
import Foundation
import Rules
import Shop

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove from a transcript, without a shop, that a round went as promised.",
        discussion: """
            A transcript is what /api/v1/rounds/ROUND/transcript gives. Exits with 1 when something \
            in it is wrong.
            """)

    @Argument(help: "The transcript; - reads standard input.")
    var file: String

    @Option(help: "Say as well what became of this ticket, and why.")
    var ticket: String?

    @Option(
        help: "The head of a public record that somebody kept: it must be one of the transcript's.")
    var head: [String] = []

    @Option(help: "The beacon’s value, as you read it where it is published.")
    var beacon: String?

    func run() throws {
        let transcript: Transcript
        do {
            transcript = try Transcript(try text())
        } catch let fault as TranscriptFault {
            print("This is no whole transcript: \(fault)")
            throw ExitCode.failure
        }
        var troubles = transcript.troubles()
        let heads = Set(transcript.records.flatMap { $0.batches.map(\.hash) })
        for kept in head where !heads.contains(kept) {
            troubles.append("no record has the head \(kept)")
        }
        if let beacon, Beacon.value(beacon) != transcript.beacon?.value {
            troubles.append("the beacon’s value isn’t \(beacon)")
        }
        if troubles.isEmpty {
            summarize(transcript)
        } else {
            for trouble in troubles { print("WRONG: \(trouble)") }
        }
        if let ticket { try explain(ticket, transcript) }
        guard troubles.isEmpty else { throw ExitCode.failure }
    }

    private func text() throws -> String {
        let bytes =
            file == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : try Data(contentsOf: URL(filePath: file))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func summarize(_ transcript: Transcript) {
        print(
            """
            Round \(transcript.number) of \(transcript.sale) went as promised.
              The seed is the one that was committed to.
              The order of the \(transcript.drawn) in the room is the one it gives; \
            \(transcript.tickets.count - transcript.drawn) came later.
              Nobody reserved before their turn.
            """)
        if let beacon = transcript.beacon { print("  \(said(beacon))") }
        for record in transcript.records {
            print(
                """
                  \(record.product) \(record.market?.code ?? "for all"): \(record.units) units, \
                \(record.sold) sold, \(record.reserved) held, none twice; \
                \(record.batches.count) sealed batches.
                """)
        }
    }

    private func said(_ beacon: Beacon) -> String {
        if beacon.isTooLate {
            return """
                The beacon (\(beacon.name)) was not mixed in: the list was closed only at \
                \(beacon.closed.map(time) ?? ""), when its value may have been known.
                """
        }
        guard let value = beacon.value else {
            return """
                The beacon (\(beacon.name)) was never mixed in: nobody had entered it by \
                \(time(beacon.fallback)). Look whether it was published: \(beacon.address)
                """
        }
        return """
            The beacon (\(beacon.name)) is mixed in. Compare its value with \(beacon.address): \(value)
            """
    }

    private func explain(_ text: String, _ transcript: Transcript) throws {
        guard let id = ID<Ticket>(text), let place = transcript.place(of: id) else {
            print("\(text) is no ticket of this round.")
            throw ExitCode.failure
        }
        let turn = time(transcript.turn(of: place.place))
        print("\(id) had place \(place.place); its turn came at \(turn).")
        for outcome in transcript.outcomes(of: id) {
            let whose = outcome.market?.code ?? "for all"
            print("  \(outcome.product) \(whose): \(said(outcome.kind))")
        }
    }

    private func said(_ kind: Outcome.Kind) -> String {
        switch kind {
        case .bought(let units): "bought \(list(units))"
        case .holds(let units): "holds \(list(units))"
        case .lapsed(let moment): "the hold ran out at \(time(moment))"
        case .letGo(let moment): "let go at \(time(moment))"
        case .withheld(let moment): "withheld in its market at \(time(moment)), and taken back"
        case .gone(let moment): "none was free at the turn, since \(time(moment))"
        case .unused(let moment): "some were free at the turn, until \(time(moment))"
        case .stillFree: "some are free, and none was reserved"
        }
    }

    private func list(_ units: [Int]) -> String {
        (units.count == 1 ? "unit " : "units ") + units.map(String.init).joined(separator: ", ")
    }

    private func time(_ moment: Moment) -> String {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return date.formatted(.iso8601.time(includingFractionalSeconds: true))
    }
}
