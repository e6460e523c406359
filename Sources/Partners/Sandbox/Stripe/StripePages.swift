// The pages of the stand-in for Stripe: where a card is typed in, and where the bank asks. They say
// on their face that there is no money in them.

func cardPage(of session: SandboxSession?, _ intent: SandboxIntent?, at base: String) -> String {
    guard let session, let intent else {
        return sandboxDocument(
            "No such payment", by: "Card", "<p>The sandbox doesn't know this payment.</p>")
    }
    let total = "\(decimal(intent.amount, intent.currency)) \(intent.currency.uppercased())"
    let rows = session.lines.map { line in
        """
        <tr><th scope="row">\(sandboxEscaped(line.name))</th>
        <td>\(decimal(line.total, intent.currency))</td></tr>
        """
    }.joined(separator: "\n")
    let trouble = intent.failure.map {
        "<p class=\"trouble\" role=\"alert\">\(sandboxEscaped($0.message))</p>"
    }
    let isOpen = intent.status == .requiresPaymentMethod && !session.isExpired
    return sandboxDocument(
        "Pay \(sandboxEscaped(total))", by: "Card",
        """
        <table>\(rows)
        <tr class="total"><th scope="row">Total</th><td>\(sandboxEscaped(total))</td></tr></table>
        \(trouble ?? "")
        \(isOpen ? cardForm(session, at: base) : "<p>This payment isn't open any more.</p>")
        """)
}

private func cardForm(_ session: SandboxSession, at base: String) -> String {
    let options = SandboxCard.all.map {
        "<option value=\"\($0.number)\">\($0.number) – \(sandboxEscaped($0.name))</option>"
    }.joined(separator: "\n")
    let cancel = session.cancelURL.map {
        "<p><a href=\"\(sandboxEscaped($0))\">Back to the shop</a></p>"
    }
    return """
        <form method="post" action="\(sandboxEscaped(base))/pay/\(session.id)">
        <label for="card">Test card</label>
        <select id="card" name="card">\(options)</select>
        <button class="main">Pay</button>
        </form>\(cancel ?? "")
        """
}

func bankPage(of intent: SandboxIntent?, at base: String) -> String {
    guard let intent, intent.status == .requiresAction else {
        return sandboxDocument("Nothing to confirm", by: "Card", "<p>The bank asks nothing.</p>")
    }
    let total = "\(decimal(intent.amount, intent.currency)) \(intent.currency.uppercased())"
    return sandboxDocument(
        "Your bank asks", by: "Card",
        """
        <p>Confirm the payment of <strong>\(sandboxEscaped(total))</strong> (3-D Secure).</p>
        <form method="post" action="\(sandboxEscaped(base))/3ds/\(intent.id)">
        <button name="answer" value="yes" class="main">Confirm</button>
        <button name="answer" value="no">Refuse</button>
        </form>
        """)
}

/// As far as a page without money needs it: two decimals, or none for the yen and its like.
private func decimal(_ units: Int64, _ currency: String) -> String {
    guard !["jpy", "krw", "clp", "vnd"].contains(currency) else { return "\(units)" }
    let cents = units % 100
    return "\(units / 100).\(cents < 10 ? "0" : "")\(cents)"
}
