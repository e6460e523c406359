// The page where the payer agrees. It says on its face that there is no money in it.

func sandboxPage(of order: SandboxOrder?, at base: String) -> String {
    guard let order else {
        return document(
            "No such payment", "<p>The sandbox doesn't know this payment (any more).</p>")
    }
    let total = "\(order.total.value) \(order.total.currency)"
    return document(
        "Pay \(escaped(total))",
        """
        <p class="number">Order <strong>\(escaped(order.invoice ?? order.id))</strong></p>
        <table>
        \(rows(of: order))
        <tr class="total"><th scope="row">Total</th><td>\(escaped(total))</td></tr>
        </table>
        \(address(of: order))
        \(choices(of: order, at: base))
        """)
}

private func choices(of order: SandboxOrder, at base: String) -> String {
    guard order.isOpen else {
        return "<p class=\"done\">This payment is \(order.status.rawValue.lowercased()).</p>"
    }
    return """
        <form method="post" action="\(escaped(base))/checkoutnow">
        <input type="hidden" name="token" value="\(escaped(order.id))">
        <button name="choice" value="approve" class="main">Approve</button>
        <button name="choice" value="decline">Decline the card</button>
        <button name="choice" value="cancel">Cancel</button>
        </form>
        """
}

private func rows(of order: SandboxOrder) -> String {
    let items = (order.unit["items"]?.list ?? []).map { item in
        let (count, each) = (item["quantity"]?.text ?? "1", item["unit_amount"])
        return row("\(count) × \(item["name"]?.text ?? "")", sum(each, times: count))
    }
    let breakdown = order.unit["amount"]?["breakdown"]
    let parts = [
        ("shipping", "Shipping"), ("handling", "Handling (duty and import fees)"),
        ("tax_total", "Tax"), ("insurance", "Insurance"), ("discount", "Discount"),
    ].compactMap { name, title in breakdown?[name].map { row(title, $0) } }
    return (items + parts).joined(separator: "\n")
}

/// What the line costs. The order was checked when it came: its numbers are numbers.
private func sum(_ each: JSON?, times count: String) -> JSON? {
    guard let currency = each?["currency_code"]?.text, let value = each?["value"]?.text,
        let price = try? SandboxAmount(currency: currency, value: value), let count = Int64(count)
    else { return each }
    return SandboxAmount(currency: currency, units: price.units * count).json
}

private func row(_ title: String, _ amount: JSON?) -> String {
    let money = [amount?["value"]?.text, amount?["currency_code"]?.text].compactMap { $0 }
    return """
        <tr><th scope="row">\(escaped(title))</th>
        <td>\(escaped(money.joined(separator: " ")))</td></tr>
        """
}

private func address(of order: SandboxOrder) -> String {
    guard let shipping = order.unit["shipping"] else { return "" }
    let address = shipping["address"]
    let lines = [
        shipping["name"]?["full_name"], address?["address_line_1"], address?["address_line_2"],
        address?["postal_code"], address?["admin_area_2"], address?["admin_area_1"],
        address?["country_code"],
    ].compactMap { $0?.text }.filter { !$0.isEmpty }
    return "<p class=\"address\">To: \(escaped(lines.joined(separator: ", ")))</p>"
}

private func escaped(_ text: String) -> String {
    var written = ""
    for character in text.unicodeScalars {
        switch character {
        case "&": written += "&amp;"
        case "<": written += "&lt;"
        case ">": written += "&gt;"
        case "\"": written += "&quot;"
        case "'": written += "&#39;"
        default: written.unicodeScalars.append(character)
        }
    }
    return written
}

private func document(_ title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>\(title) - PayPal sandbox</title>
    <style>
    :root { color-scheme: light dark; }
    body {
      font: 1rem/1.5 system-ui, sans-serif;
      max-width: 32rem; margin: 2rem auto; padding: 0 1rem;
    }
    .banner {
      border: 2px dashed #b45309; border-radius: .5rem;
      padding: .5rem 1rem; font-weight: 600;
    }
    table { width: 100%; border-collapse: collapse; }
    th { text-align: left; font-weight: 400; }
    td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    th, td { padding: .4rem 0; border-bottom: 1px solid #8886; vertical-align: top; }
    .total th, .total td { font-weight: 700; border-bottom: 0; }
    .address { font-size: .9rem; }
    form { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
    button {
      font: inherit; padding: .7rem 1.2rem; border-radius: .5rem; border: 1px solid currentColor;
      background: transparent; color: inherit; cursor: pointer;
    }
    .main { background: #0a4fb0; border-color: #0a4fb0; color: #fff; flex: 1 0 100%; }
    </style>
    </head>
    <body>
    <p class="banner">PayPal sandbox of this shop - no real money</p>
    <main>
    <h1>\(title)</h1>
    \(body)
    </main>
    </body>
    </html>
    """
}
