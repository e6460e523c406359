// To ask to be told when the shop sells to a country, for programs. The rest is between the shop
// and the mailbox.

import Hummingbird
import Rules
import Shop

/// What was asked for, and is kept once the mailbox says so.
private struct WishValue: Codable {
    let mail: String
    let country: String
}

extension Site {
    func createWish(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(WishValue.self)
        guard let country = Country(wanted.country), country.exists,
            caller.rules.markets[country] == nil
        else { throw Refusal.input([Fault(.country, .notOffered)]) }
        try await shop.makeWish(
            mail: wanted.mail, country: country, language: caller.language, from: caller.address)
        return .json(wanted, status: .accepted)
    }

    func deleteWish(_ caller: Caller) async throws -> Response {
        try await shop.withdrawWish(try caller.part("token"))
        return Response(status: .noContent)
    }
}
