// A payment partner with moods: in front of the till, whose books are true whatever is answered,
// it times out, says no, forgets, and takes its time, in which others act.

import Partners
import Rules
import Synchronization

final class FickleTill: PaymentMethod {
    private let till: Till
    private let machine: Machine
    /// Payments of which the next reading says less than is true.
    private let stale = Mutex<Set<String>>([])
    private let meanwhile = Mutex<(@Sendable () async -> Void)?>(nil)

    init(_ till: Till, on machine: Machine) {
        self.till = till
        self.machine = machine
    }

    /// What others do while an answer is on its way.
    func act(meanwhile act: @escaping @Sendable () async -> Void) {
        meanwhile.withLock { $0 = act }
    }

    func begin(_ request: PaymentRequest) async -> Begun {
        if machine.dies(.diedAsking) { return .unavailable("dead") }
        if machine.meets(.shut, inTenThousand: 400) { return .unavailable("shut") }
        let begun = await till.begin(request)
        await takeTime()
        return machine.dies(.diedAnswered) ? .unavailable("dead") : begun
    }

    func capture(
        _ reference: String, requestID: String, expecting: Money
    ) async -> CaptureOutcome {
        if machine.dies(.diedAsking) { return .unknown("dead") }
        let mood = captureMood()
        if let mood { till.answerCaptures(mood.answer) }
        let outcome = await till.capture(reference, requestID: requestID, expecting: expecting)
        till.shut(false)
        switch (outcome, mood) {
        case (.captured, _), (.needsApproval, _): break
        case (_, let mood?): machine.note(mood.mishap)
        case (_, nil): break
        }
        if mood?.mishap == .lineWentDead, machine.meets(.staleRead, inTenThousand: 5000) {
            _ = stale.withLock { $0.insert(reference) }
        }
        await takeTime()
        return machine.dies(.diedAnswered) ? .unknown("dead") : outcome
    }

    func read(_ reference: String) async -> ProviderState {
        if machine.dies(.diedAsking) { return .unknown("dead") }
        if machine.meets(.shut, inTenThousand: 400) { return .unknown("shut") }
        let state = await till.read(reference)
        await takeTime()
        if machine.dies(.diedAnswered) { return .unknown("dead") }
        let isStale = stale.withLock { $0.remove(reference) != nil }
        if isStale, case .captured = state { return .approved }
        return state
    }

    func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        if machine.dies(.diedAsking) { return .unknown("dead") }
        if machine.meets(.refundLineDead, inTenThousand: 2500) {
            till.answerRefunds(.unknownBeforeGiving)
        } else if machine.meets(.refundLineWentDead, inTenThousand: 2500) {
            till.answerRefunds(.unknownAfterGiving)
        }
        let outcome = await till.refund(
            capture, amount: amount, requestID: requestID, note: note)
        till.shut(false)
        await takeTime()
        return machine.dies(.diedAnswered) ? .unknown("dead") : outcome
    }

    func release(_ reference: String, requestID: String) async -> Released {
        await till.release(reference, requestID: requestID)
    }

    private func captureMood() -> (answer: Till.CaptureAnswer, mishap: Mishap)? {
        let moods: [(answer: Till.CaptureAnswer, mishap: Mishap)] = [
            (.declined, .declined), (.unknownBeforeTaking, .lineDead),
            (.unknownAfterTaking, .lineWentDead), (.pending, .pending),
        ]
        return moods.first { _ in machine.draws(inTenThousand: 1000) }
    }

    private func takeTime() async {
        guard machine.meets(.meanwhile, inTenThousand: 1500) else { return }
        await meanwhile.withLock { $0 }?()
    }
}
