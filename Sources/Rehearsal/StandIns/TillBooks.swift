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
        /// The shop let go of what the payer agreed to.
        var isReleased = false
        /// By the name under which each was asked for: more than one is one too many.
        var takings: [String: String] = [:]
        /// The first taking.
        var capture: String?
        /// By the request's id.
        var refunds: [String: Money] = [:]

        init(reference: String, amount: Money) {
            self.reference = reference
            self.amount = amount
        }

        var refunded: Money { refunds.values.reduce(.zero(amount.currency), +) }

        /// Once for each name.
        @discardableResult
        mutating func take(for requestID: String) -> String {
            if let before = takings[requestID] { return before }
            let again = takings.isEmpty ? "" : "-\(takings.count + 1)"
            let taking = "TAKEN-\(reference)\(again)"
            takings[requestID] = taking
            capture = capture ?? taking
            return taking
        }
    }

    func tab(_ reference: String) -> Tab? {
        tabs.values.first { $0.reference == reference }
    }

    mutating func put(_ tab: Tab) { tabs[requestID(of: tab.reference)] = tab }

    func requestID(of reference: String) -> String {
        guard let key = tabs.first(where: { $0.value.reference == reference })?.key else {
            preconditionFailure("no tab \(reference)")
        }
        return key
    }

    mutating func change(_ reference: String, _ change: (inout Tab) -> Void) {
        guard var tab = tab(reference) else { preconditionFailure("no tab \(reference)") }
        change(&tab)
        put(tab)
    }
}
