// One token for everybody: PayPal slows down shops that fetch one per payment (nopCommerce #7036).

import Foundation
import Partners
import Rules
import Testing

@Suite struct PayPalTokenTests {
    /// Shown to fail once without the fetch that all of them wait for: most weren't begun.
    @Test func `Fifty payers at once cost one token`() async throws {
        try await atSandbox { shop in
            // A second one would be refused, as PayPal does.
            await shop.sandbox.script(
                [.delay(.milliseconds(100))] + Array(repeating: .tooManyRequests, count: 100),
                for: .token)
            let begun = await withTaskGroup(of: Begun.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        await shop.paypal.begin(
                            .example(id: "pay_\(number)", order: "ON-\(number)"))
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(begun.allSatisfy { if case .begun = $0 { true } else { false } })
            #expect(await shop.sandbox.count(of: .token) == 1)
            #expect(await shop.sandbox.count(of: .create) == 50)
        }
    }

    @Test func `A token PayPal has forgotten is fetched again, once`() async throws {
        try await atSandbox { shop in
            let (reference, _) = try await shop.begun()
            await shop.sandbox.forgetTokens()
            #expect(await shop.paypal.read(reference) == .created)
            #expect(await shop.sandbox.count(of: .token) == 2)
        }
    }

    @Test func `A token isn't used to its last second`() async throws {
        try await atSandbox(tokenSeconds: 3) { shop in
            let (reference, _) = try await shop.begun()
            try await Task.sleep(for: .milliseconds(3100))
            #expect(await shop.paypal.read(reference) == .created)
            #expect(await shop.sandbox.count(of: .token) == 2)
            #expect(await shop.sandbox.count(of: .readOrder) == 1)
        }
    }

    @Test func `A wrong secret is told as trouble, not as a refusal of the payer`() async throws {
        try await atSandbox(secret: "wrong") { shop in
            guard case .unavailable = await shop.paypal.begin(.example()),
                case .unknown = await shop.paypal.read("A")
            else { throw Unexpected("it was taken") }
        }
    }

    @Test func `Asked to slow down, the shop doesn't knock again`() async throws {
        try await atSandbox { shop in
            await shop.sandbox.script([.tooManyRequests], for: .token)
            for _ in 0..<10 {
                guard case .unavailable = await shop.paypal.begin(.example()) else {
                    throw Unexpected("it was begun")
                }
            }
            #expect(await shop.sandbox.count(of: .token) == 1)
            try await Task.sleep(for: .milliseconds(3100))
            _ = try await shop.begun()
        }
    }
}
