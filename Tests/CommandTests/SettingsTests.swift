// Settings: which source goes first, and what is said of a mistake.
import Storage
import Testing

@testable import onsale

struct SettingsTests {
    @Test func `a flag goes before the environment, and that before the file`() throws {
        let file = "listen: 127.0.0.1:1\nshop-name: From the file\ndatabase: file.sqlite\n"
        let settings = try read(
            flags: [.listen: "127.0.0.1:3"],
            environment: ["ONSALE_LISTEN": "127.0.0.1:2", "ONSALE_SHOP_NAME": "From outside"],
            file: file)
        #expect(settings.listen.port == 3)
        #expect(settings.shopName == "From outside")
        #expect(settings.location == .sqlite(path: "file.sqlite"))
    }

    @Test func `nothing has to be set`() throws {
        let settings = try read()
        #expect(settings.location == .sqlite(path: "onsale.sqlite"))
        #expect(settings.publicURL == "http://localhost:8080")
        #expect(settings.payPal == nil)
        #expect([settings.perAccount, settings.perAddress, settings.work] == [60, 1200, 0])
    }

    @Test func `mail, PayPal and an address of several lines are read`() throws {
        let settings = try read(
            environment: ["ONSALE_PAYPAL_SECRET": "hush"],
            file: """
                mail: sendmail:/usr/sbin/sendmail
                mail-from: shop@example.com
                paypal-url: https://api-m.paypal.com
                paypal-client: app
                return-address:
                  - Example Ltd
                  - 1 High Street
                listen: "[::1]:443"
                """)
        #expect(settings.mail?.way == .sendmail("/usr/sbin/sendmail"))
        #expect(settings.payPal?.secret == "hush")
        #expect(settings.returnAddress == ["Example Ltd", "1 High Street"])
        #expect(settings.listen == .init(host: "::1", port: 443))
    }

    @Test(arguments: [
        ("lisen: 127.0.0.1:80", "shop.yaml:1: lisen: no setting is known by this name"),
        (
            "shop-name: A shop\nlisten: eighty",
            "shop.yaml:2: listen: “eighty” is not an address and a port such as 127.0.0.1:8080"
        ),
        ("listen: 127.0.0.1:70000", "shop.yaml:1: listen: “127.0.0.1:70000” is not"),
        ("public-url: https://shop.example.com/", "shop.yaml:1: public-url: “https://shop"),
        ("trusted-proxy: maybe", "shop.yaml:1: trusted-proxy: “maybe” is not yes or no"),
        ("password-threads: 0", "shop.yaml:1: password-threads: “0” is not a whole number"),
        ("reservations-per-account: many", "shop.yaml:1: reservations-per-account: “many” is not"),
        ("tax-numbers: VAT DE12", "shop.yaml:1: tax-numbers: “VAT DE12” is not a number such as"),
        (
            "tax-numbers:\n  - EORI DE1\n  - EORI DE2",
            "shop.yaml:2: tax-numbers: “EORI DE2” is a second EORI number of DE, besides DE1"
        ),
        (
            "entry-work: 25",
            "shop.yaml:1: entry-work: “25” is not a whole number of bits from 0 to 24"
        ),
        ("mail: pigeon", "shop.yaml:1: mail: “pigeon” is not folder:PATH, sendmail:PROGRAM"),
        ("mail: folder:mail", "shop.yaml:1: mail: needs mail-from as well, a mail address"),
        ("tls-key: /dev/null", "shop.yaml:1: tls-key: needs tls-certificate as well"),
        ("paypal-client: app", "shop.yaml:1: paypal-client: needs paypal-url as well"),
        ("data: /nowhere/at/all", "shop.yaml:1: data: “/nowhere/at/all” is not a directory"),
        ("listen: [", "shop.yaml:"),
    ])
    func `a mistake names its place and what is expected`(file: String, said: String) {
        let fault = fault { try read(file: file) }
        #expect(fault.hasPrefix(said), "\(fault)")
    }

    @Test func `a name in the environment that nobody knows is a mistake`() {
        let fault = fault { try read(environment: ["ONSALE_LITSEN": "x", "PATH": "/bin"]) }
        #expect(fault == "ONSALE_LITSEN: no setting is known by this name")
    }

    @Test func `a secret is not repeated, even when it is malformed`() {
        let fault = fault { try read(environment: ["ONSALE_PAYPAL_SECRET": "hush hush"]) }
        #expect(
            fault == "ONSALE_PAYPAL_SECRET: what is there is not the secret of an app at PayPal")
    }

    private func read(
        flags: [SettingName: String] = [:], environment: [String: String] = [:],
        file: String? = nil
    ) throws -> Settings {
        try Settings(
            WrittenSettings(
                flags: flags, environment: environment,
                file: file.map { (name: "shop.yaml", yaml: $0) }))
    }

    private func fault(_ act: () throws -> Settings) -> String {
        do {
            _ = try act()
            return "no fault"
        } catch {
            return "\(error)"
        }
    }
}
