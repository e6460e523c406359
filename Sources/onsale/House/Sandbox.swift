// PayPal's stand-in as a server of its own, as it would be in another house.

import Hummingbird
import Logging
import Partners
import ServiceLifecycle

/// What a store says to the stand-in to be let in.
let sandboxAccount = (client: PayPalSandbox.clientID, secret: PayPalSandbox.secret)

func payPalSandbox(at listen: Settings.ListenAddress, log: Logger) -> any Service {
    let router = Router()
    let sandbox = PayPalSandbox(publicURL: "http://\(listen.host):\(listen.port)")
    sandbox.addRoutes(to: router)
    return Application(router: router, configuration: serverConfiguration(listen), logger: log)
}
