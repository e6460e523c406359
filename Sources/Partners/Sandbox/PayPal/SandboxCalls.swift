// How the stand-in takes a call: through its script of faults, past the door, to the verb it asks
// for.

import Foundation

extension PayPalSandbox {
    /// One call from its head to its answer, with whatever the script has in store for it.
    func answer(_ call: SandboxCall) async throws -> SandboxReply {
        calls[call.operation, default: 0] += 1
        var fault = faults.next(for: call.operation)
        if let mock = call.mockedIssue { fault = mock }
        let key = call.requestID.map { "\(call.operation) \($0)" }
        if let key, !inProgress.insert(key).inserted {
            return .whole(error(409, [SandboxIssue("PREVIOUS_REQUEST_IN_PROGRESS")]))
        }
        defer { if let key { inProgress.remove(key) } }
        switch fault {
        case .tooManyRequests:
            var answer = error(429)
            answer.headers["Retry-After"] = "3"
            return .whole(answer)
        case .failBefore: return .whole(error(500))
        case .refuse(let issue):
            if issue == "INTERNAL_SERVER_ERROR" { return .whole(error(500)) }
            let status = syntaxIssues.contains(issue) ? 400 : 422
            return .whole(error(status, [SandboxIssue(issue)]))
        case .delay(let duration): try await Task.sleep(for: duration)
        default: break
        }
        if call.operation == .certificate {
            return certificates.chains[call.id].map { .text($0) } ?? .whole(missing)
        }
        let answer = await perform(
            call, pending: { if case .pend(let why) = fault { why } else { nil } }())
        switch fault {
        case .failAfter: return .whole(error(500))
        case .dropAfter: return .broken(answer)
        case .unreadableAfter: return .unreadable
        case .stallAfter(let duration):
            try await Task.sleep(for: duration)
            return .whole(answer)
        default: return .whole(answer)
        }
    }

    private func perform(_ call: SandboxCall, pending: String?) async -> SandboxAnswer {
        if call.operation == .token { return token(call) }
        guard let token = call.bearer, let until = tokens[token], until > now() else {
            return error(401)
        }
        if let id = call.requestID, !(1...108).contains(id.utf8.count) {
            let issue = SandboxIssue(
                "INVALID_STRING_LENGTH", "PayPal-Request-Id", location: "header")
            return error(400, [issue])
        }
        if call.isPost, call.body == nil {
            return call.isJSON
                ? error(400, [SandboxIssue("MALFORMED_REQUEST_JSON")]) : error(415)
        }
        if let told = replay(call) { return told }
        switch call.operation {
        case .token, .certificate: preconditionFailure("answered above")
        case .create: return create(call)
        case .readOrder:
            return orders[call.id].map { SandboxAnswer(200, told($0)) } ?? missing
        case .capture:
            let answer = capture(call, pending: pending)
            if let id = orders[call.id]?.capture, answer.status == 201 { await tell(capture: id) }
            return answer
        case .readCapture:
            return captures[call.id].map { SandboxAnswer(200, $0.told(at: publicURL)) } ?? missing
        case .refund:
            let answer = refund(call)
            if let made = answer.body["id"]?.text.flatMap({ refunds[$0] }) {
                await tell(refund: made)
            }
            return answer
        case .track: return track(call)
        case .transactions: return transactions(call)
        case .readRefund:
            return refunds[call.id].map { SandboxAnswer(200, $0.told(at: publicURL)) } ?? missing
        }
    }

    func told(_ order: SandboxOrder) -> JSON {
        order.told(at: publicURL, order.capture.flatMap { captures[$0] })
    }

    func tell(_ order: SandboxOrder, _ call: SandboxCall) -> JSON {
        call.wantsAll ? told(order) : order.toldBriefly(at: publicURL)
    }

    var missing: SandboxAnswer { error(404, [SandboxIssue("INVALID_RESOURCE_ID")]) }

    func error(
        _ status: Int, _ issues: [SandboxIssue] = [], redirect: String? = nil
    ) -> SandboxAnswer {
        serial += 1
        return .error(status, issues, debugID: "sandbox\(serial)", redirect: redirect)
    }

    /// Letters and digits as PayPal's names have them, without those that are misread.
    func name(_ length: Int) -> String {
        let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        return String((0..<length).map { _ in letters.randomElement()! })
    }
}
