// The page where the payer agrees. It says on its face that there is no money in it.

func sandboxPage(of order: SandboxOrder?, at base: String) -> String {
    guard let order else {
        return sandboxDocument(
            "No such payment", by: "PayPal",
            "<p>The sandbox doesn't know this payment (any more).</p>")
    }
    let total = "\(order.total.value) \(order.total.currency)"
    return sandboxDocument(
        "Pay \(sandboxEscaped(total))", by: "PayPal",
        """
        <p class="number">Order <strong>\(sandboxEscaped(order.invoice ?? order.id))</strong></p>
        <table>
        \(rows(of: order))
        <tr class="total"><th scope="row">Total</th><td>\(sandboxEscaped(total))</td></tr>
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
        <form method="post" action="\(sandboxEscaped(base))/checkoutnow">
        <input type="hidden" name="token" value="\(sandboxEscaped(order.id))">
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
        <tr><th scope="row">\(sandboxEscaped(title))</th>
        <td>\(sandboxEscaped(money.joined(separator: " ")))</td></tr>
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
    return "<p class=\"address\">To: \(sandboxEscaped(lines.joined(separator: ", ")))</p>"
}
