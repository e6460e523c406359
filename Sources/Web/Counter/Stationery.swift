// What the counter's answers are written on: the same headers and the same texts as the router's,
// with whatever doesn't change written once.

import HTTPTypes
import Languages
import NIOCore
import NIOHTTP1
import Rules
import Shop
import Synchronization

struct CounterAnswer: Sendable {
    let status: HTTPResponseStatus
    let headers: HTTPHeaders
    let body: ByteBuffer
}

final class Stationery: Sendable {
    /// A refusal's text before and after the name of the request.
    fileprivate struct Form {
        let before: ByteBuffer
        let after: ByteBuffer
    }

    fileprivate struct FormName: Hashable {
        let refusal: Refusal
        let language: Language
    }

    private struct Written {
        var forms: [FormName: Form] = [:]
        var second: Int64 = 0
        var date = ""
        var requests = 0
    }

    private static let mostForms = 256
    private static let placeholder = "the-name-of-the-request"

    private let clock: any Timepiece
    private let protection: [(String, String)]
    private let prefix: String
    private let written = Mutex(Written())

    init(site: Site) {
        clock = site.shop.clock
        protection = site.protection.map { ($0.0.canonicalName, $0.1) }
        prefix = hex(site.shop.chance.bytes(8))
    }

    func document(_ document: Document, isKnown: Bool) -> CounterAnswer {
        var own: [(String, String)] = []
        for field in document.headers where !isKnown || field.name != .contentType {
            own.append((field.name.canonicalName, field.value))
        }
        own.append(("Onsale-Time", String(clock.now().milliseconds)))
        return answer(
            isKnown ? .notModified : .ok, own, isKnown ? ByteBuffer() : document.body,
            hasBody: !isKnown)
    }

    func reserved(_ reserved: Reserved) -> CounterAnswer {
        answer(
            .created, [("Content-Type", "application/json")],
            ByteBuffer(string: ReservationValue(reserved).text))
    }

    func refused(_ refusal: Refusal, _ tongue: String) -> CounterAnswer {
        let language = Tongue.language(in: tongue) ?? .americanEnglish
        let (form, name) = form(FormName(refusal: refusal, language: language))
        var body = form.before
        body.writeString(name)
        body.writeImmutableBuffer(form.after)
        var own = [("Content-Type", "application/problem+json")]
        if let wait = refusal.retryAfter {
            own.append(("Retry-After", String(max(1, wait.secondsUp))))
        }
        return answer(HTTPResponseStatus(statusCode: refusal.status.code), own, body)
    }

    private func form(_ name: FormName) -> (Form, request: String) {
        let (known, number) = written.withLock { written in
            written.requests += 1
            return (written.forms[name], written.requests)
        }
        let request = "\(prefix)\(number)"
        if let known { return (known, request) }
        let form = Form(name, around: Self.placeholder)
        written.withLock { written in
            if written.forms.count >= Self.mostForms { written.forms.removeAll() }
            written.forms[name] = form
        }
        return (form, request)
    }

    private func answer(
        _ status: HTTPResponseStatus, _ own: [(String, String)], _ body: ByteBuffer,
        hasBody: Bool = true
    ) -> CounterAnswer {
        var headers = HTTPHeaders(own)
        for (name, value) in protection where !headers.contains(name: name) {
            headers.add(name: name, value: value)
        }
        headers.add(name: "Date", value: date())
        if hasBody { headers.add(name: "Content-Length", value: String(body.readableBytes)) }
        return CounterAnswer(status: status, headers: headers, body: body)
    }

    /// As HTTP writes it, which changes once a second.
    private func date() -> String {
        let second = clock.now().milliseconds / 1000
        return written.withLock { written in
            if written.second != second {
                written.second = second
                written.date = Stamp.http(Moment(milliseconds: second * 1000))
            }
            return written.date
        }
    }
}

extension Stationery.Form {
    fileprivate init(_ name: Stationery.FormName, around placeholder: String) {
        let problem = Problem(
            name.refusal, status: name.refusal.status, request: placeholder,
            language: name.language)
        // What we encode ourselves can't fail to be encoded.
        let text = String(buffer: try! JSON.encode(problem))
        let halves = text.split(separator: placeholder, maxSplits: 1)
        before = ByteBuffer(string: String(halves[0]))
        after = ByteBuffer(string: String(halves[1]))
    }
}
