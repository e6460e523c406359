// Trouble to order: what a test or a rehearsal wants to go wrong, call by call.

package enum SandboxFault: Hashable, Sendable {
    /// This call goes well: for a script in which a later one doesn't.
    case nothing
    /// Before the call is looked at.
    case delay(Duration)
    case tooManyRequests
    /// 500, and nothing was done.
    case failBefore
    /// 500, and it was done: what has charged buyers three times elsewhere.
    case failAfter
    /// It was done; the line breaks before the answer is through.
    case dropAfter
    /// It was done; the answer is late.
    case stallAfter(Duration)
    /// It was done; the answer is somebody else's error page.
    case unreadableAfter
    /// A capture that stays pending, with its reason: `ECHECK`.
    case pend(String)
    /// Refused with this issue, as by `PayPal-Mock-Response`: `INSTRUMENT_DECLINED`.
    case refuse(String)
}

struct SandboxFaults<Operation: Hashable & Sendable>: Sendable {
    private let most = 10_000
    private var scripts: [Operation: [SandboxFault]] = [:]

    mutating func append(_ faults: [SandboxFault], to operation: Operation) {
        scripts[operation, default: []] += faults
        precondition(scripts[operation]!.count <= most, "a script of more than \(most)")
    }

    mutating func next(for operation: Operation) -> SandboxFault {
        guard let first = scripts[operation]?.first else { return .nothing }
        scripts[operation]!.removeFirst()
        return first
    }
}
