// What the stand-in does when it is asked: give a token, take an order, take the money, give it
// back.

import Foundation

extension PayPalSandbox {
    func token(_ call: SandboxCall) -> SandboxAnswer {
        guard call.basic?.id == Self.clientID, call.basic?.secret == Self.secret else {
            return SandboxAnswer(
                401,
                [
                    "error": "invalid_client",
                    "error_description": "Client Authentication failed",
                ])
        }
        guard call.form["grant_type"] == "client_credentials" else {
            return SandboxAnswer(
                400,
                [
                    "error": "unsupported_grant_type",
                    "error_description": "Grant Type is NULL or not supported",
                ])
        }
        let token = "A21AA" + name(40)
        tokens[token] = now().addingTimeInterval(Double(tokenSeconds))
        return SandboxAnswer(
            200,
            [
                "access_token": .string(token), "token_type": "Bearer",
                "app_id": "APP-80W284485P519543T",
                "expires_in": .number(Double(tokenSeconds)),
                "scope": "https://uri.paypal.com/services/payments/payment",
            ])
    }

    func create(_ call: SandboxCall) -> SandboxAnswer {
        let body = call.body ?? .null
        if body["payment_source"] != nil && call.requestID == nil {
            return error(400, [SandboxIssue("PAYPAL_REQUEST_ID_REQUIRED")])
        }
        let check = SandboxOrderCheck(body)
        if !check.malformed.isEmpty { return error(400, check.malformed) }
        guard check.impossible.isEmpty, let total = check.total,
            let unit = body["purchase_units"]?.list?.first
        else { return error(422, check.impossible) }
        if let invoice = unit["invoice_id"]?.text, paidInvoices[invoice] != nil {
            return error(
                422,
                [
                    SandboxIssue(
                        "DUPLICATE_INVOICE_ID",
                        "/purchase_units/@reference_id=='default'/invoice_id", value: invoice)
                ])
        }
        let source = body["payment_source"]?["paypal"]
        let order = SandboxOrder(
            id: name(17), unit: unit, total: total, context: source?["experience_context"],
            created: now(), updated: now(),
            status: source == nil ? .created : .payerActionRequired)
        orders[order.id] = order
        remember(call, order.id)
        return SandboxAnswer(source == nil ? 201 : 200, tell(order, call))
    }

    func capture(_ call: SandboxCall, pending: String?) -> SandboxAnswer {
        guard var order = orders[call.id] else { return missing }
        switch order.status {
        case .completed: return error(422, [SandboxIssue("ORDER_ALREADY_CAPTURED")])
        case .voided: return missing
        case .created, .payerActionRequired:
            return error(
                422, [SandboxIssue("ORDER_NOT_APPROVED")],
                redirect: order.approveURL(at: publicURL))
        case .approved: break
        }
        if let invoice = order.invoice, paidInvoices[invoice] != nil {
            return error(
                422, [SandboxIssue("DUPLICATE_INVOICE_ID", "/purchase_units/0/invoice_id")])
        }
        order.updated = now()
        if order.willBeDeclined {
            // The payer may go back and agree with another card.
            order.willBeDeclined = false
            order.status = order.context == nil ? .created : .payerActionRequired
            orders[order.id] = order
            return error(
                422, [SandboxIssue("INSTRUMENT_DECLINED")],
                redirect: order.approveURL(at: publicURL))
        }
        let capture = SandboxCapture(
            id: name(17), order: order.id, amount: order.total, invoice: order.invoice,
            custom: order.unit["custom_id"]?.text, created: now(), updated: now(),
            pendingReason: pending)
        captures[capture.id] = capture
        order.capture = capture.id
        order.status = .completed
        orders[order.id] = order
        if let invoice = order.invoice { paidInvoices[invoice] = order.id }
        remember(call, order.id)
        return SandboxAnswer(201, tell(order, call))
    }

    func refund(_ call: SandboxCall) -> SandboxAnswer {
        guard var capture = captures[call.id] else { return missing }
        let body = call.body ?? .null
        let check = SandboxRefundCheck(body, of: capture)
        if !check.malformed.isEmpty { return error(400, check.malformed) }
        guard let amount = check.amount else { return error(422, check.impossible) }
        capture.refunded += amount.units
        capture.refunds += 1
        capture.updated = now()
        captures[capture.id] = capture
        let refund = SandboxRefund(
            id: name(17), capture: capture.id, amount: amount,
            totalRefunded: SandboxAmount(currency: amount.currency, units: capture.refunded),
            custom: body["custom_id"]?.text, invoice: body["invoice_id"]?.text ?? capture.invoice,
            note: body["note_to_payer"]?.text, created: now())
        refunds[refund.id] = refund
        remember(call, refund.id)
        return SandboxAnswer(201, refund.told(at: publicURL))
    }
}
