// The site: every page, the API and the console of one shop, as a router that a server can run.

package import Hummingbird
import Logging
package import NIOCore
import Rules
package import Shop

package struct SiteSettings: Sendable {
    /// Whether buyers come by https: cookies are then for https only.
    package let isSecure: Bool
    /// Whether a proxy of our own stands in front, whose `X-Forwarded-For` is believed.
    package let trustsProxy: Bool
    /// The names of the payment methods that are configured.
    package let methods: [String]
    package let brand: Brand

    package init(
        isSecure: Bool, trustsProxy: Bool, methods: [String], brand: Brand = Brand()
    ) {
        self.isSecure = isSecure
        self.trustsProxy = trustsProxy
        self.methods = methods
        self.brand = brand
    }
}

package struct Site: Sendable {
    let shop: Shop
    let settings: SiteSettings
    let look: Look
    let boards: Boards
    let fronts: Fronts
    let leaflets: Leaflets
    let prices: Prices
    let transcripts: Transcripts

    package init(shop: Shop, settings: SiteSettings) {
        self.shop = shop
        self.settings = settings
        look = Look(settings.brand)
        boards = Boards(shop: shop)
        fronts = Fronts(shop: shop)
        leaflets = Leaflets(clock: shop.clock)
        prices = Prices()
        transcripts = Transcripts(shop: shop)
    }

    /// What stands in front of the router on each connection, which is closed when nothing moves
    /// for the time of `patience`.
    package func counter(
        patience: TimeAmount
    ) -> @Sendable () -> any RemovableChannelHandler {
        let clerk = Clerk(site: self)
        return { CounterOpening(clerk: clerk, patience: patience) }
    }

    package func router() -> Router<Visit> {
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Gatehouse(site: self))
        addRoutes(to: router)
        return router
    }
}
