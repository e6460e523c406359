// The page for a "no" that has no form of its own, and for what went wrong on our side.

import Languages
import Rules

struct RefusalPage: Page {
    /// Nil when it is our fault.
    let refusal: Refusal?
    /// The request's name in the log.
    let request: String

    func title(_ phrases: Phrases) -> String {
        refusal == nil ? phrases.site.failedTitle : phrases.site.refusedTitle
    }

    func body(_ visitor: Visitor) -> HTML {
        let site = visitor.phrases.site
        guard let refusal else {
            return """
                <div class="narrow"><h1>\(site.failedTitle)</h1>
                <p class="lead">\(site.failedText)</p>
                <p><a class="button" href="/">\(site.toStart)</a></p>
                <p class="hint">\(site.failedReference(request))</p></div>
                """
        }
        let told = visitor.phrases.refusals.told(refusal, .zero)
        let faults = refusal.faults.map { fault -> HTML in
            "<li>\(visitor.phrases.refusals.fault(fault))</li>"
        }
        return """
            <div class="narrow"><h1\(" class=\"long\"", if: told.what.count > 60)>\(told.what)</h1>
            <p class="lead">\(told.remedy)</p>
            \(faults.isEmpty ? nil : "<ul>\(faults)</ul>" as HTML)
            <p class="inline">\(onward(from: refusal, visitor))\
            <a class="button quiet" href="/">\(site.toStart)</a></p>
            <p class="hint"><code>\(refusal.code)</code></p></div>
            """
    }

    /// The page on which something can be done about it, where there is one.
    private func onward(from refusal: Refusal, _ visitor: Visitor) -> HTML? {
        let phrases = visitor.phrases
        let way: (address: String, text: String)? =
            switch refusal {
            case .withheld, .notSoldHere: ("/tell-me", phrases.border.tellWhenSold)
            case .linkExpired: ("/account", phrases.account.accountTitle)
            case .mailNotConfirmed: ("/account", phrases.account.accountTitle)
            case .marketUnknown, .addressOutsideMarket:
                ("/elsewhere", phrases.border.anotherCountry)
            case .paymentUnavailable, .orderStateForbids: ("/orders", phrases.orders.listTitle)
            default: nil
            }
        return way.map { "<a class=\"button\" href=\"\($0.address)\">\($0.text)</a> " }
    }
}
