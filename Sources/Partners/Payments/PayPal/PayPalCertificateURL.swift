// Which certificates of PayPal's are fetched at all. The address of one comes with the notice, from
// anybody: followed blindly, it would let a stranger make the shop ask any machine it can reach.

import Foundation

struct PayPalCertificateURL: Hashable, Sendable {
    /// As it was given; it says nothing that the rules below don't allow.
    let text: String

    /// Nil for any address but PayPal's own place for certificates, or the stand-in's.
    init?(_ text: String, baseURL: String) {
        guard (1...500).contains(text.utf8.count), text.utf8.allSatisfy(Self.isPlain),
            let url = URLComponents(string: text), let base = URLComponents(string: baseURL),
            url.user == nil, url.password == nil, url.query == nil, url.fragment == nil,
            let host = url.host, let home = base.host
        else { return nil }
        var path = "/v1/notifications/certs/"
        if let hosts = Self.hosts[home] {
            guard url.scheme == "https", url.port == nil || url.port == 443, hosts.contains(host)
            else { return nil }
        } else {
            // Not PayPal: the one other partner that speaks like it is the stand-in, at its place.
            guard url.scheme == base.scheme, url.port == base.port, host == home else { return nil }
            path = base.path + path
        }
        guard url.path.hasPrefix(path) else { return nil }
        let name = url.path.dropFirst(path.count).utf8
        guard !name.isEmpty, name.allSatisfy(Self.isName) else { return nil }
        self.text = text
    }

    private static let hosts: [String: Set<String>] = [
        "api-m.paypal.com": ["api.paypal.com", "api-m.paypal.com"],
        "api.paypal.com": ["api.paypal.com", "api-m.paypal.com"],
        "api-m.sandbox.paypal.com": ["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"],
        "api.sandbox.paypal.com": ["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"],
    ]

    /// What needs no escaping and means the same to every reader of URLs.
    private static func isPlain(_ byte: UInt8) -> Bool {
        isName(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: ".")
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
