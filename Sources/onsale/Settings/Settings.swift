// What the store runs with, read and checked before anything is opened.

import Foundation
import Logging
import Rules
import Shop
import Storage
import Web

struct Settings: Sendable {
    var location: Location
    var listen: ListenAddress
    var publicURL: String
    /// Paths of the certificate chain and of its key; nil when a proxy of ours does the TLS.
    var tls: (certificate: String, key: String)?
    var trustsProxy: Bool
    /// Whose files replace the shipped rules one by one.
    var data: String?
    var shopName: String
    var brand: Brand
    var returnAddress: [String]
    var taxNumbers: [TaxNumber]
    var mail: Mail?
    var payPal: PayPal?
    var stripe: Stripe?
    var carrier: Carrier?
    /// Seconds from one question about a parcel to the next.
    var carrierEvery: Int
    /// How many a minute may try to reserve; 0 for as many as like.
    var perAccount: Int
    var perAddress: Int
    /// How many zero bits a browser must find to enter a room; 0 for none.
    var work: Int
    var passwordThreads: Int
    var logLevel: Logger.Level

    struct ListenAddress: Hashable, Sendable {
        var host: String
        var port: Int
    }

    struct Mail: Hashable, Sendable {
        enum Way: Hashable, Sendable {
            case folder(String)
            case sendmail(String)
            /// A URL that begins with smtp:// or smtps://.
            case server(String)
        }
        var way: Way
        var from: String
        var user: String?
        var password: String?
        var authorities: String?
    }

    struct PayPal: Hashable, Sendable {
        var url: String
        var client: String
        var secret: String
        var webhook: String?
        /// Certificates in PEM; nil for those the machine trusts.
        var roots: String?
    }

    struct Carrier: Hashable, Sendable {
        var name: String
        var url: String
        var key: String
    }

    struct Stripe: Hashable, Sendable {
        var url: String
        var key: String
        var webhookSecrets: [String]
    }

    /// Throws `SettingFault`: what is malformed, or is there without what it needs.
    init(_ written: WrittenSettings) throws(SettingFault) {
        location = try written.read(.database, Location.init) ?? .sqlite(path: "onsale.sqlite")
        listen =
            try written.read(.listen, ListenAddress.init)
            ?? ListenAddress(host: "127.0.0.1", port: 8080)
        data = try written.read(.data, directory)
        shopName =
            try written.read(.shopName) { (1...70).contains($0.count) ? $0 : nil } ?? "Onsale"
        brand = try written.brand()
        returnAddress = try written.read(.returnAddress, addressLines) ?? []
        taxNumbers = try written.taxNumbers()
        trustsProxy = try written.read(.trustedProxy) { ["yes": true, "no": false][$0] } ?? false
        perAccount = try written.read(.perAccount, pace) ?? 60
        perAddress = try written.read(.perAddress, pace) ?? 1200
        work =
            try written.read(.work) {
                Int($0).flatMap { (0...EntryWork.mostBits) ~= $0 ? $0 : nil }
            } ?? 0
        passwordThreads =
            try written.read(.passwordThreads) { Int($0).flatMap { (1...64) ~= $0 ? $0 : nil } }
            ?? max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
        logLevel = try written.read(.logLevel, Logger.Level.init(rawValue:)) ?? .info

        let certificate = try written.read(.certificate, file)
        let key = try written.read(.certificateKey, file)
        tls = try written.together([
            (.certificate, certificate), (.certificateKey, key),
        ]).map { ($0[0], $0[1]) }
        let scheme = tls == nil ? "http" : "https"
        publicURL =
            try written.read(.publicURL, webAddress) ?? "\(scheme)://localhost:\(listen.port)"

        payPal = try written.together([
            (.payPalURL, try written.read(.payPalURL, webAddress)),
            (.payPalClient, try written.read(.payPalClient, token)),
            (.payPalSecret, try written.read(.payPalSecret, token)),
        ]).map { PayPal(url: $0[0], client: $0[1], secret: $0[2]) }
        payPal?.webhook = try written.read(.payPalWebhook, token)
        payPal?.roots = try written.read(.payPalRoots, text(of:))
        let stripeSecrets = try written.read(.stripeWebhookSecret, tokens) ?? []
        stripe = try written.read(.stripeKey, token).map { key throws(SettingFault) in
            let url = try written.read(.stripeURL, webAddress) ?? "https://api.stripe.com"
            return Stripe(url: url, key: key, webhookSecrets: stripeSecrets)
        }
        carrier = try written.together([
            (.carrierName, try written.read(.carrierName, carrierName)),
            (.carrierURL, try written.read(.carrierURL, webAddress)),
            (.carrierKey, try written.read(.carrierKey, token)),
        ]).map { Carrier(name: $0[0], url: $0[1], key: $0[2]) }
        carrierEvery = try written.read(.carrierEvery, pause) ?? 3600
        let from = try written.read(.mailFrom) { (try? MailAddress($0))?.text }
        mail = try written.read(.mail, Mail.Way.init).map { way throws(SettingFault) in
            guard let from else { throw written.missing(.mailFrom, besides: .mail) }
            let login = try written.together([
                (.mailUser, try written.read(.mailUser, token)),
                (.mailPassword, try written.read(.mailPassword, password)),
            ])
            return Mail(
                way: way, from: from, user: login?[0], password: login?[1],
                authorities: try written.read(.mailAuthorities, file))
        }
    }
}

