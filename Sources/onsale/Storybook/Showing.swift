// One look at a scene: its person is logged in, and its page is asked for; or its form is filled in
// and sent, as a browser would.

import Foundation
import Hummingbird
import NIOCore
import Rehearsal
import Rules
import Synchronization
import Web

struct Showing: Sendable {
    let scene: Scene
    let performance: Theatre.Performance
    /// Where a scene must not meet what earlier ones left: `{visit}`, and the visitor's address.
    let number: Int
    let language: Language

    /// A guest's secret, as long as those that the site makes.
    private static let guest = String(repeating: "0", count: 32)

    func answer(_ visit: Visit) async throws -> Response {
        var cookies = [("guest", Self.guest), ("market", performance.tableau.market.code)]
        if let role = scene.role {
            cookies.append(("session", try await performance.tableau.token(of: role)))
        } else {
            cookies.append(("session", "nobody"))
        }
        var response: Response
        if let sent = scene.sent {
            response = try await send(sent, cookies, visit)
        } else {
            response = .redirect(to: address(scene.address), type: .normal)
        }
        for (name, value) in cookies {
            response.setCookie(Cookie(name: name, value: value, path: "/"))
        }
        return response
    }

    /// With the seal that stands in the page, and its key or, where it has none, a fresh one.
    private func send(
        _ sent: Scene.Sent, _ cookies: [(String, String)], _ visit: Visit
    ) async throws -> Response {
        let page = try await text(
            of: ask(.get, address(scene.address), cookies, nil, visit))
        var fields = sent.fields.mapValues(resolved)
        fields["seal"] = value(of: "seal", in: page)
        fields["key"] = value(of: "key", in: page) ?? "storybook-\(number)"
        let hasFiles = page.contains("action=\"\(resolved(sent.action))\" enctype=")
        return try await ask(
            .post, address(sent.action), cookies,
            hasFiles ? .withFiles(fields) : .plain(fields), visit)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ address: String, _ cookies: [(String, String)],
        _ body: Body?, _ visit: Visit
    ) async throws -> Response {
        var headers: HTTPFields = [
            .cookie: cookies.map { "\($0.0)=\($0.1)" }.joined(separator: "; "),
            .init("X-Forwarded-For")!: "192.0.\(number / 250 % 250).\(number % 250 + 1)",
        ]
        headers[.contentType] = body?.type
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: nil, path: address, headerFields: headers
            ),
            body: .init(buffer: ByteBuffer(string: body?.text ?? "")))
        return try await performance.responder.respond(to: request, context: visit)
    }

    private func address(_ pattern: String) -> String {
        let address = resolved(pattern)
        return address + (address.contains("?") ? "&" : "?") + "language=\(language.rawValue)"
    }

    private func resolved(_ text: String) -> String {
        performance.tableau.resolved(text).replacing("{visit}", with: "\(number)")
    }

    private func value(of name: String, in page: String) -> String? {
        page.range(of: "name=\"\(name)\" value=\"").map { found in
            String(page[found.upperBound...].prefix { $0 != "\"" })
        }
    }

    private func text(of response: Response) async throws -> String {
        let paper = Paper()
        try await response.body.write(paper)
        return paper.text.withLock { String(buffer: $0) }
    }
}

/// A form as browsers send it.
private struct Body {
    let type: String
    let text: String

    static func plain(_ fields: [String: String]) -> Body {
        let parts = fields.sorted { $0.key < $1.key }
            .map { "\(formEncoded($0.key))=\(formEncoded($0.value))" }
        return Body(type: "application/x-www-form-urlencoded", text: parts.joined(separator: "&"))
    }

    /// One that takes files, and is sent without any.
    static func withFiles(_ fields: [String: String]) -> Body {
        let parts = fields.sorted { $0.key < $1.key }.map {
            "--edge\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        return Body(
            type: "multipart/form-data; boundary=edge", text: parts.joined() + "--edge--\r\n")
    }
}

/// What a response writes.
private final class Paper: ResponseBodyWriter, Sendable {
    let text = Mutex(ByteBuffer())

    func write(_ buffer: ByteBuffer) { text.withLock { _ = $0.writeImmutableBuffer(buffer) } }
    func finish(_ trailing: HTTPFields?) {}
}

private func formEncoded(_ text: String) -> String {
    text.utf8.map { byte in
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(Unicode.Scalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
        }
    }.joined()
}
