// A stand-in for PayPal: its Orders v2 and Payments v2 as a real HTTP server, with a page where the
// payer agrees, faults to order, and no money. For the demo, for rehearsals and for tests.
//
// It keeps to PayPal's published specification; where that says nothing, it is the stricter of two
// guesses, because a stand-in that forgives teaches nothing. It has not been compared with PayPal's
// own sandbox.

package import Foundation

package actor PayPalSandbox {
    /// The account of the demo. Not a secret, whatever it is called.
    package static let clientID = "onsale-demo"
    package static let secret = "no-real-money"

    /// Where the shop and the payer's browser find it, the path of its routes included.
    private(set) var publicURL: String
    private let now: @Sendable () -> Date
    private let tokenSeconds: Int

    private var orders: Kept<SandboxOrder>
    private var captures: Kept<SandboxCapture>
    private var refunds: Kept<SandboxRefund>
    private var requests: Kept<Remembered>
    private var tokens: Kept<Date>
    /// Order numbers that were paid for; each is paid once.
    private var paidInvoices: Kept<String>
    private var inProgress: Set<String> = []
    private var faults = SandboxFaults()
    private var calls: [PayPalOperation: Int] = [:]
    private var serial: UInt64 = 0

    /// - Parameter most: so many orders are kept, the oldest are forgotten first.
    package init(
        publicURL: String, most: Int = 100_000, tokenSeconds: Int = 32_400,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.publicURL = publicURL
        self.now = now
        self.tokenSeconds = tokenSeconds
        orders = Kept(most: most)
        captures = Kept(most: most)
        refunds = Kept(most: most)
        requests = Kept(most: 3 * most)
        paidInvoices = Kept(most: most)
        tokens = Kept(most: 1000)
    }

    /// For a server that learns its port when it starts.
    package func move(to publicURL: String) { self.publicURL = publicURL }

    // MARK: For tests and rehearsals

    /// The next calls of this kind meet these faults, one each.
    package func script(_ faults: [PayPalFault], for operation: PayPalOperation) {
        self.faults.append(faults, to: operation)
    }

    package func count(of operation: PayPalOperation) -> Int { calls[operation] ?? 0 }

    /// Every capture that took money, in all the sandbox.
    package var capturedOrders: Int { captures.all.count { !$0.isDeclined } }

    /// As when PayPal turns its keys over: the next call is a 401.
    package func forgetTokens() { tokens = Kept(most: 1000) }

    /// A pending capture clears, or fails after all.
    package func settlePending(order: String, asPaid isPaid: Bool) {
        guard let id = orders[order]?.capture, captures[id]?.pendingReason != nil else { return }
        captures[id]!.pendingReason = nil
        captures[id]!.isDeclined = !isPaid
        captures[id]!.updated = now()
    }

    // MARK: The payer's page

    func order(_ id: String) -> SandboxOrder? { orders[id] }

    package enum Choice: String, Sendable { case approve, decline, cancel }

    /// What the payer decided; and where the browser goes from here, nil if there is no such order.
    @discardableResult
    package func decide(_ choice: Choice, on id: String) -> String? {
        guard var order = orders[id] else { return nil }
        if order.isOpen && choice != .cancel {
            order.status = .approved
            order.willBeDeclined = choice == .decline
            order.updated = now()
            orders[id] = order
        }
        let isCancelled = choice == .cancel
        guard
            let url = order.context?[isCancelled ? "cancel_url" : "return_url"]?.text
        else { return "\(order.approveURL(at: publicURL))&done=yes" }
        let mark = url.contains("?") ? "&" : "?"
        let payer = isCancelled ? "" : "&PayerID=\(SandboxPayer.id)"
        return "\(url)\(mark)token=\(id)\(payer)"
    }

    // MARK: Calls

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
            answer.headers["Retry-After"] = "1"
            return .whole(answer)
        case .failBefore: return .whole(error(500))
        case .refuse(let issue):
            if issue == "INTERNAL_SERVER_ERROR" { return .whole(error(500)) }
            let status = syntaxIssues.contains(issue) ? 400 : 422
            return .whole(error(status, [SandboxIssue(issue)]))
        case .delay(let duration): try await Task.sleep(for: duration)
        default: break
        }
        let answer = perform(
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

    private func perform(_ call: SandboxCall, pending: String?) -> SandboxAnswer {
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
        case .token: preconditionFailure("answered above")
        case .create: return create(call)
        case .readOrder:
            return orders[call.id].map { SandboxAnswer(200, told($0)) } ?? missing
        case .capture: return capture(call, pending: pending)
        case .readCapture:
            return captures[call.id].map { SandboxAnswer(200, $0.told(at: publicURL)) } ?? missing
        case .refund: return refund(call)
        case .readRefund:
            return refunds[call.id].map { SandboxAnswer(200, $0.told(at: publicURL)) } ?? missing
        }
    }

    private func token(_ call: SandboxCall) -> SandboxAnswer {
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

    private func create(_ call: SandboxCall) -> SandboxAnswer {
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

    private func capture(_ call: SandboxCall, pending: String?) -> SandboxAnswer {
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

    private func refund(_ call: SandboxCall) -> SandboxAnswer {
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

    // MARK: Asked again

    /// What was done under a request id, and until when PayPal knows of it.
    private struct Remembered: Sendable {
        let path: String
        let body: JSON?
        let made: String
        let until: Date
    }

    private func remember(_ call: SandboxCall, _ made: String) {
        guard let id = call.requestID else { return }
        // Orders: six hours; payments: forty-five days.
        let hours = call.operation == .refund ? 45.0 * 24 : 6
        requests["\(call.operation) \(id)"] = Remembered(
            path: call.id, body: call.body, made: made,
            until: now().addingTimeInterval(hours * 3600))
    }

    /// Asked again under the same name, PayPal tells the latest of what it did the first time, as a
    /// 200. Something else under the same name is refused; the specification says nothing of it.
    private func replay(_ call: SandboxCall) -> SandboxAnswer? {
        guard call.isPost, let id = call.requestID, let known = requests["\(call.operation) \(id)"],
            known.until > now()
        else { return nil }
        guard known.path == call.id, known.body == call.body else {
            return error(422, [SandboxIssue("DUPLICATE_REQUEST_ID")])
        }
        if call.operation == .refund {
            return refunds[known.made].map { SandboxAnswer(200, $0.told(at: publicURL)) } ?? missing
        }
        return orders[known.made].map { SandboxAnswer(200, tell($0, call)) } ?? missing
    }

    // MARK: Telling

    private func told(_ order: SandboxOrder) -> JSON {
        order.told(at: publicURL, order.capture.flatMap { captures[$0] })
    }

    private func tell(_ order: SandboxOrder, _ call: SandboxCall) -> JSON {
        call.wantsAll ? told(order) : order.toldBriefly(at: publicURL)
    }

    private var missing: SandboxAnswer { error(404, [SandboxIssue("INVALID_RESOURCE_ID")]) }

    private func error(
        _ status: Int, _ issues: [SandboxIssue] = [], redirect: String? = nil
    ) -> SandboxAnswer {
        serial += 1
        return .error(status, issues, debugID: "sandbox\(serial)", redirect: redirect)
    }

    /// Letters and digits as PayPal's names have them, without those that are misread.
    private func name(_ length: Int) -> String {
        let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        return String((0..<length).map { _ in letters.randomElement()! })
    }
}
