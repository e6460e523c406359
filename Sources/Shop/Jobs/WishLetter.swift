// To write to somebody who wants to be told when the shop sells to their country.

import Languages
import Rules
import Storage

extension Shop {
    /// Nil when there is nothing to write any more: the wish was taken back, or granted.
    func composeWish(
        _ kind: LetterKind, about id: ID<Wish>
    ) async throws -> (String, Letter)? {
        guard let wish = try await storage.read({ try $0.wish(id) }) else { return nil }
        let letters = WishLetters(for: wish.language)
        let country = wish.country.name(in: wish.language)
        guard kind == .soldHere else {
            guard wish.confirmed == nil else { return nil }
            let link = settings.wish(try await linkToken(for: id))
            return (wish.mail, letters.confirm(settings.name, country, link))
        }
        return (wish.mail, letters.soldHere(settings.name, country, settings.publicURL + "/"))
    }
}
