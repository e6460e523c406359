// Who calls the API: a session's token in the Authorization header, never a cookie, so that no web
// page can call it in somebody's name.

import Crypto
import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct Caller: Sendable {
    let site: Site
    let account: Account?
    let token: String?
    let language: Language
    let rules: Rulebook
    let now: Moment
    let address: String
    let device: String
    let body: ByteBuffer
    let query: Form
    let parameters: Parameters
    /// The name of the deed; empty when nothing is changed.
    let key: String

    var shop: Shop { site.shop }
    var whereabouts: Whereabouts { Whereabouts(address: address, device: device) }

    /// Throws `notLoggedIn`.
    func person() throws(Refusal) -> Account {
        guard let account else { throw .notLoggedIn }
        return account
    }

    /// Throws `input` about a field or the body.
    func read<Value: Decodable>(_ type: Value.Type) throws(Refusal) -> Value {
        try JSON.decode(type, from: body)
    }

    /// The market that is asked about, or the caller's own. Throws `marketUnknown`.
    func market() throws(Refusal) -> Market {
        let asked = query[.market]
        if asked.isEmpty, let account { return try rules.market(account.market) }
        guard let country = Country(asked) else { throw .marketUnknown }
        return try rules.market(country)
    }

    /// Throws `notFound` if it can't name anything.
    func part<Of: Identified>(_ name: String) throws(Refusal) -> ID<Of> {
        guard let id = ID<Of>(parameters.get(name) ?? "") else { throw .notFound }
        return id
    }

    func part(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name), !text.isEmpty, text.utf8.count <= 200 else {
            throw .notFound
        }
        return text
    }
}

extension Site {
    /// What somebody has, as a list.
    func list<Thing: Sendable, Value: Encodable>(
        _ caller: Caller, _ read: @escaping @Sendable (Reader, Account) throws -> [Thing],
        as value: (Thing) -> Value
    ) async throws -> Response {
        let person = try caller.person()
        return .json(try await shop.storage.read { try read($0, person) }.map(value))
    }

    /// Somebody's own, by its number; operators see every one, and their look is noted. Throws
    /// `notFound`.
    func own<Thing: Sendable>(
        _ caller: Caller, in list: String, of owner: (Thing) -> ID<Account>,
        _ find: @escaping @Sendable (Reader, String) throws -> Thing?
    ) async throws -> Thing {
        let person = try caller.person()
        let number: String = try caller.part("number")
        guard let found = try await shop.storage.read({ try find($0, number) }),
            owner(found) == person.id || person.isOperator
        else { throw Refusal.notFound }
        try await shop.noteLook(
            at: number, of: owner(found), on: "/api/v1/\(list)/\(number)", by: person)
        return found
    }
}

typealias Calling = @Sendable (Caller) async throws -> Response

extension Site {
    /// A question: answered with an ETag, so that who knows the answer already isn't told again.
    func asking(_ answer: @escaping Calling) -> @Sendable (Request, Visit) async throws -> Response
    {
        { request, visit in
            let response = try await answer(
                try await caller(request, visit, body: ByteBuffer(), key: ""))
            var tagged = tagged(response, for: request)
            // In a header, so that an answer that says the same is the same.
            tagged.headers[.onsaleTime] = String(shop.clock.now().milliseconds)
            return tagged
        }
    }

    /// Something to be done. Throws `idempotencyKeyMissing`: a retry must be known as one.
    func telling(_ answer: @escaping Calling) -> @Sendable (Request, Visit) async throws -> Response
    {
        { request, visit in
            let body = try await request.body.collect(upTo: visit.maxUploadSize)
            let type = request.headers[.contentType] ?? "application/json"
            guard body.readableBytes == 0 || type.lowercased().hasPrefix("application/json") else {
                throw Refusal.input([Fault(.body, .malformed)])
            }
            let key = request.headers[HTTPField.Name("Idempotency-Key")!] ?? ""
            guard (1...100).contains(key.utf8.count) else { throw Refusal.idempotencyKeyMissing }
            return try await answer(try await caller(request, visit, body: body, key: key))
        }
    }

    /// A file to be kept, as it is. Throws `idempotencyKeyMissing`, `notLoggedIn`.
    func handing(
        upTo most: Int, _ answer: @escaping @Sendable (Caller, [UInt8]) async throws -> Response
    ) -> @Sendable (Request, Visit) async throws -> Response {
        { request, visit in
            let key = request.headers[HTTPField.Name("Idempotency-Key")!] ?? ""
            guard (1...100).contains(key.utf8.count) else { throw Refusal.idempotencyKeyMissing }
            let caller = try await caller(request, visit, body: ByteBuffer(), key: key)
            // Nobody else's is read.
            _ = try caller.person()
            return try await answer(
                caller, Array(buffer: try await request.body.collect(upTo: most)))
        }
    }

    private func caller(
        _ request: Request, _ visit: Visit, body: ByteBuffer, key: String
    ) async throws -> Caller {
        let header = request.headers[.authorization] ?? ""
        let token = header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7)) : nil
        let account = if let token { try await shop.session(token: token) } else { Account?.none }
        return Caller(
            site: self, account: account, token: token, language: language(of: request),
            rules: shop.rulebook.current, now: shop.clock.now(), address: address(request, visit),
            device: request.device, body: body, query: Form(queryOf: request),
            parameters: visit.parameters, key: key)
    }

    /// Answers that are the same for everybody bring their own tag and may be kept for a second.
    private func tagged(_ response: Response, for request: Request) -> Response {
        guard let tag = response.headers[.eTag], request.headers[.ifNoneMatch] == tag else {
            return response
        }
        return Response(
            status: .notModified,
            headers: [.eTag: tag, .cacheControl: response.headers[.cacheControl] ?? "no-cache"])
    }
}

extension HTTPField.Name {
    /// The server's time in milliseconds since 1970, by which browsers set their countdowns.
    static let onsaleTime = HTTPField.Name("Onsale-Time")!
}

extension Response {
    /// The same for everybody: may be kept by anybody for a second.
    static func shared(_ value: some Encodable, seconds: Int = 1) -> Response {
        Document(value, seconds: seconds).response
    }
}

/// JSON that is the same for everybody, with a tag by which it is known again.
struct Document: Sendable {
    /// The headers a document says for itself, besides the type of its body.
    static let names: Set<HTTPField.Name> = [.eTag, .cacheControl]

    let body: ByteBuffer
    let tag: String
    /// Those headers as they go out.
    let lines: String
    private let caching: String

    init(_ value: some Encodable, seconds: Int = 1) {
        // What we encode ourselves can't fail to be encoded.
        body = try! JSON.encode(value)
        tag = "\"\(hex(SHA256.hash(data: body.readableBytesView).prefix(10)))\""
        caching = "public, max-age=\(seconds)"
        lines = "ETag: \(tag)\r\nCache-Control: \(caching)\r\n"
    }

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json", .eTag: tag, .cacheControl: caching],
            body: .init(byteBuffer: body))
    }
}
