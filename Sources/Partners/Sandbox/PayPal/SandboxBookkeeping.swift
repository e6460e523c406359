// What the stand-in lists of its money, and what it is told of parcels.

import Foundation

extension PayPalSandbox {
    /// A page of `/v1/reporting/transactions`. PayPal has published no specification of it; these
    /// are the fields that its pages of reference tell of.
    func transactions(_ call: SandboxCall) -> SandboxAnswer {
        guard let from = time(call.query["start_date"]), let to = time(call.query["end_date"]),
            to.timeIntervalSince(from) <= 31 * 86_400
        else { return error(400, [SandboxIssue("INVALID_PARAMETER_VALUE", "/start_date")]) }
        let size = call.query["page_size"].flatMap { Int($0) } ?? 100
        let page = call.query["page"].flatMap { Int($0) } ?? 1
        guard (1...500).contains(size), page >= 1 else {
            return error(400, [SandboxIssue("INVALID_PARAMETER_VALUE", "/page_size")])
        }
        let taken = captures.all.filter { $0.pendingReason == nil && !$0.isDeclined }
            .map { (time: $0.created, told: $0.listed) }
        let given = refunds.all.map { (time: $0.created, told: $0.listed) }
        let all = (taken + given).filter { $0.time >= from && $0.time < to }
            .sorted { $0.time < $1.time }.map { JSON.object(["transaction_info": $0.told]) }
        let pages = max(1, (all.count + size - 1) / size)
        return SandboxAnswer(
            200,
            [
                "transaction_details": .array(Array(all.dropFirst((page - 1) * size).prefix(size))),
                "account_number": "SANDBOX", "page": .number(Double(page)),
                "total_items": .number(Double(all.count)), "total_pages": .number(Double(pages)),
            ])
    }

    private func time(_ text: String?) -> Date? {
        // What isn't a time is refused by the caller.
        text.flatMap { try? Date($0, strategy: .iso8601) }
    }

    func track(_ call: SandboxCall) -> SandboxAnswer {
        guard let order = orders[call.id] else { return missing }
        let body = call.body ?? .null
        guard let capture = body["capture_id"]?.text else {
            return error(400, [SandboxIssue("MISSING_REQUIRED_PARAMETER", "/capture_id")])
        }
        guard capture == order.capture else {
            return error(422, [SandboxIssue("CAPTURE_ID_NOT_FOUND", "/capture_id")])
        }
        guard let number = body["tracking_number"]?.text, (1...64).contains(number.count) else {
            return error(400, [SandboxIssue("INVALID_STRING_LENGTH", "/tracking_number")])
        }
        let numbers = trackers[capture] ?? []
        if !numbers.contains(number) { trackers[capture] = numbers + [number] }
        return SandboxAnswer(201, told(order))
    }

    /// Smallest units taken and not given back, by the shop's name for the payment.
    package var kept: [String: Int64] {
        let taken = captures.all.filter { $0.pendingReason == nil && !$0.isDeclined }
        return taken.reduce(into: [:]) {
            $0[$1.custom ?? $1.id, default: 0] += $1.amount.units - $1.refunded
        }
    }

    /// Orders whose money is on its way.
    package var pendingOrders: [String] {
        captures.all.filter { $0.pendingReason != nil }.map(\.order)
    }

    /// The numbers under which the parcels of a capture are on their way.
    package func trackingNumbers(of capture: String) -> [String] { trackers[capture] ?? [] }
}

extension SandboxCapture {
    fileprivate var listed: JSON {
        let fee = SandboxAmount(currency: amount.currency, units: -(amount.units * 349 / 10_000))
        var told: JSON = [
            "transaction_id": .string(id), "transaction_event_code": "T0006",
            "transaction_initiation_date": .string(created.formatted(.iso8601)),
            "transaction_amount": amount.json, "fee_amount": fee.json, "transaction_status": "S",
        ]
        told["custom_field"] = custom.map { .string($0) }
        told["invoice_id"] = invoice.map { .string($0) }
        return told
    }
}

extension SandboxRefund {
    fileprivate var listed: JSON {
        [
            "transaction_id": .string(id), "paypal_reference_id": .string(capture),
            "paypal_reference_id_type": "TXN", "transaction_event_code": "T1107",
            "transaction_initiation_date": .string(created.formatted(.iso8601)),
            "transaction_amount":
                SandboxAmount(currency: amount.currency, units: -amount.units).json,
            "transaction_status": "S",
        ]
    }
}
