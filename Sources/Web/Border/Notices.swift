// The law's notices, and the official forms that must be shown as they were drawn.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop

struct NoticesPart {
    let kinds: [LegalNotice.Kind]

    func html(_ visitor: Visitor) -> HTML {
        let notices = kinds.flatMap { visitor.market.notices($0, on: visitor.today) }
        return """
            <section class="notices">\(notices.map { notice($0, visitor) })</section>
            """
    }

    private func notice(_ notice: LegalNotice, _ visitor: Visitor) -> HTML {
        let text = notice.text(for: visitor)
        let name = visitor.market.spoken(notice.picture, in: visitor.language)
        let picture = name.flatMap { visitor.rules.pictures[$0] == nil ? nil : $0 }
        return """
            <p data-notice="\(notice.kind.rawValue)">\(text)</p>\(picture.map { name -> HTML in
                """
                <p><img src="/notices/\(name)" alt="\(visitor.phrases.border.officialNotice)\(visitor.formats.colon)\(text)"></p>
                """
            })
            """
    }
}

extension Site {
    /// A drawing that an operator put there is still only a drawing: it may load and run nothing.
    func picture(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let name = visit.parameters.get("name"),
            let picture = shop.rulebook.current.pictures[name]
        else { throw Refusal.notFound }
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/svg+xml", .cacheControl: "public, max-age=300",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            ], body: .init(byteBuffer: ByteBuffer(string: picture)))
    }
}
