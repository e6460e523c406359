// The seal on a form: only a page of this shop, shown to this very browser, can have written it.
// Browsers that say where a request comes from (Sec-Fetch-Site) are believed first.

import Crypto
import HTTPTypes
import Hummingbird
import Rules

struct Seals: Sendable {
    private let key: SymmetricKey

    init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// For whoever holds this secret: a session's token or a guest's cookie.
    func seal(for secret: String) -> String {
        hex(HMAC<SHA256>.authenticationCode(for: Array(secret.utf8), using: key).prefix(16))
    }

    func isGenuine(_ seal: String, for secret: String) -> Bool {
        let expected = self.seal(for: secret)
        guard expected.utf8.count == seal.utf8.count else { return false }
        return zip(expected.utf8, seal.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Request {
    /// Whether the browser says that another site sent it.
    var isFromElsewhere: Bool {
        guard let site = headers[HTTPField.Name("Sec-Fetch-Site")!] else { return false }
        return site != "same-origin" && site != "none"
    }
}
