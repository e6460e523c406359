// PayPal, as a way to be paid: Orders v2 with `intent=CAPTURE`, so that the money is taken when the
// order is accepted and not when the parcel leaves. The four verbs have a file each.

package import AsyncHTTPClient
package import Logging

package struct PayPal: PaymentMethod {
    let settings: PayPalSettings
    let connection: PayPalConnection
    let certificates: PayPalCertificates
    let log: Logger

    /// - Parameter client: set up by `PayPalSettings.clientConfiguration`; whoever made it ends it.
    package init(_ settings: PayPalSettings, client: HTTPClient, log: Logger) {
        self.settings = settings
        self.log = log
        certificates = PayPalCertificates(roots: settings.roots, client: client)
        connection = PayPalConnection(settings, client: client, log: log)
    }
}

/// A partner's name for something, as a part of a path. Ours come back from our own storage, but a
/// slash in one would turn a question into another.
func pathSegment(_ reference: String) -> String {
    let isPlain = reference.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
    }
    return isPlain && !reference.isEmpty ? reference : "UNKNOWN"
}
