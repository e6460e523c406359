// A card's way through the shop: held on Stripe's page, taken once, let go of or given back; and
// what is said when the bank says no.

import Foundation
import Partners
import Rules
import TestKit
import Testing

@Suite struct StripeFlowTests {
    @Test func `a card is held, taken, and given back in parts`() async throws {
        try await atStripe { shop in
            let reference = try await shop.begun()
            #expect(await shop.stripe.read(reference) == .created)
            #expect(await shop.capture(reference) == .needsApproval)
            let back = try await shop.pay(reference)
            #expect(back == PaymentRequest.example().agreedURL)
            #expect(await shop.stripe.read(reference) == .approved)
            #expect(await shop.sandbox.takenIntents == 0)

            guard
                case .captured(let capture, shop.total, let fee?) = await shop.capture(reference)
            else { throw Unexpected("not captured") }
            #expect(fee.minor > 0 && fee < shop.total)
            #expect(
                await shop.stripe.read(reference) == .captured(capture, shop.total, fee: fee))
            let part = Money(10_000, .eur)
            guard
                case .refunded(_, part) = await shop.stripe.refund(
                    capture, amount: part, requestID: "ref_01", note: "x")
            else { throw Unexpected("not refunded") }
            let rest = shop.total - part
            let much = await shop.stripe.refund(
                capture, amount: rest + Money(1, .eur), requestID: "ref_02", note: "")
            #expect(much == .refused("invalid_request_error"))
            guard
                case .refunded = await shop.stripe.refund(
                    capture, amount: rest, requestID: "ref_03", note: "")
            else { throw Unexpected("not refunded") }
            let more = await shop.stripe.refund(
                capture, amount: part, requestID: "ref_04", note: "")
            #expect(more == .refused("charge_already_refunded"))
        }
    }

    @Test func `begun, taken or given back again under the same name, it is the same`()
        async throws
    {
        try await atStripe { shop in
            let reference = try await shop.held()
            let outcomes = [await shop.capture(reference), await shop.capture(reference)]
            #expect(Set(outcomes).count == 1)
            #expect(await shop.sandbox.takenIntents == 1)
            guard case .captured(let capture, _, _) = outcomes[0] else { throw Unexpected("no") }
            let refunds = [
                await shop.stripe.refund(capture, amount: shop.total, requestID: "r", note: ""),
                await shop.stripe.refund(capture, amount: shop.total, requestID: "r", note: ""),
            ]
            #expect(Set(refunds).count == 1)
        }
    }

    @Test(arguments: [SandboxFault.failAfter, .dropAfter, .unreadableAfter])
    func `a lost answer to a capture doesn't take the money twice`(
        fault: SandboxFault
    ) async throws {
        try await atStripe { shop in
            let reference = try await shop.held()
            await shop.sandbox.script([fault], for: .capture)
            _ = await shop.capture(reference)
            guard case .captured(_, shop.total, _) = await shop.capture(reference) else {
                throw Unexpected("not captured")
            }
            #expect(await shop.sandbox.takenIntents == 1)
        }
    }

    @Test(arguments: [SandboxFault.failBefore, .tooManyRequests, .delay(.seconds(3))])
    func `what wasn't done can be asked for again`(fault: SandboxFault) async throws {
        try await atStripe { shop in
            let reference = try await shop.held()
            await shop.sandbox.script([fault], for: .capture)
            guard
                case .unknown = await shop.impatient.capture(
                    reference, requestID: "pay_01", expecting: shop.total)
            else { throw Unexpected("known") }
            try await Task.sleep(for: .seconds(fault == .delay(.seconds(3)) ? 2 : 0))
            guard case .captured = await shop.capture(reference) else { throw Unexpected("no") }
            #expect(await shop.sandbox.takenIntents == 1)
        }
    }

    @Test func `each test card says what it says, and what to do about it`() async throws {
        let rows = table(
            """
            # card | code | told as
            4000000000000002 | generic_decline | payment_declined
            4000000000009995 | insufficient_funds | card_without_cover
            4000000000000051 | transaction_not_allowed | card_not_enabled_abroad
            4000000000000069 | expired_card | card_expired
            4000000000000127 | incorrect_cvc | card_details_wrong
            4000000000000119 | processing_error | payment_declined
            4000008260003178 | insufficient_funds | card_without_cover
            4000008400001629 | generic_decline | payment_declined
            """)
        try await atStripe { shop in
            for (number, row) in rows.enumerated() {
                let request = PaymentRequest.example(id: "pay_\(number)", order: "ON-\(number)")
                let reference = try await shop.begun(request)
                let next = try await shop.pay(reference, card: row[0])
                #expect(next?.hasSuffix("/pay/\(reference)") == true, "\(row): stays on the page")
                #expect(await shop.stripe.read(reference) == .declined(row[1]), "\(row)")
                #expect(Decline(code: row[1]).rawValue == row[2], "\(row)")
                // On the same page, another card does.
                try await shop.pay(reference)
                #expect(await shop.stripe.read(reference) == .approved, "\(row)")
            }
        }
    }

    @Test func `3-D Secure holds the card once the bank was answered`() async throws {
        try await atStripe { shop in
            let reference = try await shop.begun()
            try await shop.pay(reference, card: "4000002760003184", confirms: false)
            let declined = await shop.stripe.read(reference)
            #expect(declined == .declined("payment_intent_authentication_failure"))
            #expect(
                Decline(code: "payment_intent_authentication_failure") == .notConfirmed)
            try await shop.pay(reference, card: "4000002760003184")
            #expect(await shop.stripe.read(reference) == .approved)
        }
    }

    @Test func `a hold that won't be used is let go of at once`() async throws {
        try await atStripe { shop in
            let reference = try await shop.held()
            #expect(await shop.sandbox.heldIntents == 1)
            #expect(await shop.stripe.release(reference, requestID: "pay_01") == .released)
            #expect(await shop.sandbox.heldIntents == 0)
            #expect(await shop.stripe.release(reference, requestID: "pay_01") == .released)
            #expect(await shop.stripe.read(reference) == .voided)
            #expect(await shop.capture(reference) == .declined("canceled"))

            let other = try await shop.held(.example(id: "pay_02", order: "ON-2"))
            _ = await shop.stripe.capture(other, requestID: "pay_02", expecting: shop.total)
            #expect(await shop.stripe.release(other, requestID: "pay_02") == .taken)
        }
    }

    @Test func `an open page is closed, and the next one is a new one`() async throws {
        try await atStripe { shop in
            let first = try await shop.begun()
            #expect(try await shop.begun() == first)
            #expect(await shop.stripe.release(first, requestID: "pay_01") == .released)
            #expect(await shop.stripe.read(first) == .voided)
            let second = try await shop.begun()
            #expect(second != first)
            #expect(await shop.stripe.read(second) == .created)
        }
    }

    @Test func `the page asks for the very sum, in the very currency`() async throws {
        try await atStripe { shop in
            for number in 1...50 {
                let request = PaymentRequest.example(
                    id: "pay_\(number)", order: "ON-\(number)",
                    unitPrice: Int64.random(in: 1...500_000))
                let reference = try await shop.held(request)
                let outcome = await shop.stripe.capture(
                    reference, requestID: request.requestID, expecting: request.total)
                guard case .captured(_, request.total, _) = outcome else {
                    throw Unexpected("\(request.total): \(outcome)")
                }
            }
        }
    }

    @Test func `the books list what came, what went back, and what was kept`() async throws {
        try await atStripe { shop in
            var captures: Set<String> = []
            for number in 1...120 {
                let id = "pay_\(number)"
                let reference = try await shop.held(.example(id: id, order: "ON-\(number)"))
                let outcome = await shop.stripe.capture(
                    reference, requestID: id, expecting: shop.total)
                if case .captured(let capture, _, _) = outcome { captures.insert(capture) }
            }
            let one = captures.first!
            _ = await shop.stripe.refund(
                one, amount: Money(100, .eur), requestID: "ref_1", note: "")
            let now = Moment.wall
            guard
                case .lines(let lines) = await shop.stripe.statement(
                    from: now - .hours(1), to: now + .hours(1))
            else { throw Unexpected("no books") }
            let taken = lines.filter { $0.kind == .captured }
            #expect(Set(taken.map(\.id)) == captures && taken.count == 120)
            #expect(taken.allSatisfy { $0.amount == shop.total && $0.fee != nil })
            #expect(Set(taken.compactMap(\.about.request)).count == 120)
            let back = lines.filter { $0.kind == .refunded }
            #expect(back.map(\.amount) == [Money(100, .eur)])
            #expect(back.first?.about.capture == one)
        }
    }
}
