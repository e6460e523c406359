// To write to somebody who wants to be told when the shop sells to their country, or sells there
// again.

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
            let letter =
                wish.about == .market
                ? letters.confirm(settings.name, country, link)
                : CallLetters(for: wish.language).confirm(settings.name, link)
            return (wish.mail, letter)
        }
        return (wish.mail, letters.soldHere(settings.name, country, settings.publicURL + "/"))
    }

    /// Nil when there is nothing to write any more: the wish was taken back, or the sale is over.
    func composeCall(
        _ kind: LetterKind, about id: ID<Wish>
    ) async throws -> (String, Letter)? {
        let now = clock.now()
        let found = try await storage.read { reader -> (Wish, Sale, SaleText, [Round])? in
            guard let wish = try reader.wish(id), let sale = try wish.announced.flatMap(reader.sale)
            else { return nil }
            return (
                wish, sale, try reader.text(of: sale, in: wish.language),
                try reader.rounds(of: sale.id)
            )
        }
        guard let (wish, sale, text, rounds) = found else { return nil }
        let times = rounds.map { round in
            CallLetter.Times(
                room: round.clock.wallTime(of: round.roomOpens, at: now),
                opens: round.clock.wallTime(of: round.opens, at: now))
        }.filter { now < $0.opens }
        guard !times.isEmpty else { return nil }
        let letters = CallLetters(for: wish.language)
        let call = CallLetter(
            shop: settings.name, title: text.title, announcement: text.announcement, times: times,
            link: settings.sale(sale.code), end: settings.wish(try await linkToken(for: id)))
        return (wish.mail, kind == .roomOpen ? letters.roomOpen(call) : letters.announced(call))
    }
}
