// What the till writes down, and the scripts it follows.
import Rules

struct TillBooks {
    /// By the request's id.
    var tabs: [String: Tab] = [:]
    var captureAnswers: [Till.CaptureAnswer] = []
    var refundAnswers: [Till.RefundAnswer] = []
    var isShut = false
    var calls: [Till.Call] = []

    /// One payer's business: agreed to or not, taken or not, given back in parts.
    struct Tab {
        let reference: String
        let amount: Money
        var isApproved = false
        var isVoid = false
        var capture: String?
        /// By the request's id.
        var refunds: [String: Money] = [:]

        init(reference: String, amount: Money) {
            self.reference = reference
            self.amount = amount
        }

        var refunded: Money { refunds.values.reduce(.zero(amount.currency), +) }

        mutating func take() { capture = "TAKEN-\(reference)" }
    }

    func tab(_ reference: String) -> Tab? {
        tabs.values.first { $0.reference == reference }
    }

    mutating func put(_ tab: Tab) {
        guard let key = tabs.first(where: { $0.value.reference == tab.reference })?.key else {
            preconditionFailure("no tab \(tab.reference)")
        }
        tabs[key] = tab
    }

    mutating func change(_ reference: String, _ change: (inout Tab) -> Void) {
        guard var tab = tab(reference) else { preconditionFailure("no tab \(reference)") }
        change(&tab)
        put(tab)
    }
}
