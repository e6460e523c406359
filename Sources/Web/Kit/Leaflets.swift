// Leaflets: pages that are the same for every guest who reads one language and buys in one country.
// In a rush each is made once a second, whoever asks; only the server's clock in it is everybody's
// own, since their countdowns go by it.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop

struct Leaflet: Sendable {
    private let language: Language
    private let untilClock: ByteBuffer
    private let afterClock: ByteBuffer

    /// What nobody in particular sees of a page: a form in it would carry nobody's seal.
    init(_ page: any Page, for visitor: Visitor) {
        let text = visitor.markup(page).text
        guard let clock = text.firstRange(of: Frame.clock(visitor)) else {
            preconditionFailure("a page has no clock")
        }
        language = visitor.language
        untilClock = ByteBuffer(substring: text[..<clock.lowerBound])
        afterClock = ByteBuffer(substring: text[clock.upperBound...])
    }

    func response(for visitor: Visitor) -> Response {
        let clock = Frame.clock(visitor)
        var bytes = ByteBuffer()
        bytes.reserveCapacity(
            untilClock.readableBytes + clock.utf8.count + afterClock.readableBytes)
        bytes.writeImmutableBuffer(untilClock)
        bytes.writeString(clock)
        bytes.writeImmutableBuffer(afterClock)
        return Response(page: bytes, in: language)
    }
}

final class Leaflets: Sendable {
    private struct Key: Hashable, Sendable {
        let path: String
        let language: Language
        let market: Country
        let outside: Country?
        /// Of what is shown: a change on this node is seen at once.
        let edition: Int
        /// Of the rules.
        let version: String
    }

    private let leaflets: Lately<Key, Leaflet>

    init(clock: any Timepiece) { leaflets = Lately(clock: clock) }

    /// Throws what `page` throws.
    func leaflet(
        for visitor: Visitor, _ page: @escaping @Sendable (Visitor) async throws -> any Page
    ) async throws -> Leaflet {
        let key = Key(
            path: visitor.location, language: visitor.language, market: visitor.market.country,
            outside: visitor.outside, edition: visitor.shop.shownEdition,
            version: visitor.rules.version)
        if let leaflet = leaflets.atHand(key) { return leaflet }
        let nobody = visitor.asNobody
        return try await leaflets.value(key) { _ in Leaflet(try await page(nobody), for: nobody) }
    }
}

extension Site {
    /// A page that guests share. Whoever is logged in, or asks in their own words, has their own.
    func showing(
        _ page: @escaping @Sendable (Visitor) async throws -> any Page
    ) -> @Sendable (Request, Visit) async throws -> Response {
        looking { visitor in
            guard visitor.account == nil, !visitor.location.utf8.contains(UInt8(ascii: "?"))
            else {
                return visitor.response(try await page(visitor))
            }
            return try await leaflets.leaflet(for: visitor, page).response(for: visitor)
        }
    }
}
