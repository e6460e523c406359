// What a demo prints once it serves: where to go, and as whom.

/// `opensIn` is nil where an earlier demo goes on.
func demoLinks(shop: String, mail: String, opensIn: Int?) -> String {
    let start =
        opensIn.map { "The sale opens in \($0) seconds, its second round ten minutes later." }
        ?? "An earlier demo goes on."
    let links = [
        ("the sale", "\(shop)/sales/first-western-sale"),
        ("log in", "\(shop)/login"),
        ("sign up", "\(shop)/signup"),
        ("the console", "\(shop)/console"),
        ("letters", "\(mail)/"),
    ]
    let people = DemoPerson.all.map { ($0.mail, "\($0.role), password “\(DemoPerson.password)”") }
    return """

        \(start)

        \(columns(links))

        \(columns(people))

        PayPal, the cards and a carrier are played by a sandbox: nothing moves. Ctrl-C ends it all.

        """
}

private func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
        "  \(left)\(String(repeating: " ", count: width - left.count + 2))\(right)"
    }
    .joined(separator: "\n")
}
