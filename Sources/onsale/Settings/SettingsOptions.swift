// The settings as flags of the command line, and the file they may stand in.

import ArgumentParser
import Foundation
import Shop

struct SettingsOptions: ParsableArguments {
    @Option(help: "A YAML file of settings; ONSALE_SETTINGS names one as well.")
    var settings: String?

    @Option(help: "Where the rows are: a path, or postgres://… (onsale.sqlite).")
    var database: String?

    @Option(help: "A directory whose files replace the shipped rules one by one.")
    var data: String?

    @Option(help: "trace, debug, info, notice, warning, error, critical (info).")
    var logLevel: String?

    /// Throws `ExitCode` once the fault was said.
    func read(_ more: [SettingName: String?] = [:]) throws -> Settings {
        var flags: [SettingName: String] = more.compactMapValues { $0 }
        flags[.database] = database
        flags[.data] = data
        flags[.logLevel] = logLevel
        let environment = ProcessInfo.processInfo.environment
        return try sayFault {
            try Settings(
                WrittenSettings(
                    flags: flags, environment: environment,
                    file: try (settings ?? environment["ONSALE_SETTINGS"]).map(text)))
        }
    }

    private func text(of file: String) throws -> (name: String, yaml: String) {
        do {
            return (file, try String(contentsOfFile: file, encoding: .utf8))
        } catch {
            throw SettingFault(source: file, problem: "it can't be read as text: \(error)")
        }
    }
}

/// What only the serving store needs. A secret is never a flag: every user of the machine can read
/// those.
struct ServingOptions: ParsableArguments {
    @Option(help: "Address and port to listen at (127.0.0.1:8080).")
    var listen: String?

    @Option(help: "Where buyers find the shop (http://localhost:8080).")
    var publicURL: String?

    @Option(help: "A certificate chain in PEM; with --tls-key the store does TLS itself.")
    var tlsCertificate: String?

    @Option(help: "The private key of the certificate, in PEM.")
    var tlsKey: String?

    @Option(help: "yes: a proxy of yours stands in front, and its X-Forwarded-For is believed.")
    var trustedProxy: String?

    @Option(help: "Who signs the letters (Onsale).")
    var shopName: String?

    @Option(
        help: "folder:PATH, sendmail:PROGRAM, smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT.")
    var mail: String?

    @Option(help: "The address that letters come from.")
    var mailFrom: String?

    @Option(
        help: "The name at the mail server. Its password stands in the environment or the file.")
    var mailUser: String?

    @Option(help: "Certificates in PEM to trust for the mail server, instead of the system's.")
    var mailAuthorities: String?

    @Option(help: "PayPal's API: https://api-m.paypal.com.")
    var paypalURL: String?

    @Option(help: "The client ID there. Its secret stands in the environment or the file.")
    var paypalClient: String?

    @Option(help: "The ID of the webhook there; without it PayPal's notices aren't believed.")
    var paypalWebhook: String?

    @Option(help: "Certificates that may vouch for PayPal's notices (the machine's).")
    var paypalRoots: String?

    @Option(help: "Stripe's API (https://api.stripe.com). Its key stands in the environment.")
    var stripeURL: String?

    @Option(help: "A carrier that gives numbers and tracking, by its name on parcels.")
    var carrierName: String?

    @Option(help: "Its API. Its key stands in the environment or the file.")
    var carrierURL: String?

    @Option(help: "Seconds from one question about a parcel to the next (3600).")
    var carrierEvery: String?

    @Option(help: "How often a minute an account may try to reserve; 0: as it likes (60).")
    var reservationsPerAccount: String?

    @Option(help: "How often a minute a network address may; 0: as it likes (1200).")
    var reservationsPerAddress: String?

    @Option(help: "Zero bits a browser must work out to enter a room; 0: none (0).")
    var entryWork: String?

    @Option(help: "Threads that work on passwords (2).")
    var passwordThreads: String?

    var flags: [SettingName: String?] {
        [
            .listen: listen, .publicURL: publicURL, .certificate: tlsCertificate,
            .certificateKey: tlsKey, .trustedProxy: trustedProxy, .shopName: shopName, .mail: mail,
            .mailFrom: mailFrom,
            .mailUser: mailUser, .mailAuthorities: mailAuthorities, .payPalURL: paypalURL,
            .payPalClient: paypalClient,
            .payPalWebhook: paypalWebhook, .payPalRoots: paypalRoots, .stripeURL: stripeURL,
            .carrierName: carrierName, .carrierURL: carrierURL, .carrierEvery: carrierEvery,
            .perAccount: reservationsPerAccount, .perAddress: reservationsPerAddress,
            .work: entryWork, .passwordThreads: passwordThreads,
        ]
    }
}
