// The operator's page of the access log: who of them looked at whose records.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct AccessPage: Page {
    let lines: [AccessLine]
    /// By account.
    let names: [ID<Account>: String]
    let asked: String

    func title(_ phrases: Phrases) -> String { phrases.personal.accessLog }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let rows = lines.map { line -> HTML in
            """
            <li><span>\(visitor.time(line.looked))</span> \
            <strong>\(names[line.staff] ?? line.staff.text)</strong> <code>\(line.page)</code> \
            <code>\(line.subject)</code> <code>\(line.account?.text ?? "")</code></li>
            """
        }
        return """
            \(ConsoleTop(title: say.accessLog).html(visitor))<p class="lead">\(say.accessText)</p>
            <form class="slim" action="/console/access" method="get">
            <label class="long">\(say.accessOf)
            <input name="of" value="\(asked)" maxlength="60"></label>
            <button class="quiet">\(say.show)</button></form>
            <ul class="rows">\(rows)</ul>
            """
    }
}

extension Reader {
    /// Of an account by its id, or of the one that an order belongs to; all without either.
    func accessLines(about asked: String) throws -> [AccessLine] {
        if asked.isEmpty { return try accessLines() }
        let account = try ID<Account>(asked) ?? order(number: asked)?.account
        return try account.map { try accessLines(of: $0, limit: 200) } ?? []
    }
}

extension Site {
    func showAccess(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let asked = String(visitor.query["of"].uppercased().prefix(60))
        let plain = String(visitor.query["of"].prefix(60))
        let page = try await shop.storage.read { reader in
            let lines = try reader.accessLines(about: plain.hasPrefix("acc_") ? plain : asked)
            let names = try Set(lines.map(\.staff)).reduce(into: [ID<Account>: String]()) {
                $0[$1] = try reader.account($1)?.name
            }
            return AccessPage(lines: lines, names: names, asked: plain)
        }
        return visitor.response(page)
    }
}
