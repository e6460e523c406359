// What isn't known isn't guessed: every way an answer can be lost, and how the truth comes out.

import Foundation
import NIOCore
import Partners
import Rules
import TestKit
import Testing

@Suite struct PayPalTroubleTests {
    private static let total = PaymentRequest.example().total

    /// umbraco #395: an answer got lost, the capture was asked for again, and three were made.
    @Test(arguments: [SandboxFault.failAfter, .dropAfter, .unreadableAfter])
    func `Money taken behind a lost answer is found, not taken again`(
        fault: SandboxFault
    ) async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([fault], for: .capture)
            let lost = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: Self.total)
            if fault == .unreadableAfter {
                // PayPal said yes, so the order is read back at once.
                guard case .captured = lost else { throw Unexpected("\(lost)") }
            } else {
                guard case .unknown = lost else { throw Unexpected("\(lost)") }
            }
            try await shop.expectOneCapture(of: reference)
        }
    }

    @Test func `Money taken behind a late answer is found, not taken again`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([.stallAfter(.seconds(3))], for: .capture)
            let late = await shop.impatient.capture(
                reference, requestID: "pay_01", expecting: Self.total)
            guard case .unknown = late else { throw Unexpected("\(late)") }
            // Until the first one is through, PayPal answers 409, and nobody knows yet.
            try await Task.sleep(for: .seconds(3))
            try await shop.expectOneCapture(of: reference)
        }
    }

    @Test(arguments: [SandboxFault.failBefore, .tooManyRequests])
    func `What wasn't done can be asked for again`(fault: SandboxFault) async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([fault], for: .capture)
            let first = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: Self.total)
            guard case .unknown = first else { throw Unexpected("\(first)") }
            let second = await shop.paypal.capture(
                reference, requestID: "pay_01", expecting: Self.total)
            guard case .captured(_, Self.total, _) = second else { throw Unexpected("\(second)") }
            #expect(await shop.sandbox.capturedOrders == 1)
        }
    }

    @Test(arguments: [SandboxFault.failAfter, .dropAfter, .failBefore, .tooManyRequests])
    func `An order that was begun behind a lost answer is the one that is begun again`(
        fault: SandboxFault
    ) async throws {
        try await atSandbox { shop in
            await shop.sandbox.script([fault], for: .create)
            guard case .unavailable = await shop.paypal.begin(.example()) else {
                throw Unexpected("it was begun")
            }
            let (reference, _) = try await shop.begun()
            #expect(await shop.paypal.read(reference) == .created)
        }
    }

    @Test func `A pending capture waits until it clears`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([.pend("ECHECK")], for: .capture)
            #expect(
                await shop.paypal.capture(reference, requestID: "pay_01", expecting: Self.total)
                    == .pending("ECHECK"))
            #expect(await shop.paypal.read(reference) == .pending("ECHECK"))
            await shop.sandbox.settlePending(order: reference, asPaid: true)
            guard case .captured(_, Self.total, _) = await shop.paypal.read(reference) else {
                throw Unexpected("it doesn't show")
            }
        }
    }

    @Test func `A pending capture that fails after all is void`() async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([.pend("ECHECK")], for: .capture)
            _ = await shop.paypal.capture(reference, requestID: "pay_01", expecting: Self.total)
            await shop.sandbox.settlePending(order: reference, asPaid: false)
            #expect(await shop.paypal.read(reference) == .voided)
        }
    }

    @Test(arguments: [
        ("INSTRUMENT_DECLINED", CaptureOutcome.declined("INSTRUMENT_DECLINED")),
        ("DOMESTIC_TRANSACTION_REQUIRED", .declined("DOMESTIC_TRANSACTION_REQUIRED")),
        ("TRANSACTION_REFUSED", .declined("TRANSACTION_REFUSED")),
        ("PAYER_ACTION_REQUIRED", .needsApproval),
        ("ORDER_NOT_APPROVED", .needsApproval),
        ("REDIRECT_PAYER_FOR_ALTERNATE_FUNDING", .needsApproval),
        ("ORDER_ALREADY_CAPTURED", .unknown("captured, it was said, but it doesn't show")),
        ("INTERNAL_SERVER_ERROR", .unknown("HTTP 500")),
        ("INVALID_PARAMETER_SYNTAX", .unknown("400 INVALID_PARAMETER_SYNTAX")),
    ])
    func `Every refusal of a capture has its meaning`(
        issue: String, outcome: CaptureOutcome
    ) async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([.refuse(issue)], for: .capture)
            #expect(
                await shop.paypal.capture(reference, requestID: "pay_01", expecting: Self.total)
                    == outcome)
        }
    }

    @Test(arguments: [SandboxFault.failBefore, .tooManyRequests, .unreadableAfter, .dropAfter])
    func `A reading that fails says that it isn't known`(fault: SandboxFault) async throws {
        try await atSandbox { shop in
            let reference = try await shop.agreed()
            await shop.sandbox.script([fault], for: .readOrder)
            guard case .unknown = await shop.paypal.read(reference) else {
                throw Unexpected("it was known")
            }
        }
    }

    @Test func `Nobody at PayPal's address is not an answer`() async throws {
        try await atSandbox { shop in
            let nowhere = PayPal(
                PayPalSettings(
                    baseURL: "http://127.0.0.1:1", clientID: "a", secret: "b",
                    timeout: .seconds(1)),
                client: shop.client, log: quiet)
            guard case .unknown = await nowhere.read("A"),
                case .unavailable = await nowhere.begin(.example())
            else { throw Unexpected("somebody answered") }
        }
    }
}

extension AtSandbox {
    /// It shows when it is read; asked for again, it is the same; and there is no other.
    fileprivate func expectOneCapture(of reference: String) async throws {
        let total = PaymentRequest.example().total
        guard case .captured(let read, total, let fee) = await paypal.read(reference) else {
            throw Unexpected("it doesn't show")
        }
        let again = await paypal.capture(reference, requestID: "pay_01", expecting: total)
        #expect(again == .captured(read, total, fee: fee))
        #expect(await sandbox.capturedOrders == 1)
    }
}
