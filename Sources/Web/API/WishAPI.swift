// To ask to be told when the shop sells to a country, or sells there again, for programs. The rest
// is between the shop and the mailbox.

import Hummingbird
import Rules
import Shop
import Storage

/// What was asked for, and is kept once the mailbox says so.
private struct WishValue: Codable {
    let mail: String
    let country: String
    /// Where the shop sells already: the one product that is waited for; nil for any.
    let product: String?
}

extension Site {
    func createWish(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(WishValue.self)
        guard let country = Country(wanted.country), country.exists else {
            throw Refusal.input([Fault(.country, .notOffered)])
        }
        let products = try await shop.storage.read { try $0.products() }
        guard wanted.product.map({ products[$0] != nil }) ?? true else {
            throw Refusal.input([Fault(.product, .notOffered)])
        }
        let isMarket = caller.rules.markets[country] != nil
        try await shop.makeWish(
            mail: wanted.mail, country: country,
            about: isMarket ? .sale(product: wanted.product) : .market,
            language: caller.language, from: caller.address)
        return .json(wanted, status: .accepted)
    }

    func deleteWish(_ caller: Caller) async throws -> Response {
        try await shop.withdrawWish(try caller.part("token"))
        return Response(status: .noContent)
    }
}
