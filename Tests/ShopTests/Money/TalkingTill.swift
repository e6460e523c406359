// The till, when it also talks: it sends notices, keeps a list of what moved, and lets go of what
// it held. What it says is `event|kind|payment|reference|capture`, sealed with a word.

import Partners
import Rules
import Shop
import Synchronization
import TestKit
import Testing

final class TalkingTill: PaymentMethod {
    private let till: Till
    private let books = Mutex(Books())

    private struct Books {
        var released: [String] = []
        var tracked: [TrackedParcel] = []
        var lines: [StatementLine] = []
        var wrongAmounts: [String: Money] = [:]
        var forgottenAfter: [String: String] = [:]
    }

    init(_ till: Till) { self.till = till }

    var released: [String] { books.withLock { $0.released } }
    var tracked: [TrackedParcel] { books.withLock { $0.tracked } }

    func list(_ lines: [StatementLine]) { books.withLock { $0.lines = lines } }

    /// Somebody changed the amount on its way.
    func tamper(_ reference: String, _ amount: Money) {
        books.withLock { $0.wrongAmounts[reference] = amount }
    }

    /// Hours later, what is begun under the same id has another name.
    func forget(_ reference: String, andCallIt other: String) {
        books.withLock { $0.forgottenAfter[reference] = other }
    }

    func begin(_ request: PaymentRequest) async -> Begun {
        let begun = await till.begin(request)
        guard case .begun(let reference, let url) = begun,
            let other = books.withLock({ $0.forgottenAfter[reference] })
        else { return begun }
        return .begun(reference: other, approveURL: url + "/anew")
    }

    func capture(_ reference: String, requestID: String, expecting: Money) async -> CaptureOutcome {
        let outcome = await till.capture(
            known(reference), requestID: requestID, expecting: expecting)
        guard case .captured(let capture, _, _) = outcome,
            let amount = books.withLock({ $0.wrongAmounts[reference] })
        else { return outcome }
        return .captured(capture, amount)
    }

    func read(_ reference: String) async -> ProviderState { await till.read(known(reference)) }

    func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        await till.refund(capture, amount: amount, requestID: requestID, note: note)
    }

    func release(_ reference: String, requestID: String) async -> Released {
        books.withLock { $0.released.append(reference) }
        till.void(known(reference))
        return .released
    }

    func track(
        _ reference: String, capture: String, _ parcel: TrackedParcel
    ) async -> Tracked {
        books.withLock { $0.tracked.append(parcel) }
        return .told
    }

    func hear(_ notice: RawNotice, at now: Moment) async -> Heard {
        guard notice.headers["seal"] == "till" else { return .forged("no seal") }
        guard let heard = understand(String(decoding: notice.body, as: UTF8.self)) else {
            return .forged("nothing to be read")
        }
        return .genuine(heard)
    }

    func understand(_ body: String) -> HeardNotice? {
        let parts = body.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 6, let time = Int64(parts[5]) else { return nil }
        func name(_ text: String) -> String? { text.isEmpty ? nil : text }
        return HeardNotice(
            event: parts[0], kind: parts[1],
            about: .init(
                request: name(parts[2]), reference: name(parts[3]), capture: name(parts[4])),
            happened: Moment(seconds: time), matter: matter(parts))
    }

    private func matter(_ parts: [String]) -> HeardNotice.Matter {
        switch parts[1] {
        case "dispute":
            .dispute(
                DisputedMoney(
                    reference: "claim-1", amount: Money(Int64(parts[6])!, .eur),
                    reason: "not received", state: Dispute.State(rawValue: parts[7])!))
        case "refund": .refund
        case "refund failed": .refundFailed("BACK-1")
        case "other": .other
        default: .payment
        }
    }

    func statement(from: Moment, to: Moment) async -> Statement {
        .lines(books.withLock { $0.lines })
    }

    /// As the till itself calls it.
    private func known(_ reference: String) -> String {
        books.withLock { $0.forgottenAfter.first { $0.value == reference }?.key } ?? reference
    }
}

extension Town {
    /// A story whose partners talk.
    static func talking(
        on engine: Engine, _ sketch: SaleSketch = SaleSketch(),
        _ body: (Town, TalkingTill) async throws -> Void
    ) async throws {
        let box = Mutex<TalkingTill?>(nil)
        func partners(_ till: Till) -> [String: any PaymentMethod] {
            let talking = TalkingTill(till)
            box.withLock { $0 = talking }
            return ["paypal": talking, "card": talking]
        }
        try await unaudited(on: engine, sketch, payments: partners) { town in
            try await body(town, box.withLock { $0! })
            let trouble = try await town.trouble()
            #expect(trouble == [])
        }
    }

    /// A notice arrives; it isn't acted on before jobs run.
    @discardableResult
    func notice(
        _ event: String, _ kind: String = "payment", about payment: Payment? = nil,
        capture: String = "", at second: Int64 = 1, _ more: String = "", seal: String = "till"
    ) async throws -> NoticeAnswer {
        let about = payment.map { "\($0.id)|\($0.reference ?? "")" } ?? "|"
        let told = "\(event)|\(kind)|\(about)|\(capture)|\(second)"
        let body = more.isEmpty ? told : told + "|" + more
        return try await shop.hear(
            headers: ["seal": seal], body: Array(body.utf8), from: payment?.method ?? "paypal")
    }
}
