// A whole shop for a test: the shipped rules, a fresh storage, a clock, a postbox and a till of its
// own.

package import Partners
// Exported: the clock, the till and the people of a rehearsal are those of the tests, and a story
// needs one import for all of them.
@_exported public import Rehearsal
import Rules
package import Shop
import Storage

package struct TestShop: Sendable {
    package let shop: Shop
    package let clock: HandClock
    package let postbox: Postbox
    /// Stands for every payment partner: `paypal` and `card`.
    package let till: Till
}

/// Hands the body a shop on a fresh storage of that engine. Passwords cost next to nothing in it.
@discardableResult
package func withShop<T>(
    on engine: Engine, passwords: PasswordHasher = PasswordHasher(cost: .least),
    settings: ShopSettings = ShopSettings(publicURL: "https://shop.example.com"),
    chance: SharedChance = SharedChance(), rules: String? = nil, clock: HandClock = HandClock(),
    payments: (Till) -> [String: any PaymentMethod] = { ["paypal": $0, "card": $0] },
    carriers: [String: any Carrier] = [:],
    _ body: (TestShop) async throws -> T
) async throws -> T {
    try await withStorage(on: engine) { storage in
        let postbox = Postbox()
        let till = Till()
        let shop = Shop(
            storage: storage, rulebook: try LiveRulebook(directory: rules),
            payments: payments(till), mailer: postbox, carriers: carriers,
            darkroom: QuickDarkroom(), clock: clock, chance: chance, settings: settings,
            passwords: passwords, log: quiet)
        return try await body(
            TestShop(shop: shop, clock: clock, postbox: postbox, till: till))
    }
}
