// The counter in front of the router, held beside its twin: the same requests, sent to a server
// with it and to one without, are answered alike.

import AsyncHTTPClient
import Foundation
import Glibc
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Rules
import Shop
import Storage
import TestKit
import Testing
import Web

struct CounterTests {
    @Test(arguments: Engine.allCases)
    func `the counter says what the router says`(engine: Engine) async throws {
        try await withTwins(on: engine, .bands(6)) { town, twins in
            let people = try await town.buyers(4)
            for person in people[..<3] {
                _ = try await town.shop.enterRoom(of: town.rounds[0], as: person.account)
            }
            let room = "/api/v1/rounds/\(town.rounds[0])"
            func reserve(
                _ person: Int, _ key: String, _ quantity: Int, _ product: String = "band",
                language: String = "de-DE"
            ) async throws -> Pair {
                try await twins.ask(
                    .POST, "\(room)/reservations", token: people[person].token, key: key,
                    body: #"{"product":"\#(product)","quantity":\#(quantity)}"#,
                    language: language)
            }

            try await reserve(0, "early", 1).areAlike(409)
            try await town.open()
            // The first time nothing is at hand, and the router answers.
            try await reserve(0, "a", 1).areAlike(201)
            try await reserve(0, "a", 1).areAlike(201)
            try await reserve(0, "a", 2).areAlike(422)
            try await reserve(0, "b", 2).areAlike(409)
            try await reserve(1, "much", 9, language: "fr").areAlike(422)
            try await reserve(1, "other", 1, "kite").areAlike(409)
            try await reserve(3, "stranger", 1).areAlike(409)
            try await reserve(1, "c", 2).areAlike(201)
            #expect(try await town.units() == "3 free, 3 reserved, 0 sold")
            try await reserve(2, "d", 2).areAlike(201)

            try await twins.ask(.GET, "\(room)?market=DE").areAlike(200)
            let known = try await twins.ask(.GET, "\(room)?market=DE")
            let tag = try #require(known.counter.headers["ETag"].first)
            try await twins.ask(.GET, "\(room)?market=DE", tag: tag).areAlike(304)
            try await twins.ask(.GET, "\(room)?market=JP").areAlike(422)
        }
    }

