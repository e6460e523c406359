// One's own data: to take it with one, to see how long what is kept and who looked, and to have the
// account erased.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct RecordsPage: Page {
    let plan: ErasurePlan
    let looks: [AccessLine]
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.personal.yourRecords }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        return AccountFrame(
            here: .records, title: say.yourRecords,
            main: """
                \(visitor.trouble(refusal))
                <section><h2>\(say.exportTitle)</h2><p>\(say.exportText)</p>
                <form method="post" action="/account/export">\(visitor.sealed)
                <button class="quiet">\(say.exportButton)</button></form></section>
                <section><h2>\(say.retentionTitle)</h2>
                \(RetentionPart(rules: visitor.market.retention).html(visitor))</section>
                <section><h2>\(say.looksTitle)</h2>\(seen(visitor))</section>
                <section><h2>\(say.eraseTitle)</h2>\(erasing(visitor))</section>
                """
        ).html(visitor)
    }

    private func seen(_ visitor: Visitor) -> HTML {
        guard !looks.isEmpty else { return "<p>\(visitor.phrases.personal.noLooks)</p>" }
        let items = looks.map { look -> HTML in
            """
            <li><span>\(visitor.time(look.looked))</span> <code>\(look.subject)</code> \
            <code>\(look.page)</code></li>
            """
        }
        return "<ul class=\"rows\">\(items)</ul>"
    }

    private func erasing(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let kept = plan.kept.map { books -> HTML in
            let text =
                books.until.map { say.keptUntil(books.number, visitor.formats.day($0)) }
                ?? say.kept(books.number)
            return "<li>\(text)</li>"
        }
        let open = plan.open.map { number in
            visitor.phrases.refusals.told(.stillOpen(number: number), .zero)
        }
        let password = Input(
            type: "password", label: say.currentPassword, autocomplete: "current-password",
            isSecret: true)
        let form: HTML = """
            <details\(" open", if: refusal != nil)><summary>\(say.eraseButton)</summary>
            <form method="post" action="/account/erase">\(visitor.sealed)
            \(visitor.field(.password, password, in: .empty, refusal: refusal))
            <button>\(say.eraseButton)</button></form></details>
            """
        return """
            <p>\(say.eraseText)</p>
            \(kept.isEmpty ? "<p>\(say.eraseKeptNothing)</p>" as HTML : "<p>\(say.eraseKept)</p><ul>\(kept)</ul>")
            \(plan.guaranteed > 0 ? visitor.notice(say.eraseLosesWarranty, "wait") : nil)
            \(open.map { visitor.notice("\($0.what) \($0.remedy)", "wait") } ?? form)
            """
    }
}

/// How long what is kept in a market, and why.
struct RetentionPart {
    let rules: [RetentionRule]

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let rows = rules.map { rule -> HTML in
            """
            <div><dt>\(say.retention(rule.subject))</dt>\
            <dd>\(say.months(rule.months)), \(say.basis(rule.basis))</dd></div>
            """
        }
        return "<dl class=\"facts lines\">\(rows)</dl>"
    }
}

struct ErasedPage: Page {
    func title(_ phrases: Phrases) -> String { phrases.personal.erasedTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        return """
            <div class="narrow"><h1>\(say.erasedTitle)</h1>
            <p class="lead">\(say.erasedText)</p>
            <p><a class="button" href="/">\(visitor.phrases.site.toStart)</a></p></div>
            """
    }
}

extension Site {
    func showRecords(_ visitor: Visitor) async throws -> Response {
        try await records(visitor, refusal: nil)
    }

    private func records(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        let person = try visitor.person()
        let plan = try await shop.erasurePlan(of: person)
        let looks = try await shop.storage.read { try $0.accessLines(of: person.id) }
        return visitor.response(
            RecordsPage(plan: plan, looks: looks, refusal: refusal),
            status: refusal?.status ?? .ok)
    }

    func sendExport(_ visitor: Visitor) async throws -> Response {
        do {
            return .export(try await shop.exportAccount(try visitor.person()))
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return try await records(visitor, refusal: refusal)
        }
    }

    func eraseAccount(_ visitor: Visitor) async throws -> Response {
        do {
            try await shop.erase(try visitor.person(), password: visitor.form[.password])
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return try await records(visitor, refusal: refusal)
        }
        var response = Response.redirect(to: "/erased", type: .normal)
        response.setCookie(forgetting(cookieNames.session))
        return response
    }

    func showErased(_ visitor: Visitor) async throws -> Response { visitor.response(ErasedPage()) }
}

extension Response {
    static func export(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/json",
                .contentDisposition: "attachment; filename=\"account.json\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
