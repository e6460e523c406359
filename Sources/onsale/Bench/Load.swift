// A load: requests that fall due one after the other, and the connections that are free to send
// one. Lives on one event loop.

import Foundation
import NIOCore

final class Load {
    private let requests: [ByteBuffer]
    /// Nanoseconds between two requests; nil when each connection goes on as soon as it can.
    private let pause: Double?
    private let loop: any EventLoop
    private let done: EventLoopPromise<LoadResults>

    private var began = NIODeadline.now()
    private var next = 0
    private var idle: [LoadConnection] = []
    private(set) var results: LoadResults
    private var isAwake = false

    /// How exactly requests are sent: sooner would cost more, on a core that is being measured,
    /// than it tells.
    private static let tick = TimeAmount.microseconds(500)

    init(_ requests: [ByteBuffer], rate: Double, keepsBodies: Bool, on loop: any EventLoop) {
        self.requests = requests
        self.loop = loop
        pause = rate > 0 ? 1_000_000_000 / rate : nil
        done = loop.makePromise()
        results = LoadResults(keepsBodies: keepsBodies)
    }

    func begin() -> EventLoopFuture<LoadResults> {
        began = .now()
        sendDue()
        return done.futureResult
    }

    /// A connection has nothing to do.
    func rest(_ connection: LoadConnection) {
        idle.append(connection)
        if next > 0 || isAwake { sendDue() }
    }

    /// An answer has come whole.
    func answered(_ number: Int, due: NIODeadline, status: Int, body: ByteBuffer) {
        let now = NIODeadline.now()
        results.add(
            number, due: due - began, taken: now - due, status: status, body: body)
        if results.count == requests.count {
            results.lasted = now - began
            done.succeed(results)
        }
    }

    func failed(_ error: any Error) { done.fail(error) }

    private func sendDue() {
        let now = NIODeadline.now()
        while next < requests.count, let connection = idle.last {
            let due = pause.map { began + .nanoseconds(Int64(Double(next) * $0)) } ?? now
            guard due <= now else { return wake(at: due) }
            idle.removeLast()
            connection.send(requests[next], number: next, due: due)
            next += 1
        }
    }

    private func wake(at due: NIODeadline) {
        guard !isAwake else { return }
        isAwake = true
        loop.assumeIsolated().scheduleTask(deadline: max(due, .now() + Self.tick)) {
            self.isAwake = false
            self.sendDue()
        }
    }
}

/// What came of a load.
struct LoadResults {
    private struct Answer {
        let number: Int
        let due: Int64
        let taken: Int64
        let status: Int
        let body: String
    }

    private let keepsBodies: Bool
    private var answers: [Answer] = []
    var lasted = TimeAmount.zero

    init(keepsBodies: Bool) { self.keepsBodies = keepsBodies }

    var count: Int { answers.count }

    mutating func add(
        _ number: Int, due: TimeAmount, taken: TimeAmount, status: Int, body: ByteBuffer
    ) {
        answers.append(
            Answer(
                number: number, due: due.nanoseconds / 1000, taken: taken.nanoseconds / 1000,
                status: status, body: keepsBodies ? String(buffer: body) : ""))
    }

    /// `4711/s, p50 0.51 ms, p99 2.04 ms, most 9.11 ms; 4000 × 200, 12 × 409`
    var summary: String {
        let times = answers.map(\.taken).sorted()
        func at(_ share: Double) -> String {
            let index = min(times.count - 1, Int(Double(times.count) * share))
            return "\(Double(times[index]) / 1000)"
        }
        let rate = Double(count) / (Double(max(lasted.nanoseconds, 1)) / 1_000_000_000)
        let kinds = Dictionary(grouping: answers, by: \.status)
            .sorted { $0.key < $1.key }.map { "\($0.value.count) × \($0.key)" }
        return """
            \(rate.rounded())/s, p50 \(at(0.5)) ms, p99 \(at(0.99)) ms, most \(at(1)) ms; \
            \(kinds.joined(separator: ", "))
            """
    }

    /// In the order of the requests.
    func write(to file: String) throws {
        let lines = answers.sorted { $0.number < $1.number }.map {
            "\($0.due)\t\($0.taken)\t\($0.status)\t\($0.body)\n"
        }
        try lines.joined().write(toFile: file, atomically: true, encoding: .utf8)
    }
}
