// The API: the same verbs for programs, with codes instead of sentences.

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import Storage
import TestKit
import Testing

struct APITests {
    @Test(arguments: Engine.allCases)
    func `a program buys, pays and sends back`(engine: Engine) async throws {
        try await withSite(on: engine) { town, client in
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let round = "/api/v1/rounds/\(town.rounds[0])"
            try await ann.tell("\(round)/ticket", status: .created)
            try await town.open()
            let ticket = try await ann.ask("\(round)/ticket")
            #expect(ticket["place"] as? Int == 1)

            let held = try await ann.tell(
                "\(round)/reservations", ["product": "band", "quantity": 2], key: "r1",
                status: .created)
            #expect((held["id"] as? String)?.hasPrefix("rsv_") == true)
            let again = try await ann.tell(
                "\(round)/reservations", ["product": "band", "quantity": 2], key: "r1",
                status: .created)
            #expect(again["id"] as? String == held["id"] as? String)

            let address: [String: any Sendable] = [
                "name": "Ann", "line1": "Lindenstr. 3", "postcode": "10115", "city": "Berlin",
                "country": "DE", "phone": "+49301234567",
            ]
            let sale = "/api/v1/sales/\(town.sale.code)"
            let quote = try await ann.tell("\(sale)/quote", ["address": address])
            let total = try #require(quote["total"] as? [String: Any])
            let agreed: [String: any Sendable] = [
                "minor": try #require(total["minor"] as? Int), "currency": "EUR",
            ]
            let order = try await ann.tell(
                "\(sale)/orders", ["address": address, "agreed": agreed], key: "o1",
                status: .created)
            let number = try #require(order["number"] as? String)
            let payment = try await ann.tell(
                "/api/v1/orders/\(number)/payment", ["method": "paypal"], status: .created)
            let approve = try #require(payment["approve_url"] as? String)
            town.till.approve(String(approve.split(separator: "/").last!))
            let paid = try await ann.tell("/api/v1/orders/\(number)/settle")
            #expect(paid["state"] as? String == "paid")
        }
    }

    @Test func `a refusal is a problem with a stable code, in the program's language`() async throws
    {
        try await withSite { town, client in
            let bob = try await town.shop.program("bob@example.com", in: "US", client)
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let early = try await bob.tell(
                "\(round)/reservations", ["product": "band", "quantity": 1], key: "k",
                status: .conflict)
            #expect(early["code"] as? String == "sale_not_open")
            #expect(early["at"] as? String != nil)
            let missing = try await bob.tell(
                "\(round)/reservations", ["product": "band"], key: "k",
                status: .unprocessableContent)
            let fault = try #require((missing["faults"] as? [[String: Any]])?.first)
            #expect(fault["field"] as? String == "quantity")
            #expect(fault["problem"] as? String == "missing")
            let odd = try await bob.tell(
                "\(round)/reservations", ["product": "band", "quantity": "two"], key: "k",
                status: .unprocessableContent)
            #expect(
                (odd["faults"] as? [[String: Any]])?.first?["problem"] as? String == "malformed")
            let nameless = try await bob.tell(
                "\(round)/ticket", key: "", status: .badRequest)
            #expect(nameless["code"] as? String == "idempotency_key_missing")
            let unknown = try await bob.ask("/api/v1/orders/XXXX", status: .notFound)
            #expect(unknown["code"] as? String == "not_found")
            let nobody = Program(client: client, token: nil)
            let closed = try await nobody.ask("/api/v1/account", status: .unauthorized)
            #expect(closed["code"] as? String == "not_logged_in")
        }
    }

    @Test func `a round's document is shared, tagged, and says nothing of other markets`()
        async throws
    {
        try await withSite { town, client in
            let address = "/api/v1/rounds/\(town.rounds[0])?market=FR"
            let tag = try await client.execute(uri: address, method: .get) { answer in
                #expect(answer.headers[.cacheControl] == "public, max-age=1")
                let text = String(buffer: answer.body)
                #expect(text.contains("\"phase\":\"room_open\"") || text.contains("announced"))
                return try #require(answer.headers[.eTag])
            }
            // Another second, another board; but nothing has changed.
            town.clock.wind(.seconds(2))
            try await client.execute(
                uri: address, method: .get, headers: [.ifNoneMatch: tag]
            ) { answer in
                #expect(answer.status == .notModified)
                let time = answer.headers[HTTPField.Name("Onsale-Time")!]
                #expect(time == "\(town.clock.now().milliseconds)")
            }
        }
    }
}

/// A program that calls the API for somebody.
struct Program {
    let client: any TestClientProtocol
    let token: String?

    @discardableResult
    func ask(_ address: String, status: HTTPResponse.Status = .ok) async throws -> [String: Any] {
        try await call(address, .get, nil, key: nil, status)
    }

    @discardableResult
    func tell(
        _ address: String, _ body: [String: any Sendable] = [:], key: String? = nil,
        status: HTTPResponse.Status = .ok, method: HTTPRequest.Method = .post
    ) async throws -> [String: Any] {
        try await call(address, method, body, key: key ?? "key \(address)", status)
    }

    /// A file as it is.
    func hand(_ file: [UInt8], to address: String, key: String) async throws -> [String: Any] {
        try await send(address, .post, ByteBuffer(bytes: file), [:], key: key, .created)
    }

    private func call(
        _ address: String, _ method: HTTPRequest.Method, _ body: [String: any Sendable]?,
        key: String?, _ status: HTTPResponse.Status
    ) async throws -> [String: Any] {
        let bytes = try body.map { try JSONSerialization.data(withJSONObject: $0) }
        return try await send(
            address, method, bytes.map { ByteBuffer(bytes: $0) },
            [.contentType: "application/json"], key: key, status)
    }

    private func send(
        _ address: String, _ method: HTTPRequest.Method, _ body: ByteBuffer?,
        _ headers: HTTPFields, key: String?, _ status: HTTPResponse.Status
    ) async throws -> [String: Any] {
        var headers = headers
        headers[.authorization] = token.map { "Bearer \($0)" }
        headers[HTTPField.Name("Idempotency-Key")!] = key?.isEmpty == true ? nil : key
        let text = try await client.execute(
            uri: address, method: method, headers: headers, body: body
        ) { answer in
            #expect(answer.status == status, "\(address): \(String(buffer: answer.body))")
            return String(buffer: answer.body)
        }
        if text.isEmpty { return [:] }
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }
}

extension Shop {
    /// Somebody with a confirmed address, and the program that is logged in for them.
    func program(
        _ mail: String, in market: String, _ client: any TestClientProtocol
    ) async throws -> Program {
        try await createOperator(
            mail: mail, name: "Ann", password: "three small ducks", market: Country(market)!)
        let known = try await logIn(mail: mail, password: "three small ducks", from: "test")
        return Program(client: client, token: known.token)
    }
}
