// What an operator sets about the shop as a whole.

package import Rules

package struct ShopSettings: Hashable, Sendable {
    /// Where buyers find the shop, without a slash at the end: `https://shop.example.com`.
    package let publicURL: String
    /// Who signs the letters.
    package let name: String
    package let sessions: SessionLifetime
    /// Where buyers send goods back to, line by line. Without it no return instructions are
    /// written.
    package let returnAddress: [String]
    /// By which customs and tax offices know the merchant.
    package let taxNumbers: [TaxNumber]
    /// How fast people may try to reserve.
    package let pace: ReservationPace
    /// How many zero bits a browser must find to enter a room; 0 for none.
    package let work: Int
    /// From one question to a carrier about a parcel to the next.
    package let trackingPause: Span

    package init(
        publicURL: String = "http://localhost:8080", name: String = "Onsale",
        sessions: SessionLifetime = SessionLifetime(), returnAddress: [String] = [],
        taxNumbers: [TaxNumber] = [], pace: ReservationPace = .off, work: Int = 0,
        trackingPause: Span = .hours(1)
    ) {
        precondition(
            publicURL.hasPrefix("http") && !publicURL.hasSuffix("/"),
            "\(publicURL) is not an address that links can begin with")
        self.publicURL = publicURL
        self.name = name
        self.sessions = sessions
        self.returnAddress = returnAddress
        self.taxNumbers = taxNumbers
        self.pace = pace
        self.work = work
        self.trackingPause = trackingPause
    }

    /// `shop.example.com`: the right-hand side of the letters' Message-IDs.
    package var host: String {
        let afterScheme = publicURL.drop { $0 != "/" }.drop { $0 == "/" }
        return String(afterScheme.prefix { $0 != ":" && $0 != "/" })
    }
}
