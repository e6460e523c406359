// What the counter's answers are written on: the same headers and the same texts as the router's,
// with whatever doesn't change written once.

import HTTPTypes
import Languages
import NIOCore
import NIOHTTP1
import Rules
import Shop
import Synchronization

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
        var lastExpiry: (moment: Moment, text: String)?
    }

    private static let mostForms = 256
    private static let placeholder = "the-name-of-the-request"

    private let clock: any Timepiece
    /// The headers that everything has, as they go out.
    private let protection: String
    /// Without what a document says for itself.
    private let protectionOfDocuments: String
    private let prefix: String
    private let written = Mutex(Written())

    init(site: Site) {
        clock = site.shop.clock
        protection = lines(site.protection)
        protectionOfDocuments = lines(site.protection.filter { !Document.names.contains($0.0) })
        prefix = hex(site.shop.chance.bytes(8))
    }

    func document(_ document: Document, isKnown: Bool) -> ByteBuffer {
        let own = document.lines + "Onsale-Time: \(clock.now().milliseconds)\r\n"
        return isKnown
            ? answer(.notModified, own, nil, protection: protectionOfDocuments)
            : answer(
                .ok, "Content-Type: application/json\r\n" + own, document.body,
                protection: protectionOfDocuments)
    }

    func reserved(_ reserved: Reserved) -> ByteBuffer {
        let value = ReservationValue(reserved, expires: stamp(reserved.expires))
        return answer(
            .created, "Content-Type: application/json\r\n", ByteBuffer(string: value.text),
            protection: protection)
    }

    /// A whole batch runs out at the same moment.
    private func stamp(_ expiry: Moment) -> String {
        if let last = written.withLock({ $0.lastExpiry }), last.moment == expiry {
            return last.text
        }
        let text = Stamp.utc(expiry)
        written.withLock { $0.lastExpiry = (expiry, text) }
        return text
    }

    func refused(_ refusal: Refusal, _ tongue: String) -> ByteBuffer {
        let language = Tongue.language(in: tongue) ?? .americanEnglish
        let (form, name) = form(FormName(refusal: refusal, language: language))
        var body = form.before
        body.writeString(name)
        body.writeImmutableBuffer(form.after)
        var own = "Content-Type: application/problem+json\r\n"
        if let wait = refusal.retryAfter {
            own += "Retry-After: \(max(1, wait.secondsUp))\r\n"
        }
        return answer(
            HTTPResponseStatus(statusCode: refusal.status.code), own, body, protection: protection)
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

    /// A whole answer in bytes; without a body where a status has none.
    private func answer(
        _ status: HTTPResponseStatus, _ own: String, _ body: ByteBuffer?, protection: String
    ) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(
            own.utf8.count + protection.utf8.count + 160 + (body?.readableBytes ?? 0))
        bytes.writeString("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        bytes.writeString(own)
        bytes.writeString(protection)
        bytes.writeString("Date: \(date())\r\n")
        if let body { bytes.writeString("Content-Length: \(body.readableBytes)\r\n") }
        bytes.writeStaticString("\r\n")
        if let body { bytes.writeImmutableBuffer(body) }
        return bytes
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

private func lines(_ headers: [(HTTPField.Name, String)]) -> String {
    headers.map { "\($0.0.canonicalName): \($0.1)\r\n" }.joined()
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
