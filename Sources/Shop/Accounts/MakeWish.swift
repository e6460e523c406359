// To ask to be told when the shop sells to a country, or sells there again; to confirm it, and to
// take it back.

package import Rules
import Storage

extension Shop {
    /// Owes the letter with the link. What is known already, and what was asked too often, is told
    /// to the mailbox only: the page says the same to everybody.
    ///
    /// - Parameter address: where the request came from.
    /// - Throws: `Refusal`: a malformed mail, `tooManyAttempts` from that address, `busy` when the
    ///   shop keeps as many wishes as it can.
    package func makeWish(
        mail typed: String, country: Country, about: Wish.About = .market, language: Language,
        from address: String
    ) async throws {
        let mail = try MailAddress(typed)
        try await attempt(.signUpByAddress, address)
        let letters = try await bucket(.letters, mail.text)
        let now = clock.now()
        try await storage.write { [chance] tx in
            try tx.forgetWishes(openSince: now - Wish.openFor, keptSince: now - Wish.keptFor)
            let known = try tx.wish(of: mail.text, for: country)
            if known?.confirmed != nil { return }
            guard try tx.mayWriteLetter(letters, at: now) else { return }
            let wish =
                known
                ?? Wish(
                    id: chance.id(at: now), mail: mail.text, country: country, language: language,
                    about: about, asked: now)
            try tx.keep(wish, about: about, isKnown: known != nil)
            try tx.owe(.letter(.confirmWish, about: wish.id.text), at: now)
        }
    }

    /// Of the next sale in their market, at the address that they confirmed when they signed up:
    /// there is nothing to confirm again. Throws `Refusal`: `mailNotConfirmed`, `busy`.
    package func makeWish(ofSaleOf product: String?, for account: Account) async throws -> Wish {
        guard account.isConfirmed else { throw Refusal.mailNotConfirmed }
        let now = clock.now()
        return try await storage.write { [chance] tx in
            var wish =
                try tx.wish(of: account.mail, for: account.market)
                ?? Wish(
                    id: chance.id(at: now), mail: account.mail, country: account.market,
                    language: account.language, about: .sale(product: product), asked: now)
            if wish.confirmed == nil {
                let isKnown = try tx.wish(wish.id) != nil
                try tx.keep(wish, about: .sale(product: product), isKnown: isKnown)
                try tx.confirm(wish.id, at: now)
                wish.confirmed = now
            }
            return wish
        }
    }

    /// Whose wish a link is about. Throws `Refusal.linkExpired`.
    package func wish(_ token: String) async throws -> Wish {
        let id = try await wishID(in: token)
        guard let wish = try await storage.read({ try $0.wish(id) }) else {
            throw Refusal.linkExpired
        }
        return wish
    }

    package func confirmWish(_ token: String) async throws {
        let wish = try await wish(token)
        let now = clock.now()
        guard wish.confirmed != nil || now < wish.asked + Wish.openFor else {
            throw Refusal.linkExpired
        }
        try await storage.write { try $0.confirm(wish.id, at: now) }
    }

    /// Nothing is left of it. A second time changes nothing.
    package func withdrawWish(_ token: String) async throws {
        let id = try await wishID(in: token)
        try await storage.write { try $0.delete(id) }
    }

    /// Owes a letter to everybody whose country has become a market. Called by the ticker.
    @discardableResult
    package func grantWishes() async throws -> Int {
        let now = clock.now()
        let countries = rulebook.current.markets.keys.sorted()
        let due = try await storage.read { try $0.wishes(for: countries, limit: 200) }
        guard !due.isEmpty else { return 0 }
        try await storage.write { tx in
            for wish in due { try tx.owe(.letter(.soldHere, about: wish.id.text), at: now) }
            try tx.setTold(due.map(\.id), at: now)
        }
        return due.count
    }

    private func wishID(in token: String) async throws -> ID<Wish> { try await linked(token) }
}

extension Transaction {
    /// Asked again before it was confirmed, it is about what was asked last.
    fileprivate func keep(_ wish: Wish, about: Wish.About, isKnown: Bool) throws {
        var wish = wish
        wish.about = about
        if isKnown { return try update(wish) }
        guard try wishCount() < Wish.most else { throw Refusal.busy(retryAfter: .hours(24)) }
        try insert(wish)
    }
}
