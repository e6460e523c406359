// The clerk at the counter knows two requests at sight and has what it takes to answer them in
// memory, or can have it looked up together with others'.

import HTTPTypes
import Languages
import NIOCore
import NIOHTTP1
import Rules
import Shop
import Synchronization

final class Clerk: Sendable {
    enum Errand: Sendable {
        case reserve(Reserving)
        case document(Boards.Posted, known: Bool)
    }

    struct Reserving: Sendable {
        let round: ID<Round>
        let token: String
        let key: String
        /// Where it comes from.
        let address: String
        /// What the caller says of their languages.
        let tongue: String
    }

    /// In a rush everybody sends one of a few bodies: each is read once.
    private static let mostBodies = 256

    let trays = AnswerTrays()
    private let site: Site
    private let stationery: Stationery
    private let bodies = Mutex<[ByteBuffer: ReservationWanted]>([:])

    init(site: Site) {
        self.site = site
        stationery = Stationery(site: site)
    }

    /// Nil for whatever is the router's: other addresses, and everything unusual.
    func errand(of head: HTTPRequestHead, from peer: String?) -> Errand? {
        guard let asked = RoundAddress(head.uri), head.version == .http1_1, head.isKeepAlive,
            !head.headers.contains(name: "transfer-encoding"),
            !head.headers.contains(name: "expect")
        else { return nil }
        switch (head.method, asked.rest) {
        case (.POST, "/reservations"): return reserving(asked.round, head.headers, from: peer)
        case (.GET, let rest): return document(asked.round, rest, head.headers)
        default: return nil
        }
    }

    private func reserving(
        _ round: ID<Round>, _ headers: HTTPHeaders, from peer: String?
    ) -> Errand? {
        guard let key = headers.first(name: "idempotency-key"), (1...100).contains(key.utf8.count),
            let type = headers.first(name: "content-type"), type == "application/json",
            let proof = headers.first(name: "authorization"), proof.utf8.count == 71,
            proof.hasPrefix("Bearer ")
        else { return nil }
        return .reserve(
            Reserving(
                round: round, token: String(proof.dropFirst(7)), key: key,
                address: site.address(
                    forwarded: headers["x-forwarded-for"].joined(separator: ","), peer: peer),
                tongue: headers.first(name: "accept-language") ?? ""))
    }

    private func document(
        _ round: ID<Round>, _ rest: Substring, _ headers: HTTPHeaders
    ) -> Errand? {
        guard rest.utf8.count == 10, rest.hasPrefix("?market="),
            let market = Country(String(rest.dropFirst(8))),
            let posted = site.boards.atHand(round, in: market)
        else { return nil }
        let known = headers.first(name: "if-none-match") == posted.document.tag
        return .document(posted, known: known)
    }

    /// Answers at once or from another thread; nil when the router must be asked.
    func serve(
        _ errand: Errand, body: ByteBuffer,
        answer: @escaping @Sendable (ByteBuffer?) -> Void
    ) {
        switch errand {
        case .document(let posted, let known):
            answer(stationery.document(posted.document, isKnown: known))
        case .reserve(let wish):
            guard let wanted = wanted(in: body) else { return answer(nil) }
            site.shop.reserve(
                wanted.product, quantity: wanted.quantity, in: wish.round, byToken: wish.token,
                key: wish.key, from: wish.address
            ) { [stationery] outcome in
                switch outcome {
                case .success(let reserved): answer(stationery.reserved(reserved))
                case .failure(let refusal as Refusal):
                    answer(stationery.refused(refusal, wish.tongue))
                // What went wrong is logged and told by the router, which asks once more under
                // the same key.
                case .failure, nil: answer(nil)
                }
            }
        }
    }

    private func wanted(in body: ByteBuffer) -> ReservationWanted? {
        if let known = bodies.withLock({ $0[body] }) { return known }
        // The router says what is wrong with it.
        guard let wanted = try? JSON.decode(ReservationWanted.self, from: body) else { return nil }
        bodies.withLock { bodies in
            if bodies.count >= Self.mostBodies { bodies.removeAll() }
            bodies[body] = wanted
        }
        return wanted
    }
}

/// `/api/v1/rounds/rnd_01JWG3Q4T0V1KZ…`, and what comes after it.
private struct RoundAddress {
    let round: ID<Round>
    let rest: Substring

    private static let beginning = "/api/v1/rounds/"
    private static let idLength = Round.idPrefix.utf8.count + 27

    init?(_ uri: String) {
        guard uri.hasPrefix(Self.beginning) else { return nil }
        let tail = uri.dropFirst(Self.beginning.utf8.count)
        guard
            let end = tail.utf8.index(
                tail.startIndex, offsetBy: Self.idLength, limitedBy: tail.endIndex),
            let round = ID<Round>(String(tail[..<end]))
        else { return nil }
        self.round = round
        rest = tail[end...]
    }
}
