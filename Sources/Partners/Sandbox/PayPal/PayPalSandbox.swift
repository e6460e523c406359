// A stand-in for PayPal: its Orders v2 and Payments v2 as a real HTTP server, with a page where the
// payer agrees, faults to order, and no money. For the demo, for rehearsals and for tests.
//
// It keeps to PayPal's published specification; where that says nothing, it is the stricter of two
// guesses, because a stand-in that forgives teaches nothing. It has not been compared with PayPal's
// own sandbox.

package import Foundation

package actor PayPalSandbox {
    /// The account of the demo. Not a secret, whatever it is called.
    package static let clientID = "onsale-demo"
    package static let secret = "no-real-money"

    /// Where the shop and the payer's browser find it, the path of its routes included.
    private(set) var publicURL: String
    let now: @Sendable () -> Date
    let tokenSeconds: Int

    var orders: Kept<SandboxOrder>
    var captures: Kept<SandboxCapture>
    var refunds: Kept<SandboxRefund>
    var requests: Kept<Remembered>
    var tokens: Kept<Date>
    /// Order numbers that were paid for; each is paid once.
    var paidInvoices: Kept<String>
    var trackers: Kept<[String]>
    let post = SandboxPost()
    let certificates: SandboxCertificates
    /// What the shop must trust to believe the sandbox's notices, in PEM.
    package nonisolated var roots: String { certificates.root }
    var inProgress: Set<String> = []
    var faults = SandboxFaults<PayPalOperation>()
    var calls: [PayPalOperation: Int] = [:]
    var serial: UInt64 = 0

    /// - Parameter most: so many orders are kept, the oldest are forgotten first.
    package init(
        publicURL: String, most: Int = 100_000, tokenSeconds: Int = 32_400,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.publicURL = publicURL
        self.now = now
        self.tokenSeconds = tokenSeconds
        orders = Kept(most: most)
        captures = Kept(most: most)
        refunds = Kept(most: most)
        requests = Kept(most: 3 * most)
        paidInvoices = Kept(most: most)
        tokens = Kept(most: 1000)
        trackers = Kept(most: most)
        certificates = SandboxCertificates(now: now())
    }

    /// For a server that learns its port when it starts.
    package func move(to publicURL: String) { self.publicURL = publicURL }

    /// The next calls of this kind meet these faults, one each.
    package func script(_ faults: [SandboxFault], for operation: PayPalOperation) {
        self.faults.append(faults, to: operation)
    }

    /// From now on everything goes well.
    package func forgetFaults() async {
        faults = SandboxFaults()
        await post.forgetScript()
    }

    package func count(of operation: PayPalOperation) -> Int { calls[operation] ?? 0 }

    /// Every capture that took money, in all the sandbox.
    package var capturedOrders: Int { captures.all.count { !$0.isDeclined } }

    /// As when PayPal turns its keys over: the next call is a 401.
    package func forgetTokens() { tokens = Kept(most: 1000) }

    /// A pending capture clears, or fails after all.
    package func settlePending(order: String, asPaid isPaid: Bool) async {
        guard let id = orders[order]?.capture, captures[id]?.pendingReason != nil else { return }
        captures[id]!.pendingReason = nil
        captures[id]!.isDeclined = !isPaid
        captures[id]!.updated = now()
        await tell(capture: id)
    }
}
