// The stand-in itself, spoken to in PayPal's own words: as strict as the specification.

import Foundation
import Partners
import TestKit
import Testing

@Suite struct PayPalSandboxTests {
    /// What is put in place of a piece of a good order, and the issue it must meet.
    private static let mistakes = """
        # find | put instead | status | issue
        "intent":"CAPTURE", | | 400 | MISSING_REQUIRED_PARAMETER
        "intent":"CAPTURE" | "intent":"SALE" | 400 | INVALID_PARAMETER_VALUE
        "intent":"CAPTURE" | "intent":"AUTHORIZE" | 400 | NOT_SUPPORTED
        "value":"30.00" | "value":30 | 400 | INVALID_PARAMETER_SYNTAX
        "value":"30.00" | "value":"30,00" | 400 | INVALID_PARAMETER_SYNTAX
        "value":"30.00" | "value":"30.001" | 422 | DECIMAL_PRECISION
        "value":"30.00" | "value":"30.01" | 422 | AMOUNT_MISMATCH
        "value":"30.00" | "value":"-30.00" | 422 | CANNOT_BE_ZERO_OR_NEGATIVE
        "value":"30.00" | "value":"99999999999999999999.00" | 422 | DECIMAL_PRECISION
        "value":"5.00" | "value":"-5.00" | 422 | CANNOT_BE_NEGATIVE
        "item_total": | "discount": | 422 | ITEM_TOTAL_REQUIRED
        "quantity":"2" | "quantity":"3" | 422 | ITEM_TOTAL_MISMATCH
        "quantity":"2" | "quantity":2 | 400 | INVALID_PARAMETER_SYNTAX
        "quantity":"2" | "quantity":"0" | 400 | INVALID_PARAMETER_SYNTAX
        "quantity":"2" | "quantity":"2","tax":TAX | 422 | TAX_TOTAL_REQUIRED
        "name":"Lens", | | 400 | MISSING_REQUIRED_PARAMETER
        "name":"Lens" | "name":"" | 400 | INVALID_STRING_LENGTH
        "USD","value":"5.00" | "EUR","value":"5.00" | 422 | MULTI_CURRENCY_ORDER
        USD | KRW | 422 | INVALID_CURRENCY_CODE
        USD | DOLLAR | 400 | INVALID_STRING_LENGTH
        USD | JPY | 422 | DECIMAL_PRECISION
        "admin_area_2":"Buffalo", | | 422 | CITY_REQUIRED
        "postal_code":"14201", | | 422 | POSTAL_CODE_REQUIRED
        "country_code":"US" | "country_code":"usa" | 400 | INVALID_COUNTRY_CODE
        "locale":"en-US" | "locale":"english" | 400 | INVALID_PARAMETER_SYNTAX
        "PAY_NOW" | "PAY_LATER" | 400 | INVALID_PARAMETER_VALUE
        https://shop.example.com/back | javascript:alert(1) | 400 | INVALID_PARAMETER_SYNTAX
        ]} | ] | 400 | MALFORMED_REQUEST_JSON
        """

    private static let good = """
        {"intent":"CAPTURE","purchase_units":[{"invoice_id":"1","custom_id":"2",\
        "amount":{"currency_code":"USD","value":"30.00","breakdown":{\
        "item_total":{"currency_code":"USD","value":"25.00"},\
        "shipping":{"currency_code":"USD","value":"5.00"}}},\
        "items":[{"name":"Lens","quantity":"2",\
        "unit_amount":{"currency_code":"USD","value":"12.50"}}],\
        "shipping":{"name":{"full_name":"A"},"address":{"address_line_1":"1 Main St",\
        "admin_area_2":"Buffalo","admin_area_1":"NY","postal_code":"14201","country_code":"US"}}}],\
        "payment_source":{"paypal":{"experience_context":{"locale":"en-US",\
        "shipping_preference":"SET_PROVIDED_ADDRESS","user_action":"PAY_NOW",\
        "return_url":"https://shop.example.com/back","cancel_url":"https://shop.example.com/no"}}},\
        "extra":[]}
        """

    @Test func `Every mistake in an order is told by its issue`() async throws {
        try await atSandbox { shop in
            let token = try await shop.bearer()
            for (number, row) in table(Self.mistakes).enumerated() {
                let body = Self.good.replacing(row[0], with: row[1])
                    .replacing("TAX", with: #"{"currency_code":"USD","value":"1.00"}"#)
                #expect(body != Self.good, "row \(number) changes nothing")
                let headers = token.merging(["PayPal-Request-Id": "r\(number)"]) { $1 }
                let (status, json) = try await shop.raw(
                    "/v2/checkout/orders", body, headers: headers)
                let issues = (json["details"] as? [[String: Any]] ?? []).map {
                    $0["issue"] as! String
                }
                #expect(
                    "\(status)" == row[2] && issues.contains(row[3]), "\(row): \(status) \(issues)")
                #expect(json["debug_id"] is String && json["message"] is String)
            }
        }
    }

