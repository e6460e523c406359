// What the stand-in for Stripe does when it is asked: open a page, hold a card, take the money, let
// it go, give it back.

import Foundation

extension StripeSandbox {
    func createSession(_ call: StripeCall) -> SandboxAnswer {
        guard call.form["mode"] == "payment" else {
            return .wrong("mode", "The sandbox knows the mode payment only")
        }
        guard let success = call.form["success_url"], success.hasPrefix("http") else {
            return .wrong("success_url", "Not a valid URL")
        }
        var lines: [(name: String, total: Int64)] = []
        var currency: String?
        for index in 0..<100 {
            let line = "line_items[\(index)]"
            guard let price = call.number("\(line)[price_data][unit_amount]") else { break }
            let quantity = call.number("\(line)[quantity]") ?? 1
            let said = call.form["\(line)[price_data][currency]"] ?? ""
            guard (0...99_999_999).contains(price), (1...999_999).contains(quantity),
                said.utf8.count == 3, said == said.lowercased(), currency ?? said == said
            else { return .wrong(line, "Invalid line item") }
            guard let name = call.form["\(line)[price_data][product_data][name]"], !name.isEmpty
            else { return .wrong("\(line)[price_data][product_data][name]", "Missing") }
            currency = said
            lines.append(("\(quantity) × \(name)", price * quantity))
        }
        let total = lines.reduce(0) { $0 + $1.total }
        guard let currency, (1...99_999_999).contains(total) else {
            return .wrong("line_items", "Missing or too much")
        }
        let intent = SandboxIntent(
            id: name("pi_"), amount: total, currency: currency,
            isManual: call.form["payment_intent_data[capture_method]"] == "manual",
            metadata: call.fields(under: "payment_intent_data[metadata]"), created: now(),
            status: .requiresPaymentMethod)
        let session = SandboxSession(
            id: name("cs_test_"), intent: intent.id, lines: lines, successURL: success,
            cancelURL: call.form["cancel_url"], reference: call.form["client_reference_id"],
            metadata: call.fields(under: "metadata"), created: now())
        intents[intent.id] = intent
        sessions[session.id] = session
        return SandboxAnswer(200, told(session))
    }

    func expire(_ call: StripeCall) -> SandboxAnswer {
        guard var session = sessions[call.id] else { return .missing("session", call.id) }
        guard told(session)["status"]?.text == "open" else {
            return .stripeError(
                400, "invalid_request_error", "Only open sessions can be expired")
        }
        session.isExpired = true
        sessions[session.id] = session
        return SandboxAnswer(200, told(session))
    }

    func createIntent(_ call: StripeCall) async -> SandboxAnswer {
        guard let amount = call.number("amount"), (1...99_999_999).contains(amount) else {
            return .wrong("amount", "Invalid integer")
        }
        guard let currency = call.form["currency"], currency.utf8.count == 3 else {
            return .wrong("currency", "Invalid currency")
        }
        let intent = SandboxIntent(
            id: name("pi_"), amount: amount, currency: currency.lowercased(),
            isManual: call.form["capture_method"] == "manual",
            metadata: call.fields(under: "metadata"), created: now(),
            status: .requiresPaymentMethod)
        intents[intent.id] = intent
        guard call.form["confirm"] == "true" else {
            return SandboxAnswer(200, intent.told(at: publicURL))
        }
        return await confirm(call, intent.id)
    }

    func confirm(_ call: StripeCall) async -> SandboxAnswer { await confirm(call, call.id) }

    private func confirm(_ call: StripeCall, _ id: String) async -> SandboxAnswer {
        guard var intent = intents[id] else { return .missing("intent", id) }
        guard let card = call.form["payment_method"].flatMap(SandboxCard.find) else {
            return .wrong("payment_method", "The sandbox doesn't know this card")
        }
        intent.returnURL = call.form["return_url"]
        intents[id] = intent
        await pay(id, with: card)
        let after = intents[id]!
        guard let failure = after.failure, after.status == .requiresPaymentMethod else {
            return SandboxAnswer(200, after.told(at: publicURL))
        }
        return SandboxAnswer(402, ["error": failure.error(of: after.told(at: publicURL))])
    }

