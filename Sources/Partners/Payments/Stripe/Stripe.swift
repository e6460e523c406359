// Stripe, as a way to be paid by card. The payer types the card into Stripe's own page (Checkout),
// so that no card's number ever comes near the shop. The card is held there and then; the money is
// taken within minutes, once the units are in hand, or the hold is let go of.
//
// A payment's reference is the page's session; the money taken is known by its PaymentIntent.

package import AsyncHTTPClient
package import Logging

package struct Stripe: PaymentMethod {
    let settings: StripeSettings
    let connection: StripeConnection
    let log: Logger

    /// - Parameter client: set up by `PayPalSettings.clientConfiguration`, which holds for every
    ///   partner that carries money; whoever made it ends it.
    package init(_ settings: StripeSettings, client: HTTPClient, log: Logger) {
        self.settings = settings
        self.log = log
        connection = StripeConnection(settings, client: client, log: log)
    }
}
