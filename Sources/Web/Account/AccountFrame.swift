// What stands around every page of one's own account: the way from one to the others.

import Languages
import Rules

/// The pages of the account, in the order of their links.
enum AccountPlace: String, CaseIterable {
    case overview = "/account"
    case orders = "/orders"
    case returns = "/account/returns"
    case warranty = "/account/warranty"
    case addresses = "/account/addresses"
    case receipts = "/account/receipts"
    case signIn = "/account/sign-in"
    case records = "/account/data"

    func name(_ phrases: Phrases) -> String {
        switch self {
        case .overview: phrases.personal.overview
        case .orders: phrases.orders.listTitle
        case .returns: phrases.personal.returns
        case .warranty: phrases.warranty.passports
        case .addresses: phrases.personal.addresses
        case .receipts: phrases.personal.receipts
        case .signIn: phrases.personal.signIn
        case .records: phrases.personal.yourRecords
        }
    }
}

struct AccountFrame {
    /// Nil on a page below one of them.
    let here: AccountPlace?
    /// From such a page.
    var back: HTML?
    let title: String
    let main: HTML

    func html(_ visitor: Visitor) -> HTML {
        let phrases = visitor.phrases
        let links = AccountPlace.allCases.map { place -> HTML in
            """
            <li><a href="\(place.rawValue)"\(" aria-current=\"page\"", if: place == here)>\
            \(place.name(phrases))</a></li>
            """
        }
        return """
            <div class="account">
            <nav aria-label="\(phrases.account.accountTitle)"><ul>\(links)</ul></nav>
            <div>\(back)
            \(visitor.heading(title))
            \(main)
            </div>
            </div>
            """
    }
}
