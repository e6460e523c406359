// A whole shop for a test: the shipped rules, a fresh storage, a clock and a postbox of its own.
package import Rules
package import Shop
package import Storage

package struct TestShop: Sendable {
    package let shop: Shop
    package let clock: HandClock
    package let postbox: Postbox
}

/// Hands the body a shop on a fresh storage of that engine. Passwords cost next to nothing in it.
@discardableResult
package func withShop<T>(
    on engine: Engine, passwords: PasswordHasher = PasswordHasher(cost: .least),
    settings: ShopSettings = ShopSettings(publicURL: "https://shop.example.com"),
    _ body: (TestShop) async throws -> T
) async throws -> T {
    try await withStorage(on: engine) { storage in
        let clock = HandClock()
        let postbox = Postbox()
        let shop = Shop(
            storage: storage, rulebook: LiveRulebook(try Rulebook.load(directory: nil)),
            payments: [:], mailer: postbox, clock: clock, settings: settings,
            passwords: passwords, log: quiet)
        return try await body(TestShop(shop: shop, clock: clock, postbox: postbox))
    }
}
