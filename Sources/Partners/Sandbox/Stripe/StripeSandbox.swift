// A stand-in for Stripe: its PaymentIntents, Checkout pages and refunds as a real HTTP server, with
// Stripe's test cards, 3-D Secure, faults to order, and no money.
//
// It answers in the words of Stripe's published objects, as far as the shop and Stripe's own client
// library look at them. It has not been compared with Stripe's own test mode.

package import Foundation

package actor StripeSandbox {
    /// The account of the demo. Not a secret, whatever it is called.
    package static let secretKey = "sk_test_onsale_no_real_money"
    package static let webhookSecret = "whsec_onsale_no_real_money"

    /// Where the shop and the payer's browser find it, the path of its routes included.
    private(set) var publicURL: String
    let now: @Sendable () -> Date

    var intents: Kept<SandboxIntent>
    var sessions: Kept<SandboxSession>
    var refunds: Kept<SandboxCardRefund>
    var requests: Kept<Remembered>
    var inProgress: Set<String> = []
    var faults = SandboxFaults<StripeOperation>()
    var calls: [StripeOperation: Int] = [:]
    let post = SandboxPost()

    package init(
        publicURL: String, most: Int = 100_000, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.publicURL = publicURL
        self.now = now
        intents = Kept(most: most)
        sessions = Kept(most: most)
        refunds = Kept(most: most)
        requests = Kept(most: 3 * most)
    }

    /// For a server that learns its port when it starts.
    package func move(to publicURL: String) { self.publicURL = publicURL }

    /// The next calls of this kind meet these faults, one each.
    package func script(_ faults: [SandboxFault], for operation: StripeOperation) {
        self.faults.append(faults, to: operation)
    }

    package func count(of operation: StripeOperation) -> Int { calls[operation] ?? 0 }

    /// Every intent that took money, in all the sandbox.
    package var takenIntents: Int { intents.all.count { $0.status == .succeeded } }

    /// Every card that is held and not taken.
    package var heldIntents: Int { intents.all.count { $0.status == .requiresCapture } }

    /// Smallest units taken and not given back, by the shop's name for the payment.
    package var kept: [String: Int64] {
        intents.all.filter { $0.received > 0 }.reduce(into: [:]) {
            $0[$1.metadata["payment"] ?? $1.id, default: 0] += $1.received - $1.refunded
        }
    }

    /// From now on everything goes well.
    package func forgetFaults() async {
        faults = SandboxFaults()
        await post.forgetScript()
    }

    func name(_ prefix: String) -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return prefix + String((0..<24).map { _ in letters.randomElement()! })
    }
}

package enum StripeOperation: String, Hashable, Sendable, CaseIterable {
    case createSession, readSession, expireSession
    case createIntent, readIntent, confirm, capture, cancel
    case refund, readRefund, movements
}
