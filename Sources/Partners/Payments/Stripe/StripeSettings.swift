// What an operator tells the shop about its account at Stripe.

package import NIOCore

package struct StripeSettings: Sendable {
    /// `https://api.stripe.com`, or our stand-in.
    package let baseURL: String
    /// `sk_live_…`; a restricted key (`rk_live_…`) does as well.
    package let secretKey: String
    /// With which Stripe signs its notices. Two while one takes over from the other.
    package let webhookSecrets: [String]
    /// For one call, the body of its answer included.
    package let timeout: TimeAmount

    /// The version whose words this client speaks, whatever the account's own version is.
    static let apiVersion = "2026-10-28.endive"

    package init(
        baseURL: String, secretKey: String, webhookSecrets: [String] = [],
        timeout: TimeAmount = .seconds(20)
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.secretKey = secretKey
        self.webhookSecrets = webhookSecrets
        self.timeout = timeout
    }
}
