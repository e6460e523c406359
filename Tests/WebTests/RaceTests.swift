// Two hundred people want two units each of a hundred, over real connections, all at once. The same
// race is run in ShopTests against reserving that was broken on purpose, where it shows the
// oversell.

import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RaceTests {
    @Test(arguments: Engine.allCases, [true, false])
    func `a hundred units go to fifty of two hundred, and to nobody else`(
        engine: Engine, atCounter: Bool
    ) async throws {
        try await withSite(on: engine, .bands(100), over: .live, atCounter: atCounter) {
            town, client in
            let web = HTTPClient.forARace(of: 200)
            let runners = try await town.runners(200, by: web, port: try #require(client.port))
            let room = "/api/v1/rounds/\(town.rounds[0])"
            let tickets = try await runners.all { try await $0.post("\(room)/ticket") }
            #expect(tickets.allSatisfy { $0.status == 201 })
            try await town.open()

            let first = try await runners.all { try await $0.reserve(in: room) }
            #expect(first.filter { $0.status == 201 }.count == 50)
            #expect(first.reduce(0) { $0 + $1.quantity } == 100)
            #expect(first.allSatisfy { $0.status == 201 || $0.code == "all_held" })

            // Who asks again under the same key gets the same answer, and nothing more.
            let again = try await runners.all { try await $0.reserve(in: room) }
            #expect(again.map(\.id) == first.map(\.id))
            #expect(try await town.units() == "0 free, 100 reserved, 0 sold")
            try await web.shutdown()
        }
    }
}

/// Somebody in the race, on a connection of their own.
private struct Runner: Sendable {
    let client: HTTPClient
    let base: String
    let token: String

    struct Answer: Sendable {
        let status: UInt
        let id: String?
        let quantity: Int
        let code: String?
    }

    func reserve(in room: String) async throws -> Answer {
        try await post(
            "\(room)/reservations", body: #"{"product": "band", "quantity": 2}"#)
    }

    func post(_ address: String, body: String = "{}") async throws -> Answer {
        var request = HTTPClientRequest(url: base + address)
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "Idempotency-Key", value: "key \(address)")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await client.execute(request, timeout: .seconds(60))
        let text = try await response.body.collect(upTo: 100_000)
        let fields = try JSONSerialization.jsonObject(with: Data(buffer: text)) as? [String: Any]
        return Answer(
            status: response.status.code, id: fields?["id"] as? String,
            quantity: fields?["quantity"] as? Int ?? 0, code: fields?["code"] as? String)
    }
}

extension [Runner] {
    /// All at once; the answers in the order of the runners.
    fileprivate func all(
        _ body: @escaping @Sendable (Runner) async throws -> Runner.Answer
    ) async throws -> [Runner.Answer] {
        try await withThrowingTaskGroup(of: (Int, Runner.Answer).self) { group in
            for (index, runner) in enumerated() {
                group.addTask { (index, try await body(runner)) }
            }
            var answers = [Runner.Answer?](repeating: nil, count: count)
            for try await (index, answer) in group { answers[index] = answer }
            return answers.compactMap { $0 }
        }
    }
}

extension Town {
    fileprivate func runners(
        _ count: Int, by client: HTTPClient, port: Int
    ) async throws -> [Runner] {
        var runners: [Runner] = []
        for number in 1...count {
            let mail = "runner-\(number)@example.com"
            try await shop.createOperator(
                mail: mail, name: "Runner", password: "three small ducks", market: Country("US")!)
            let known = try await shop.logIn(
                mail: mail, password: "three small ducks", from: "runner \(number)")
            runners.append(
                Runner(client: client, base: "http://127.0.0.1:\(port)", token: known.token))
        }
        return runners
    }
}

extension HTTPClient {
    /// With as many connections as there are runners.
    fileprivate static func forARace(of count: Int) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = count
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
}
