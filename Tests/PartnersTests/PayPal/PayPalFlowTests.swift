// From what is owed to what is taken, as it goes when nothing goes wrong; and when the payer
// changes their mind.

import AsyncHTTPClient
import Foundation
import NIOCore
import Partners
import Rules
import Testing

@Suite struct PayPalFlowTests {
    @Test func `A payment is begun, agreed to, captured, read and refunded`() async throws {
        try await atSandbox { shop in
            let request = PaymentRequest.example()
            let (reference, url) = try await shop.begun(request)
            #expect(await shop.paypal.read(reference) == .created)

            let goesTo = try await shop.press(.approve, at: url)
            #expect(
                goesTo == "https://shop.example.com/orders/1/paid?x=1&token=\(reference)"
                    + "&PayerID=QYR5Z8XDVJNXQ")
            #expect(await shop.paypal.read(reference) == .approved)

            let outcome = await shop.paypal.capture(
                reference, requestID: request.requestID, expecting: request.total)
            guard case .captured(let capture, request.total, let fee?) = outcome else {
                throw Unexpected("\(outcome)")
            }
            #expect(fee.minor > 0 && fee < request.total)
            #expect(
                await shop.paypal.read(reference) == .captured(capture, request.total, fee: fee))

            let refund = await shop.paypal.refund(
                capture, amount: request.total, requestID: "ref_01", note: "cancelled")
            guard case .refunded(_, request.total) = refund else {
                throw Unexpected("\(refund)")
            }
            // It was captured, whatever happened to the money since.
            #expect(
                await shop.paypal.read(reference) == .captured(capture, request.total, fee: fee))
        }
    }

    @Test func `A payment that is begun twice is the same payment`() async throws {
        try await atSandbox { shop in
            let first = await shop.paypal.begin(.example())
            #expect(await shop.paypal.begin(.example()) == first)
        }
    }

    @Test func `A payer who has agreed and begins again is sent to the shop`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            let again = await shop.paypal.begin(.example())
            #expect(
                again
                    == .begun(
                        reference: reference,
                        approveURL: "https://shop.example.com/orders/1/paid?x=1"))
        }
    }

    @Test func `A capture asked for twice takes the money once`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            let total = PaymentRequest.example().total
            let first = await shop.paypal.capture(reference, requestID: "pay_01", expecting: total)
            #expect(
                await shop.paypal.capture(reference, requestID: "pay_01", expecting: total)
                    == first)
            // PrestaShop #1471, Maho #799, angelleye #2129: the call-back and the browser's return
            // both capture, and the second hears ORDER_ALREADY_CAPTURED.
            #expect(
                await shop.paypal.capture(reference, requestID: "pay_99", expecting: total)
                    == first)
            #expect(await shop.sandbox.capturedOrders == 1)
        }
    }

    /// Passes with a new request id each time as well: PayPal captures an order once, and the
    /// others read it back. Either guard holds without the other.
    @Test func `Twenty captures at once take the money once`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            let total = PaymentRequest.example().total
            let outcomes = await withTaskGroup(of: CaptureOutcome.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        await shop.paypal.capture(
                            reference, requestID: "pay_\(number % 3)", expecting: total)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let captures = Set(
                outcomes.compactMap { if case .captured(let id, _, _) = $0 { id } else { nil } })
            #expect(captures.count == 1)
            #expect(await shop.sandbox.capturedOrders == 1)
        }
    }

    @Test func `An order nobody agreed to needs the payer first`() async throws {
        try await atSandbox { shop in
            let (reference, _) = try await shop.begun()
            let outcome = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: PaymentRequest.example().total)
            #expect(outcome == .needsApproval)
        }
    }

    @Test func `A payer who cancels comes back with nothing taken`() async throws {
        try await atSandbox { shop in
            let (reference, url) = try await shop.begun()
            let goesTo = try await shop.press(.cancel, at: url)
            #expect(goesTo == "https://shop.example.com/orders/1?token=\(reference)")
            #expect(await shop.paypal.read(reference) == .created)
        }
    }

    @Test func `A declined card is told, and another one may be used`() async throws {
        try await atSandbox { shop in
            let request = PaymentRequest.example()
            let reference = try await shop.agreed(request, choice: .decline)
            let declined = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: request.total)
            #expect(declined == .declined("INSTRUMENT_DECLINED"))
            #expect(await shop.paypal.read(reference) == .created)

            // Under the same names as before: the refusal isn't what PayPal remembers.
            #expect(try await shop.agreed(request) == reference)
            let taken = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: request.total)
            guard case .captured(_, request.total, _) = taken else {
                throw Unexpected("\(taken)")
            }
        }
    }

    @Test func `An order number is paid for once, whoever asks`() async throws {
        try await atSandbox { shop in
            let total = PaymentRequest.example().total
            let first = try await shop.agreed(.example(id: "pay_01"))
            let second = try await shop.agreed(.example(id: "pay_02"))
            _ = await shop.paypal.capture(first, requestID: "pay_01", expecting: total)
            #expect(
                await shop.paypal.capture(second, requestID: "pay_02", expecting: total)
                    == .declined("DUPLICATE_INVOICE_ID"))
            #expect(
                await shop.paypal.begin(.example(id: "pay_03"))
                    == .unavailable("DUPLICATE_INVOICE_ID"))
        }
    }

    @Test func `What PayPal doesn't know isn't found`() async throws {
        try await atSandbox { shop in
            #expect(await shop.paypal.read("5O190127TN364715T") == .notFound)
            #expect(await shop.paypal.read("../../v1/oauth2") == .notFound)
            let refund = await shop.paypal.refund(
                "NOTHING", amount: Money(1, .eur), requestID: "ref_01", note: "")
            #expect(refund == .refused("INVALID_RESOURCE_ID"))
        }
    }

    @Test func `A currency PayPal doesn't deal in is refused before it is asked`() async throws {
        try await atSandbox { shop in
            let won = Currency("KRW")!
            let request = PaymentRequest.example()
            let foreign = PaymentRequest(
                requestID: "pay_01", orderNumber: "1",
                lines: [.init(name: "x", product: "x", quantity: 1, unitPrice: Money(5, won))],
                shipping: .zero(won), duty: .zero(won), tax: .zero(won), fees: .zero(won),
                total: Money(5, won), address: request.address, language: .french,
                agreedURL: request.agreedURL, cancelledURL: request.cancelledURL)
            guard case .unavailable = await shop.paypal.begin(foreign) else {
                throw Unexpected("it was begun")
            }
            #expect(await shop.sandbox.count(of: .create) == 0)
        }
    }

    @Test func `The page shows what is paid for, and says that it is a sandbox`() async throws {
        try await atSandbox { shop in
            let (_, url) = try await shop.begun()
            let response = try await shop.client.execute(
                .init(url: url), timeout: .seconds(5))
            let html = String(buffer: try await response.body.collect(upTo: 1 << 20))
            for text in [
                "ON-2026-0001", "Kamera „Lichtbild“ &amp; Tasche", "2598.00 EUR", "3195.38 EUR",
                "Jörg Weiß", "PayPal sandbox of this shop - no real money", "Approve",
                "Decline the card", "Cancel",
            ] {
                #expect(html.contains(text), "\(text)")
            }
            #expect(!html.contains("<script"))
        }
    }
}
