// What PayPal looks at before it gives money back.

struct SandboxRefundCheck {
    /// PayPal has a limit and doesn't publish it; ten has been seen.
    private static let mostRefunds = 10

    private(set) var malformed: [SandboxIssue] = []
    private(set) var impossible: [SandboxIssue] = []
    /// What goes back: as it was asked, or else all that is left. Nil if nothing can.
    private(set) var amount: SandboxAmount?

    init(_ body: JSON, of capture: SandboxCapture) {
        for (name, most) in [("note_to_payer", 255), ("custom_id", 127), ("invoice_id", 127)] {
            guard let json = body[name] else { continue }
            if !(1...most).contains(json.text?.count ?? 0) {
                malformed.append(SandboxIssue("INVALID_STRING_LENGTH", "/\(name)"))
            }
        }
        let left = capture.amount.units - capture.refunded
        if capture.pendingReason != nil {
            impossible.append(SandboxIssue("PENDING_CAPTURE"))
        } else if capture.isDeclined {
            impossible.append(SandboxIssue("REFUND_NOT_ALLOWED"))
        } else if left == 0 {
            impossible.append(SandboxIssue("CAPTURE_FULLY_REFUNDED"))
        } else if capture.refunds >= Self.mostRefunds {
            impossible.append(SandboxIssue("MAX_NUMBER_OF_REFUNDS_EXCEEDED"))
        }
        guard impossible.isEmpty else { return }
        guard let json = body["amount"] else {
            amount = SandboxAmount(currency: capture.amount.currency, units: left)
            return
        }
        guard let currency = json["currency_code"]?.text, let value = json["value"]?.text else {
            malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "/amount"))
            return
        }
        read(currency, value, left: left, of: capture)
    }

    private mutating func read(
        _ currency: String, _ value: String, left: Int64, of capture: SandboxCapture
    ) {
        do throws(SandboxAmount.Flaw) {
            let wanted = try SandboxAmount(currency: currency, value: value)
            if currency != capture.amount.currency {
                impossible.append(
                    SandboxIssue("REFUND_CAPTURE_CURRENCY_MISMATCH", "/amount/currency_code"))
            } else if wanted.units <= 0 {
                impossible.append(SandboxIssue("CANNOT_BE_ZERO_OR_NEGATIVE", "/amount/value"))
            } else if wanted.units > left {
                impossible.append(SandboxIssue("REFUND_AMOUNT_EXCEEDED", "/amount/value"))
            } else {
                amount = wanted
            }
        } catch {
            switch error {
            case .syntax:
                malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "/amount/value"))
            case .currency:
                impossible.append(SandboxIssue("INVALID_CURRENCY_CODE", "/amount/currency_code"))
            case .precision:
                impossible.append(SandboxIssue("DECIMAL_PRECISION", "/amount/value"))
            }
        }
    }
}
