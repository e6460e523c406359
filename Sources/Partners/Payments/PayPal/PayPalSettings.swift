// What an operator tells the shop about its account at PayPal.

package import AsyncHTTPClient
package import NIOCore
import NIOSSL

package struct PayPalSettings: Sendable {
    /// `https://api-m.paypal.com`, or its sandbox, or ours.
    package let baseURL: String
    package let clientID: String
    package let secret: String
    /// The shop's name on PayPal's page; nil for the name in the account there.
    package let brandName: String?
    /// PayPal's id of the webhook that calls us; nil when nothing is to be believed that comes in
    /// its name.
    package let webhookID: String?
    /// Certificates in PEM that may vouch for PayPal's; nil for those the machine trusts.
    package let roots: String?
    /// For one call, the body of its answer included.
    package let timeout: TimeAmount

    package init(
        baseURL: String, clientID: String, secret: String, brandName: String? = nil,
        webhookID: String? = nil, roots: String? = nil,
        timeout: TimeAmount = .seconds(20)
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.clientID = clientID
        self.secret = secret
        self.brandName = brandName
        self.webhookID = webhookID
        self.roots = roots
        self.timeout = timeout
    }

    /// How a client that carries money is set up: nobody may send it elsewhere, and nothing older
    /// than TLS 1.2 will do (NIOSSL would go down to 1.0 by itself).
    package static var clientConfiguration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        return HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5)))
    }
}