    @Test func `what is unusual goes to the router`() async throws {
        try await withTwins(on: .sqlite, .bands(6)) { town, twins in
            let ann = try await town.buyers(1)[0]
            _ = try await town.shop.enterRoom(of: town.rounds[0], as: ann.account)
            try await town.open()
            let address = "/api/v1/rounds/\(town.rounds[0])/reservations"
            let body = #"{"product":"band","quantity":1}"#
            func ask(
                _ token: String?, _ key: String?, _ body: String
            ) async throws -> Pair {
                try await twins.ask(.POST, address, token: token, key: key, body: body)
            }
            try await ask(ann.token, "a", body).areAlike(201)
            try await ask(ann.token, nil, body).areAlike(400)
            try await ask(nil, "b", body).areAlike(401)
            try await ask(String(repeating: "0", count: 64), "b", body).areAlike(401)
            try await ask(ann.token, "b", "{").areAlike(422)
            try await ask(ann.token, "b", #"{"product":"band"}"#).areAlike(422)
            let long = #"{"product":"\#(String(repeating: "x", count: 40_000))","quantity":1}"#
            try await ask(ann.token, "b", long).areAlike(413)
            let middling = #"{"product":"\#(String(repeating: "x", count: 4000))","quantity":1}"#
            try await ask(ann.token, "b", middling).areAlike(409)

            // Logged out on this machine is logged out at the counter.
            try await town.shop.logOut(token: ann.token)
            try await ask(ann.token, "c", body).areAlike(401)
        }
    }

    @Test func `both count how often an account asks, and say when to come back`() async throws {
        let pace = ReservationPace(account: Pace(perMinute: 4))
        try await withTwins(on: .sqlite, .bands(6), pace: pace) { town, twins in
            let people = try await town.buyers(2)
            for person in people {
                _ = try await town.shop.enterRoom(of: town.rounds[0], as: person.account)
            }
            try await town.open()
            func reserve(_ person: Int, _ key: String, _ quantity: Int) async throws -> Pair {
                try await twins.ask(
                    .POST, "/api/v1/rounds/\(town.rounds[0])/reservations",
                    token: people[person].token, key: key,
                    body: #"{"product":"band","quantity":\#(quantity)}"#)
            }
            // The second of each pair asks for what the first got, and isn't counted.
            try await reserve(0, "a", 1).areAlike(201)
            try await reserve(0, "a", 1).areAlike(201)
            try await reserve(0, "b", 1).areAlike(201)
            try await reserve(0, "many", 9).areAlike(422)
            let slowed = try await reserve(0, "more", 9)
            slowed.areAlike(429)
            #expect(slowed.counter.headers["Retry-After"] == ["15"])
            #expect(slowed.counter.body.contains(#""code":"asked_too_often""#))
            try await reserve(0, "a", 1).areAlike(201)
            try await reserve(1, "c", 1).areAlike(201)
            town.clock.wind(.seconds(30))
            try await reserve(0, "more", 9).areAlike(422)
            try await reserve(0, "more", 9).areAlike(429)
        }
    }

    @Test func `behind a proxy both count by the address that it saw`() async throws {
        let pace = ReservationPace(address: Pace(perMinute: 2))
        try await withTwins(on: .sqlite, .bands(6), pace: pace, trustsProxy: true) { town, twins in
            let ann = try await town.buyers(1)[0]
            _ = try await town.shop.enterRoom(of: town.rounds[0], as: ann.account)
            try await town.open()
            func ask(_ key: String, _ forwarded: String) async throws -> Pair {
                try await twins.ask(
                    .POST, "/api/v1/rounds/\(town.rounds[0])/reservations", token: ann.token,
                    key: key, body: #"{"product":"band","quantity":9}"#, forwarded: forwarded)
            }
            // The counter knows the stall once the router has looked it up.
            try await ask("warm", "203.0.113.9").areAlike(422)
            try await ask("a", "10.0.0.1, 2001:db8::1").areAlike(422)
            try await ask("b", "10.0.0.1, 2001:db8:0:0:ffff::2").areAlike(429)
            try await ask("c", "10.0.0.2, 2001:db8:0:1::1").areAlike(422)
        }
    }

    @Test func `requests sent in one breath are answered in their order`() async throws {
        try await withTwins(on: .sqlite, .bands(6)) { town, twins in
            let ann = try await town.buyers(1)[0]
            _ = try await town.shop.enterRoom(of: town.rounds[0], as: ann.account)
            try await town.open()
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let body = #"{"product":"band","quantity":1}"#
            let reserve = """
                POST \(round)/reservations HTTP/1.1\r\nHost: shop\r\n\
                Authorization: Bearer \(ann.token)\r\nIdempotency-Key: once\r\n\
                Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)
                """
            let look = "GET \(round)?market=DE HTTP/1.1\r\nHost: shop\r\n\r\n"
            let health = "GET /health HTTP/1.1\r\nHost: shop\r\n\r\n"
            let last = "GET /nowhere HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n"
            let turns = [reserve, health, reserve, look, reserve, reserve, health, look, last]
            let answer = try await conversation(turns.joined(), port: twins.counterPort)
            let statuses = answer.matches(of: #/HTTP/1\.1 (\d+)/#).map { String($0.1) }
            #expect(
                statuses == ["201", "200", "201", "200", "201", "201", "200", "200", "404"])
        }
    }
}

// MARK: Two servers of one shop

struct Answer: Sendable {
    let status: UInt
    let headers: HTTPHeaders
    let body: String
}

struct Twins: Sendable {
    let client: HTTPClient
    let counterPort: Int
    let routerPort: Int

    func ask(
        _ method: HTTPMethod, _ address: String, token: String? = nil, key: String? = nil,
        body: String? = nil, tag: String? = nil, language: String = "de-DE",
        forwarded: String? = nil
    ) async throws -> Pair {
        var answers: [Answer] = []
        for port in [counterPort, routerPort] {
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(address)")
            request.method = method
            request.headers.add(name: "Accept-Language", value: language)
            if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
            if let key { request.headers.add(name: "Idempotency-Key", value: key) }
            if let forwarded { request.headers.add(name: "X-Forwarded-For", value: forwarded) }
            if let tag { request.headers.add(name: "If-None-Match", value: tag) }
            if let body {
                request.headers.add(name: "Content-Type", value: "application/json")
                request.body = .bytes(ByteBuffer(string: body))
            }
            let response = try await client.execute(request, timeout: .seconds(30))
            answers.append(
                Answer(
                    status: response.status.code, headers: response.headers,
                    body: String(buffer: try await response.body.collect(upTo: 100_000))))
        }
        return Pair(counter: answers[0], router: answers[1])
    }
}

/// What the two said to the same.
struct Pair: Sendable {
    let counter: Answer
    let router: Answer

    func areAlike(
        _ status: UInt, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(counter.status == status, sourceLocation: sourceLocation)
        #expect(router.status == status, sourceLocation: sourceLocation)
        #expect(counter.shape == router.shape, sourceLocation: sourceLocation)
    }
}

extension Answer {
    /// Without what differs from request to request: its name, and with that the length.
    fileprivate var shape: [String] {
        let plain = body.replacing(#/"request_id":"[^"]*"/#, with: "")
        return headers.map { "\($0.name.lowercased()): \($0.value)" }
            .filter { !$0.hasPrefix("date:") && !$0.hasPrefix("content-length:") }.sorted() + [
                plain
            ]
    }
}

private func withTwins(
    on engine: Engine, _ sketch: SaleSketch, pace: ReservationPace = .off,
    trustsProxy: Bool = false,
    _ body: @escaping @Sendable (Town, Twins) async throws -> Void
) async throws {
    try await Town.story(on: engine, sketch, pace: pace) { town in
        let site = Site(
            shop: town.shop,
            settings: SiteSettings(isSecure: true, trustsProxy: trustsProxy, methods: ["paypal"]))
        @Sendable func app(_ counter: Site?) -> some ApplicationProtocol {
            Application(
                responder: site.router().buildResponder(), server: .http1(counter), logger: quiet)
        }
        try await app(site).test(.live) { behind in
            try await app(nil).test(.live) { bare in
                let client = HTTPClient(eventLoopGroupProvider: .singleton)
                let twins = Twins(
                    client: client, counterPort: try #require(behind.port),
                    routerPort: try #require(bare.port))
                let outcome: Result<Void, any Error>
                do { outcome = .success(try await body(town, twins)) } catch {
                    outcome = .failure(error)
                }
                try await client.shutdown()
                try outcome.get()
            }
        }
    }
}

extension Town {
    fileprivate func buyers(_ count: Int) async throws -> [LoggedIn] {
        var buyers: [LoggedIn] = []
        for number in 1...count {
            let mail = "counter-\(number)@example.com"
            try await shop.createOperator(
                mail: mail, name: "Buyer", password: "three small ducks", market: Country("DE")!)
            buyers.append(
                try await shop.logIn(
                    mail: mail, password: "three small ducks", from: "buyer \(number)"))
        }
        return buyers
    }
}

/// Sends a text over a bare connection, and gives back all that comes until it is closed.
private func conversation(_ text: String, port: Int) async throws -> String {
    try await Task.detached {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let bytes = Array(text.utf8)
        try #require(send(handle, bytes, bytes.count, 0) == bytes.count)
        var answer: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(handle, &part, part.count, 0)
            if count <= 0 { break }
            answer += part[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }.value
}
