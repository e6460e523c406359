// What a browser has to do before it may enter: a little calculation, by the script; or, without
// scripts, a wait on a page of its own.

import Hummingbird
import Languages
import Rules
import Shop

/// Inside the form by which one enters.
struct WorkPart {
    let challenge: WorkChallenge

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            <input type="hidden" name="challenge" value="\(challenge.text)" \
            data-bits="\(challenge.bits)">
            <input type="hidden" name="nonce" value="">
            <p class="hint" role="status" data-working="\(say.working)">\(say.workHint)</p>
            """
    }
}

struct EntryWaitPage: Page {
    let round: ID<Round>
    let wait: EntryWait
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.room.waitTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            <div class="narrow">
            <h1>\(say.waitTitle)</h1>
            \(visitor.trouble(refusal))
            <p>\(say.waitText)</p>
            <p>\(say.waitFrom) <strong>\(visitor.time(wait.from, seconds: true))</strong></p>
            <form method="post" action="/rounds/\(round)/enter">\(visitor.sealed)
            <input type="hidden" name="wait" value="\(wait.form)">
            <button>\(visitor.phrases.sale.enterRoom)</button></form>
            </div>
            """
    }
}

extension Visitor {
    /// What stands in a form to enter; nil where it is a bare button.
    var entryProof: EntryProof? {
        if !form["wait"].isEmpty { return .waited(form: form["wait"]) }
        guard !form["nonce"].isEmpty else { return nil }
        return .worked(challenge: form["challenge"], nonce: form["nonce"])
    }
}

extension Site {
    /// Where a browser ran no script, or came back too early.
    func waiting(
        _ visitor: Visitor, for account: Account, to round: ID<Round>, refusal: Refusal?
    ) async throws -> Response {
        let wait = try await shop.entryWait(to: round, for: account, from: visitor.address)
        return visitor.response(
            EntryWaitPage(round: round, wait: wait, refusal: refusal),
            status: refusal?.status ?? .ok)
    }
}