extension WrittenSettings {
    /// Nil when nothing is written. Never repeats a secret.
    fileprivate func read<Value>(
        _ name: SettingName, _ read: (String) -> Value?
    ) throws(SettingFault) -> Value? {
        guard let written = self[name] else { return nil }
        guard let value = read(written.text) else {
            let text = name.isSecret ? "what is there" : "“\(written.text)”"
            throw SettingFault(
                source: written.source, problem: "\(text) is not \(name.expected)")
        }
        return value
    }

    /// Throws `SettingFault` for a colour that can't be read on the pages it is for.
    fileprivate func brand() throws(SettingFault) -> Brand {
        let ours = Brand()
        let light = try read(.shopColour) {
            Colour($0).flatMap { Brand(light: $0).isReadable ? $0 : nil }
        }
        let dark = try read(.shopColourDark) {
            Colour($0).flatMap { Brand(dark: $0).isReadable ? $0 : nil }
        }
        return Brand(
            light: light ?? ours.light, dark: dark ?? ours.dark,
            logo: try read(.shopLogo) { path in
                FileManager.default.contents(atPath: path).flatMap { Brand.Logo(Array($0)) }
            }, imprint: try read(.shopImprint, addressLines) ?? [])
    }

    /// Each on a line of its own; two of a kind for one place are a slip.
    fileprivate func taxNumbers() throws(SettingFault) -> [TaxNumber] {
        guard let written = self[.taxNumbers] else { return [] }
        var found: [TaxNumber] = []
        for line in written.text.split(separator: "\n") {
            guard let number = TaxNumber(String(line)) else {
                throw SettingFault(
                    source: written.source,
                    problem: "“\(line)” is not \(SettingName.taxNumbers.expected)")
            }
            let place = number.text.prefix(2)
            if let other = found.first(where: {
                $0.kind == number.kind && $0.text.hasPrefix(place)
            }) {
                throw SettingFault(
                    source: written.source,
                    problem: "“\(line)” is a second \(number.kind.rawValue) number of \(place), "
                        + "besides \(other.text)")
            }
            found.append(number)
        }
        return found
    }

    /// All of them or none: half a certificate is a mistake.
    fileprivate func together(
        _ values: [(SettingName, String?)]
    ) throws(SettingFault) -> [String]? {
        let found = values.compactMap(\.1)
        if found.isEmpty { return nil }
        guard let absent = values.first(where: { $0.1 == nil })?.0,
            let present = values.first(where: { $0.1 != nil })?.0
        else { return found }
        throw missing(absent, besides: present)
    }

    fileprivate func missing(_ name: SettingName, besides present: SettingName) -> SettingFault {
        SettingFault(
            source: self[present]?.source ?? present.rawValue,
            problem: "needs \(name.rawValue) as well, \(name.expected)")
    }
}

extension Settings.ListenAddress {
    /// `127.0.0.1:8080`, `[::1]:8080`.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port)
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: port)
    }
}

extension Settings.Mail.Way {
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "folder" where parts.count == 2: self = .folder(parts[1])
        case "sendmail" where parts.count == 2: self = .sendmail(parts[1])
        case "smtp", "smtps":
            // No path: what follows the server is our own name, which is added.
            guard let url = webAddress(text, schemes: ["smtp", "smtps"]),
                URL(string: url)?.path == ""
            else { return nil }
            self = .server(url)
        default: return nil
        }
    }
}

private func carrierName(_ text: String) -> String? {
    (1...40).contains(text.count) && Fault.text(text, in: .carrier, most: 40).isEmpty ? text : nil
}

private func pause(_ text: String) -> Int? {
    Int(text).flatMap { (1...86_400) ~= $0 ? $0 : nil }
}

private func pace(_ text: String) -> Int? {
    Int(text).flatMap { (0...Pace.most) ~= $0 ? $0 : nil }
}

private func webAddress(_ text: String) -> String? {
    webAddress(text, schemes: ["http", "https"])
}

private func webAddress(_ text: String, schemes: Set<String>) -> String? {
    guard let url = URL(string: text), schemes.contains(url.scheme ?? ""), url.host != nil,
        !text.hasSuffix("/"), url.query == nil, url.fragment == nil
    else { return nil }
    return text
}

private func addressLines(_ text: String) -> [String]? {
    let lines = text.split(separator: "\n").map(String.init)
    return (1...8).contains(lines.count) && lines.allSatisfy { $0.count <= 70 } ? lines : nil
}

private func directory(_ path: String) -> String? {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    return exists && isDirectory.boolValue ? path : nil
}

private func file(_ path: String) -> String? {
    FileManager.default.isReadableFile(atPath: path) ? path : nil
}

private func text(of path: String) -> String? {
    // Unreadable is malformed: the fault says what is expected there.
    try? String(contentsOfFile: path, encoding: .utf8)
}

private func tokens(_ text: String) -> [String]? {
    let found = text.split(separator: "\n").map(String.init)
    return (1...4).contains(found.count) && found.allSatisfy { token($0) != nil } ? found : nil
}

/// Anything that can be typed on one line.
private func password(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    return isPlain && (1...500).contains(text.count) ? text : nil
}

private func token(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 32 }
    return isPlain && (1...500).contains(text.count) ? text : nil
}
