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
                <h1>\(site.failedTitle)</h1>
                <p>\(site.failedText)</p>
                <p class="hint">\(site.failedReference(request))</p>
                <p><a class="button" href="/">\(site.toStart)</a></p>
                """
        }
        let told = visitor.phrases.refusals.told(refusal, .zero)
        let faults = refusal.faults.map { fault -> HTML in
            "<li>\(visitor.phrases.refusals.fault(fault))</li>"
        }
        return """
            <h1>\(told.what)</h1>
            <p>\(told.remedy)</p>
            \(faults.isEmpty ? nil : "<ul>\(faults)</ul>" as HTML)
            <p><a class="button" href="/">\(site.toStart)</a></p>
            <p class="hint"><code>\(refusal.code)</code></p>
            """
    }
}
