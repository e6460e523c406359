// The cookies of the shop: a session, a guest's secret, and two choices. No others, so nobody has
// to be asked.

import Hummingbird

struct CookieNames: Sendable {
    let session: String
    let guest: String
    let market = "market"
    let language = "language"
}

extension Site {
    /// The prefix makes browsers refuse a cookie that some other host of the domain set.
    var cookieNames: CookieNames {
        settings.isSecure
            ? CookieNames(session: "__Host-session", guest: "__Host-guest")
            : CookieNames(session: "session", guest: "guest")
    }

    /// For `days`, or until the browser is closed.
    func cookie(_ name: String, _ value: String, days: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: days.map { $0 * 86_400 }, path: "/",
            secure: settings.isSecure, httpOnly: true, sameSite: .lax)
    }

    func forgetting(_ name: String) -> Cookie {
        Cookie(
            name: name, value: "", maxAge: 0, path: "/", secure: settings.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
