// How often something may be tried in a while: so that passwords can't be guessed, and the shop's
// letters can't be used to bother somebody.

package struct Throttle: Hashable, Sendable {
    /// Part of the key under which attempts are counted.
    package let name: String
    package let most: Int
    package let window: Span

    package init(name: String, most: Int, window: Span) {
        precondition(window <= Self.longestWindow, "attempts are forgotten before they count")
        self.name = name
        self.most = most
        self.window = window
    }

    package static let logInByMail = Throttle(name: "log-in", most: 10, window: .minutes(15))
    /// Many people may stand behind one address: an office, a village, a mobile network.
    package static let logInByAddress = Throttle(
        name: "log-in-from", most: 100, window: .minutes(15))
    package static let signUpByAddress = Throttle(
        name: "sign-up-from", most: 60, window: .hours(1))
    package static let withdrawals = Throttle(name: "withdraw-from", most: 30, window: .hours(1))
    package static let movesByAccount = Throttle(name: "move", most: 30, window: .hours(1))
    package static let movesByAddress = Throttle(name: "move-from", most: 60, window: .hours(1))
    package static let claims = Throttle(name: "claim", most: 20, window: .hours(1))
    package static let passwords = Throttle(name: "password", most: 10, window: .minutes(15))
    package static let exports = Throttle(name: "export", most: 10, window: .hours(1))
    package static let letters = Throttle(name: "letter", most: 5, window: .hours(1))

    /// The longest window of all: what is older counts for nothing.
    package static let longestWindow = Span.hours(1)

    /// `attempts` are those of the last `window`, the first of them at `oldest`.
    /// Throws `.tooManyAttempts` with the time until the oldest no longer counts.
    package func check(attempts: Int, oldest: Moment?, at now: Moment) throws(Refusal) {
        guard attempts >= most, let oldest else { return }
        throw .tooManyAttempts(retryAfter: oldest + window - now)
    }
}