    @Test func `A good order is taken, told in full or in brief, and known again`() async throws {
        try await atSandbox { shop in
            let token = try await shop.bearer()
            let brief = token.merging(["PayPal-Request-Id": "r1"]) { $1 }
            let full = brief.merging(["Prefer": "return=representation"]) { $1 }
            let (status, order) = try await shop.raw(
                "/v2/checkout/orders", Self.good, headers: brief)
            #expect(status == 200 && order["status"] as? String == "PAYER_ACTION_REQUIRED")
            #expect(order["purchase_units"] == nil)
            let (again, told) = try await shop.raw(
                "/v2/checkout/orders", Self.good, headers: full)
            #expect(again == 200 && told["id"] as? String == order["id"] as? String)
            #expect((told["purchase_units"] as? [Any])?.count == 1)
            let links = order["links"] as! [[String: String]]
            #expect(links.map { $0["rel"] } == ["self", "payer-action"])
        }
    }

    @Test func `Something else under the same request id is refused`() async throws {
        try await atSandbox { shop in
            let headers = try await shop.bearer().merging(["PayPal-Request-Id": "r1"]) { $1 }
            _ = try await shop.raw("/v2/checkout/orders", Self.good, headers: headers)
            let other = Self.good.replacing("Lens", with: "Film")
            let (status, json) = try await shop.raw("/v2/checkout/orders", other, headers: headers)
            #expect(status == 422)
            let details = json["details"] as! [[String: Any]]
            #expect(details[0]["issue"] as? String == "DUPLICATE_REQUEST_ID")
        }
    }

    @Test func `Two at once under one request id: the second hears of a conflict`() async throws {
        try await atSandbox { shop in
            let headers = try await shop.bearer().merging(["PayPal-Request-Id": "r1"]) { $1 }
            await shop.sandbox.script([.delay(.seconds(1))], for: .create)
            async let first = shop.raw("/v2/checkout/orders", Self.good, headers: headers).0
            async let second = shop.raw("/v2/checkout/orders", Self.good, headers: headers).0
            #expect(try await Set([first, second]) == [200, 409])
        }
    }

    @Test func `A request id is forgotten after its hours, the capture isn't made again`()
        async throws
    {
        let clock = Hand()
        let now: @Sendable () -> Date = { clock.date }
        try await atSandbox(tokenSeconds: 1_000_000, now: now) { shop in
            let reference = try await shop.agreed()
            let headers = try await shop.bearer().merging(["PayPal-Request-Id": "c1"]) { $1 }
            let path = "/v2/checkout/orders/\(reference)/capture"
            #expect(try await shop.raw(path, "{}", headers: headers).0 == 201)
            clock.advance(hours: 5)
            #expect(try await shop.raw(path, "{}", headers: headers).0 == 200)
            clock.advance(hours: 2)
            let (status, json) = try await shop.raw(path, "{}", headers: headers)
            #expect(status == 422)
            let details = json["details"] as! [[String: Any]]
            #expect(details[0]["issue"] as? String == "ORDER_ALREADY_CAPTURED")
        }
    }

    @Test func `Without a token, or with a made-up one, nothing is told`() async throws {
        try await atSandbox { shop in
            let (reference, _) = try await shop.begun()
            let path = "/v2/checkout/orders/\(reference)"
            #expect(try await shop.raw(path).0 == 401)
            #expect(try await shop.raw(path, headers: ["Authorization": "Bearer A21AA"]).0 == 401)
        }
    }

    @Test func `PayPal's own header asks for trouble`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            let headers = try await shop.bearer().merging([
                "PayPal-Mock-Response": #"{"mock_application_codes":"INSTRUMENT_DECLINED"}"#
            ]) { $1 }
            let path = "/v2/checkout/orders/\(reference)/capture"
            #expect(try await shop.raw(path, "{}", headers: headers).0 == 422)
        }
    }

    @Test func `Of many orders the oldest are forgotten`() async throws {
        try await atSandbox(most: 10) { shop in
            var references: [String] = []
            for number in 0..<15 {
                references.append(
                    try await shop.begun(.example(id: "pay_\(number)", order: "ON-\(number)")).0)
            }
            #expect(await shop.paypal.read(references[4]) == .notFound)
            #expect(await shop.paypal.read(references[5]) == .created)
        }
    }
}

/// A clock that stands still until it is moved.
private final class Hand: @unchecked Sendable {
    private let lock = NSLock()
    private var moment = Date(timeIntervalSince1970: 1_790_000_000)
    var date: Date { lock.withLock { moment } }
    func advance(hours: Double) { lock.withLock { moment += hours * 3600 } }
}
