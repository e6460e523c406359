// Every setting of the store, by the one name it has as a flag, in a file, and (in capitals, with
// ONSALE_ before it) in the environment.

enum SettingName: String, CaseIterable, Sendable {
    case database
    case listen
    case publicURL = "public-url"
    case certificate = "tls-certificate"
    case certificateKey = "tls-key"
    case trustedProxy = "trusted-proxy"
    case data
    case shopName = "shop-name"
    case shopColour = "shop-colour"
    case shopColourDark = "shop-colour-dark"
    case shopLogo = "shop-logo"
    case shopImprint = "shop-imprint"
    case returnAddress = "return-address"
    case taxNumbers = "tax-numbers"
    case mail
    case mailFrom = "mail-from"
    case mailUser = "mail-user"
    case mailPassword = "mail-password"
    case mailAuthorities = "mail-authorities"
    case payPalURL = "paypal-url"
    case payPalClient = "paypal-client"
    case payPalSecret = "paypal-secret"
    case payPalWebhook = "paypal-webhook"
    case payPalRoots = "paypal-roots"
    case stripeURL = "stripe-url"
    case stripeKey = "stripe-key"
    case stripeWebhookSecret = "stripe-webhook-secret"
    case carrierName = "carrier-name"
    case carrierURL = "carrier-url"
    case carrierKey = "carrier-key"
    case carrierEvery = "carrier-every"
    case perAccount = "reservations-per-account"
    case perAddress = "reservations-per-address"
    case work = "entry-work"
    case passwordThreads = "password-threads"
    case logLevel = "log-level"

    /// Never repeated, in no message.
    var isSecret: Bool {
        [.mailPassword, .payPalSecret, .stripeKey, .stripeWebhookSecret, .carrierKey].contains(self)
    }

    /// `public-url` is `ONSALE_PUBLIC_URL`.
    var inEnvironment: String {
        "ONSALE_" + rawValue.uppercased().replacing("-", with: "_")
    }

    /// What can be put there, as it follows "is not …" and "needs …".
    var expected: String {
        switch self {
        case .database: "a path, or a URL that begins with postgres://"
        case .listen: "an address and a port such as 127.0.0.1:8080"
        case .publicURL: "a URL such as https://shop.example.com, without a slash at its end"
        case .certificate: "the path of a certificate chain in PEM"
        case .certificateKey: "the path of a private key in PEM"
        case .trustedProxy: "yes or no"
        case .data: "a directory of files of rules"
        case .shopName: "a name of 1 to 70 letters"
        case .shopColour, .shopColourDark:
            "a colour such as #b93c0a, dark enough for light pages and light enough for dark ones"
        case .shopLogo: "the path of an SVG or PNG of at most 64 KiB"
        case .shopImprint: "one to eight lines"
        case .returnAddress: "one to eight lines"
        case .taxNumbers:
            """
            a number such as EORI GB123456789000, EORI DE1234567, VAT GB123456789, VAT DE123456789, \
            VAT FR12345678901 or IOSS IM1234567890
            """
        case .mail: "folder:PATH, sendmail:PROGRAM, smtp://HOST:PORT or smtps://HOST:PORT"
        case .mailFrom: "a mail address"
        case .mailUser: "the name by which the mail server knows the shop"
        case .mailPassword: "the password for the mail server"
        case .mailAuthorities: "the path of certificates in PEM that the mail server’s is signed by"
        case .payPalURL: "a URL such as https://api-m.paypal.com"
        case .payPalClient: "the client ID of an app at PayPal"
        case .payPalSecret: "the secret of an app at PayPal"
        case .payPalWebhook: "the ID that PayPal gave the webhook"
        case .payPalRoots: "the path of certificates in PEM"
        case .stripeURL: "a URL such as https://api.stripe.com"
        case .stripeKey: "a secret or restricted key of Stripe's"
        case .stripeWebhookSecret: "one or two signing secrets of Stripe's, one a line"
        case .carrierName: "the carrier's name, of 1 to 40 letters"
        case .carrierURL: "a URL such as https://carrier.example.com"
        case .carrierKey: "a key of the carrier's"
        case .carrierEvery: "a whole number of seconds from 1 to 86400"
        case .perAccount, .perAddress: "a whole number a minute from 0 to 1000000"
        case .work: "a whole number of bits from 0 to 24"
        case .passwordThreads: "a whole number from 1 to 64"
        case .logLevel: "one of trace, debug, info, notice, warning, error, critical"
        }
    }
}
