// To forget for whom an order was: its quote and address keep the country and the state, by which
// its tax is proved, and nothing that leads to a door.

import Rules
import Storage

extension Transaction {
    func forgetBuyer(of order: ID<Order>, at now: Moment) throws {
        let agreed = try agreement(of: order)
        var quote = try agreed.decodedQuote()
        quote.destination.postcode = nil
        let address = try agreed.decodedAddress().forgotten
        try forget(
            order,
            leaving: Agreement(
                quote: try JSONText.encode(quote), address: try JSONText.encode(address),
                language: agreed.language, toldOfWithdrawal: agreed.toldOfWithdrawal), at: now)
    }

    func forgetClaims(of account: ID<Account>) throws {
        for claim in try claims(of: account, limit: 1000) {
            let address = try JSONText.decode(Address.self, from: try address(of: claim.id))
            try forget(claim.id, leaving: try JSONText.encode(address.forgotten))
        }
    }
}

extension Address {
    /// Country and state are left.
    fileprivate var forgotten: Address {
        Address(
            name: "", line1: "", city: "", subdivision: subdivision, postcode: "",
            country: country, phone: "")
    }
}