    func capture(_ call: StripeCall) async -> SandboxAnswer {
        guard var intent = intents[call.id] else { return .missing("intent", call.id) }
        guard intent.status == .requiresCapture else { return unexpected(intent, "captured") }
        let wanted = call.number("amount_to_capture") ?? intent.amount
        guard (1...intent.amount).contains(wanted) else {
            return .stripeError(
                400, "invalid_request_error", code: "amount_too_large",
                "The amount to capture is more than is held", param: "amount_to_capture")
        }
        intent.status = .succeeded
        intent.received = wanted
        intents[intent.id] = intent
        await tell("payment_intent.succeeded", intent.told(at: publicURL))
        return SandboxAnswer(200, told(intent, to: call))
    }

    func cancel(_ call: StripeCall) async -> SandboxAnswer {
        guard var intent = intents[call.id] else { return .missing("intent", call.id) }
        guard intent.status != .succeeded, intent.status != .canceled else {
            return unexpected(intent, "canceled")
        }
        intent.status = .canceled
        intents[intent.id] = intent
        await tell("payment_intent.canceled", intent.told(at: publicURL))
        return SandboxAnswer(200, intent.told(at: publicURL))
    }

    func refund(_ call: StripeCall) async -> SandboxAnswer {
        let id = call.form["payment_intent"] ?? ""
        guard var intent = intents[id] else { return .missing("payment_intent", id) }
        guard intent.status == .succeeded, let charge = intent.charge else {
            return unexpected(intent, "refunded")
        }
        let left = intent.received - intent.refunded
        guard left > 0 else {
            return .stripeError(
                400, "invalid_request_error", code: "charge_already_refunded",
                "Charge \(charge) has already been refunded.")
        }
        if intent.isDisputed {
            return .stripeError(
                400, "invalid_request_error", code: "refund_disputed_payment",
                "Charge \(charge) is disputed.")
        }
        let wanted = call.number("amount") ?? left
        guard (1...left).contains(wanted) else {
            return .stripeError(
                400, "invalid_request_error",
                "Refund amount (\(wanted)) is greater than unrefunded amount on charge (\(left))",
                param: "amount")
        }
        intent.refunded += wanted
        intents[id] = intent
        let refund = SandboxCardRefund(
            id: name("re_"), intent: id, charge: charge, amount: wanted,
            currency: intent.currency, metadata: call.fields(under: "metadata"), created: now())
        refunds[refund.id] = refund
        await tell("refund.created", refund.told)
        return SandboxAnswer(200, refund.told)
    }

    func movements(_ call: StripeCall) -> SandboxAnswer {
        let from = Double(call.number("created[gte]") ?? 0)
        let to = Double(call.number("created[lt]") ?? .max)
        let taken = intents.all.filter { $0.status == .succeeded }
            .map { ($0.created, $0.movement) }
        let all = (taken + refunds.all.map { ($0.created, $0.movement) })
            .filter { (from..<to).contains($0.0.timeIntervalSince1970.rounded(.down)) }
            .sorted { $0.0 > $1.0 }.map(\.1)
        let after = call.form["starting_after"]
        let start = after.flatMap { after in all.firstIndex { $0["id"]?.text == after } }
        let rest = all.dropFirst(start.map { $0 + 1 } ?? 0)
        let limit = Int(call.number("limit") ?? 10)
        return SandboxAnswer(
            200,
            [
                "object": "list", "url": "/v1/balance_transactions",
                "data": .array(Array(rest.prefix(limit))), "has_more": .bool(rest.count > limit),
            ])
    }

    private func unexpected(_ intent: SandboxIntent, _ what: String) -> SandboxAnswer {
        .stripeError(
            400, "invalid_request_error", code: "payment_intent_unexpected_state",
            """
            This PaymentIntent could not be \(what) because it has a status of \
            \(intent.status.rawValue).
            """,
            intent: intent.told(at: publicURL))
    }
}
