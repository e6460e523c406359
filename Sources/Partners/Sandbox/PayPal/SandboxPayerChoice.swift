// What the payer does on the stand-in's page, and where their browser goes from there.

extension PayPalSandbox {
    func order(_ id: String) -> SandboxOrder? { orders[id] }

    package enum Choice: String, Sendable { case approve, decline, cancel }

    /// What the payer decided; and where the browser goes from here, nil if there is no such order.
    @discardableResult
    package func decide(_ choice: Choice, on id: String) async -> String? {
        guard var order = orders[id] else { return nil }
        if order.isOpen && choice != .cancel {
            order.status = .approved
            order.willBeDeclined = choice == .decline
            order.updated = now()
            orders[id] = order
            await tell(order: order, "CHECKOUT.ORDER.APPROVED")
        }
        let isCancelled = choice == .cancel
        guard
            let url = order.context?[isCancelled ? "cancel_url" : "return_url"]?.text
        else { return "\(order.approveURL(at: publicURL))&done=yes" }
        let mark = url.contains("?") ? "&" : "?"
        let payer = isCancelled ? "" : "&PayerID=\(SandboxPayer.id)"
        return "\(url)\(mark)token=\(id)\(payer)"
    }
}
