// The partners' stand-ins as a server of their own, as they would be in another house: PayPal's at
// its root, Stripe's under /stripe, a carrier's under /carrier.

import Hummingbird
import Logging
import Partners
import ServiceLifecycle

struct PartnerSandbox: Sendable {
    let payPal: PayPalSandbox
    let stripe: StripeSandbox
    /// A parcel is on its way for about two minutes.
    let carrier = CarrierSandbox(pace: 30)
    private let listen: Settings.ListenAddress

    init(at listen: Settings.ListenAddress) {
        self.listen = listen
        let url = "http://\(listen.host):\(listen.port)"
        payPal = PayPalSandbox(publicURL: url)
        stripe = StripeSandbox(publicURL: url + "/stripe")
    }

    /// What a store is told to be their customer.
    var settings: [SettingName: String] {
        let url = "http://\(listen.host):\(listen.port)"
        return [
            .payPalURL: url, .payPalClient: PayPalSandbox.clientID,
            .payPalSecret: PayPalSandbox.secret, .payPalWebhook: PayPalSandbox.webhookID,
            .stripeURL: url + "/stripe", .stripeKey: StripeSandbox.secretKey,
            .stripeWebhookSecret: StripeSandbox.webhookSecret,
            .carrierName: CarrierSandbox.name, .carrierURL: url + "/carrier",
            .carrierKey: CarrierSandbox.key, .carrierEvery: "10",
        ]
    }

    /// Where the shop is that hears their notices.
    func tell(shop url: String) async {
        await payPal.sendNotices(to: url + "/notices/paypal")
        await stripe.sendNotices(to: url + "/notices/card")
    }

    func server(log: Logger) -> any Service {
        let router = Router()
        payPal.addRoutes(to: router)
        stripe.addRoutes(to: router.group("stripe"))
        carrier.addRoutes(to: router.group("carrier"))
        return Application(router: router, configuration: serverConfiguration(listen), logger: log)
    }
}
