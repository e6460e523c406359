// The addresses of pages that letters lead to; the Web's routes are the same.

package import Rules

extension ShopSettings {
    package var logIn: String { publicURL + "/login" }
    package var requestReset: String { publicURL + "/reset" }
    package func confirm(_ token: String) -> String { publicURL + "/confirm/" + token }
    package func reset(_ token: String) -> String { publicURL + "/reset/" + token }
    package func round(_ id: ID<Round>) -> String { publicURL + "/rounds/" + id.text }
    package func wish(_ token: String) -> String { publicURL + "/wishes/" + token }
    /// Asked for by a mail program on its reader's behalf, it ends the wish at once.
    package func endOfWish(_ token: String) -> String { publicURL + "/wishes/" + token + "/end" }
    package func sale(_ code: String) -> String { publicURL + "/sales/" + code }
    package func withdrawal(_ token: String) -> String { publicURL + "/withdraw/" + token }
    package func order(_ number: String) -> String { publicURL + "/orders/" + number }
    package func claim(_ number: String) -> String { publicURL + "/claims/" + number }
    package func warranty(_ number: String) -> String { publicURL + "/warranty/" + number }
    package func newMail(_ token: String) -> String { publicURL + "/mail/" + token }
    package var account: String { publicURL + "/account" }
}
