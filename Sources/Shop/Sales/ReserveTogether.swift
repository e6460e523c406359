// Several people at once: their requests enter the turnstile together, and those for the same
// allotment are decided as one batch, in the order given. So a rehearsal has the rush of a sale
// without its chance.

package import Rules
import Storage
import Synchronization

/// What somebody asks for, as they would ask `reserve`.
package struct ReservationAsk: Sendable {
    package let product: String
    package let quantity: Int
    package let round: ID<Round>
    package let buyer: Account
    package let key: String

    package init(
        product: String, quantity: Int, round: ID<Round>, buyer: Account, key: String
    ) {
        self.product = product
        self.quantity = quantity
        self.round = round
        self.buyer = buyer
        self.key = key
    }
}

extension Shop {
    /// An answer for each, in their order; what `reserve` throws is a failure here.
    package func reserve(
        together asks: [ReservationAsk]
    ) async -> [Result<Reserved, any Error>] {
        guard !asks.isEmpty else { return [] }
        var refused: [Int: any Error] = [:]
        var lanes: [(lane: Lane, asks: [(Int, ReservationRequest)])] = []
        for (index, ask) in asks.enumerated() {
            do {
                let (request, lane) = try await request(
                    ask.product, quantity: ask.quantity, in: ask.round, for: ask.buyer,
                    key: ask.key)
                if let known = lanes.firstIndex(where: { $0.lane == lane }) {
                    lanes[known].asks.append((index, request))
                } else {
                    lanes.append((lane, [(index, request)]))
                }
            } catch {
                refused[index] = error
            }
        }
        var answers = refused.mapValues { Result<Reserved, any Error>.failure($0) }
        for (lane, asks) in lanes {
            let answered = await turnstile.reserve(together: asks.map(\.1), in: lane)
            for ((index, _), answer) in zip(asks, answered) { answers[index] = answer }
        }
        return asks.indices.map { answers[$0]! }
    }
}

extension Turnstile {
    fileprivate func reserve(
        together requests: [ReservationRequest], in lane: Lane
    ) async -> [Result<Reserved, any Error>] {
        let sheet = AnswerSheet(lines: requests.count)
        await withCheckedContinuation { continuation in
            sheet.whenFull { continuation.resume() }
            enter(
                requests.enumerated().map { line, request in
                    Waiting(request: request) { sheet.write($0, on: line) }
                }, lane)
        }
        return sheet.answers
    }
}

/// The answers to a group, until the last is there.
private final class AnswerSheet: Sendable {
    private struct Lines {
        var answers: [Result<Reserved, any Error>?]
        var missing: Int
        var whenFull: (@Sendable () -> Void)?
    }

    private let lines: Mutex<Lines>

    init(lines count: Int) {
        lines = Mutex(Lines(answers: Array(repeating: nil, count: count), missing: count))
    }

    func whenFull(_ act: @escaping @Sendable () -> Void) { lines.withLock { $0.whenFull = act } }

    func write(_ answer: Result<Reserved, any Error>, on line: Int) {
        let act = lines.withLock { lines in
            lines.answers[line] = answer
            lines.missing -= 1
            return lines.missing == 0 ? lines.whenFull : nil
        }
        act?()
    }

    var answers: [Result<Reserved, any Error>] { lines.withLock { $0.answers.map { $0! } } }
}
