// The one file where engines and partners are chosen and put together.

import AsyncHTTPClient
import Logging
import Partners
import Rules
import Shop
import Storage

enum Wiring {
    static func storage(
        _ settings: Settings, schema: Storage.SchemaPolicy = .current, log: Logger
    ) throws -> Storage {
        try Storage.open(settings.location, schema: schema, logger: log)
    }

    static func rules(_ settings: Settings) throws -> LiveRulebook {
        try LiveRulebook(directory: settings.data)
    }

    /// A shop that speaks to nobody outside: for commands that read or write and are done.
    static func quietShop(
        _ settings: Settings, storage: Storage,
        passwords: PasswordHasher = PasswordHasher(threads: 1), log: Logger
    ) throws -> Shop {
        Shop(
            storage: storage, rulebook: try rules(settings), payments: [:], mailer: NoMailer(),
            darkroom: VipsDarkroom(), settings: settings.shop, passwords: passwords, log: log)
    }

    /// A shop that asks the payment partners, and writes no letters: those stay in the outbox.
    static func askingShop(
        _ settings: Settings, storage: Storage, client: HTTPClient, log: Logger
    ) throws -> Shop {
        Shop(
            storage: storage, rulebook: try rules(settings),
            payments: payments(settings, client: client, log: log), mailer: NoMailer(),
            settings: settings.shop, passwords: PasswordHasher(threads: 1), log: log)
    }

    /// The shop that serves, with its partners.
    /// Throws `SettingFault` where it has no way to send mail: before the database is touched.
    static func shop(_ settings: Settings, client: HTTPClient, log: Logger) throws -> Shop {
        let rules = try rules(settings)
        let mailer = try mailer(settings)
        return Shop(
            storage: try storage(settings, log: log), rulebook: rules,
            payments: payments(settings, client: client, log: log), mailer: mailer,
            carriers: carriers(settings, client: client, log: log), darkroom: VipsDarkroom(),
            settings: settings.shop,
            passwords: PasswordHasher(threads: settings.passwordThreads), log: log)
    }

    private static func payments(
        _ settings: Settings, client: HTTPClient, log: Logger
    ) -> [String: any PaymentMethod] {
        var methods: [String: any PaymentMethod] = [:]
        if let payPal = settings.payPal {
            let account = PayPalSettings(
                baseURL: payPal.url, clientID: payPal.client, secret: payPal.secret,
                brandName: settings.shopName, webhookID: payPal.webhook, roots: payPal.roots)
            methods["paypal"] = PayPal(account, client: client, log: log)
        }
        if let stripe = settings.stripe {
            let account = StripeSettings(
                baseURL: stripe.url, secretKey: stripe.key, webhookSecrets: stripe.webhookSecrets)
            methods["card"] = Stripe(account, client: client, log: log)
        }
        return methods
    }

    private static func carriers(
        _ settings: Settings, client: HTTPClient, log: Logger
    ) -> [String: any Carrier] {
        guard let carrier = settings.carrier else { return [:] }
        return [
            carrier.name: PlainCarrier(
                url: carrier.url, key: carrier.key, client: client, log: log)
        ]
    }

    private static func mailer(_ settings: Settings) throws -> any Mailer {
        guard let mail = settings.mail else {
            throw SettingFault(
                source: SettingName.mail.rawValue,
                problem: "nobody can confirm an address without mail: it needs "
                    + SettingName.mail.expected)
        }
        let sender = MailSender(name: settings.shopName, address: mail.from)
        switch mail.way {
        case .folder(let path): return try MailFolder(directory: path, sender: sender)
        case .server(let url):
            return SMTPMailer(
                SMTPMailer.Server(
                    url: url, user: mail.user, password: mail.password,
                    authorities: mail.authorities), sender: sender)
        case .sendmail(let program): return SendmailMailer(program: program, sender: sender)
        }
    }
}

extension Settings {
    fileprivate var shop: ShopSettings {
        ShopSettings(
            publicURL: publicURL, name: shopName, returnAddress: returnAddress,
            taxNumbers: taxNumbers,
            pace: ReservationPace(
                account: Pace(perMinute: perAccount), address: Pace(perMinute: perAddress)),
            work: work, trackingPause: .seconds(Int64(carrierEvery)))
    }
}

/// For a shop that runs no jobs: letters stay in the outbox until the store serves.
private struct NoMailer: Mailer {
    struct NotServing: Error {}
    func send(_ mail: Mail) async throws { throw NotServing() }
}
