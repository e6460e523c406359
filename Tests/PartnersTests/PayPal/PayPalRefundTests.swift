// Money on its way back: in parts, never more than came, and once for each name.

import Foundation
import Partners
import Rules
import Testing

@Suite struct PayPalRefundTests {
    private static let total = PaymentRequest.example().total

    @Test func `Parts go back until nothing is left`() async throws {
        try await paid { shop, capture in
            let part = Money(100_000, .eur)
            let rest = Self.total - part
            let first = await shop.refund(capture, part, "ref_1")
            guard case .refunded(_, part) = first else { throw Unexpected("\(first)") }
            #expect(
                await shop.refund(capture, rest + Money(1, .eur), "ref_2")
                    == .refused("REFUND_AMOUNT_EXCEEDED"))
            let last = await shop.refund(capture, rest, "ref_3")
            guard case .refunded(_, rest) = last else { throw Unexpected("\(last)") }
            #expect(
                await shop.refund(capture, Money(1, .eur), "ref_4")
                    == .refused("CAPTURE_FULLY_REFUNDED"))
        }
    }

    @Test func `A refund asked for twice under one name goes back once`() async throws {
        try await paid { shop, capture in
            let first = await shop.refund(capture, Self.total, "ref_1")
            #expect(await shop.refund(capture, Self.total, "ref_1") == first)
        }
    }

    /// Shown to fail once with a request id that isn't the same the second time.
    @Test(arguments: [SandboxFault.failAfter, .dropAfter, .unreadableAfter])
    func `A refund behind a lost answer isn't made again`(fault: SandboxFault) async throws {
        try await paid { shop, capture in
            await shop.sandbox.script([fault], for: .refund)
            let lost = await shop.refund(capture, Money(500, .eur), "ref_1")
            guard case .unknown = lost else { throw Unexpected("\(lost)") }
            let found = await shop.refund(capture, Money(500, .eur), "ref_1")
            guard case .refunded = found else { throw Unexpected("\(found)") }
            // All the rest is still there, and not a cent more.
            let rest = await shop.refund(capture, Self.total - Money(500, .eur), "ref_2")
            guard case .refunded = rest else { throw Unexpected("\(rest)") }
        }
    }

    @Test(arguments: [
        ("REFUND_NOT_ALLOWED", RefundOutcome.refused("REFUND_NOT_ALLOWED")),
        ("REFUND_FAILED_INSUFFICIENT_FUNDS", .unknown("REFUND_FAILED_INSUFFICIENT_FUNDS")),
        ("PENDING_CAPTURE", .unknown("PENDING_CAPTURE")),
        ("INTERNAL_SERVER_ERROR", .unknown("HTTP 500")),
    ])
    func `Every refusal of a refund has its meaning`(
        issue: String, outcome: RefundOutcome
    ) async throws {
        try await paid { shop, capture in
            await shop.sandbox.script([.refuse(issue)], for: .refund)
            #expect(await shop.refund(capture, Self.total, "ref_1") == outcome)
        }
    }

    @Test func `A refund in another currency is refused`() async throws {
        try await paid { shop, capture in
            #expect(
                await shop.refund(capture, Money(1, .usd), "ref_1")
                    == .refused("REFUND_CAPTURE_CURRENCY_MISMATCH"))
        }
    }

    private func paid(
        _ body: @escaping @Sendable (AtSandbox, String) async throws -> Void
    ) async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            let outcome = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: Self.total)
            guard case .captured(let capture, _, _) = outcome else {
                throw Unexpected("\(outcome)")
            }
            try await body(shop, capture)
        }
    }
}

extension AtSandbox {
    fileprivate func refund(
        _ capture: String, _ amount: Money, _ name: String
    ) async -> RefundOutcome {
        await paypal.refund(capture, amount: amount, requestID: name, note: "returned")
    }
}
