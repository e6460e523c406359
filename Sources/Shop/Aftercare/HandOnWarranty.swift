// To hand a passport on with its unit: the holder asks for a code, and whoever hands it in is the
// holder from then on.

package import Rules
import Storage

extension Shop {
    /// A code that works once, for two weeks; the one before stops working. Throws `Refusal`: not
    /// the holder's, ended, a claim that is open, `tooManyAttempts`.
    package func offerWarranty(
        _ id: ID<Warranty>, by holder: Account
    ) async throws -> MoveCode {
        try await attempt(.movesByAccount, holder.id.text)
        let code = chance.orderNumber()
        let hash = try await warrantyHash(code)
        let now = clock.now()
        let expires = now + Warranty.codeLifetime
        try await storage.write { tx in
            guard let warranty = try tx.lock(id), warranty.holder == holder.id else {
                throw Refusal.notFound
            }
            guard warranty.ended == nil else { throw Refusal.notCovered }
            if let open = try tx.claims(of: id).first(where: \.state.isOpen) {
                throw Refusal.claimOpen(number: open.number)
            }
            try tx.forgetWarrantyCodes(before: now)
            try tx.put(code: hash, for: id, expires: expires)
        }
        return MoveCode(code: code, expires: expires)
    }

    /// Takes a passport by its code as somebody typed it; `address` is where the request came from.
    /// Throws `Refusal`: `codeExpired`, `mailNotConfirmed`, `tooManyAttempts`.
    package func takeWarranty(
        _ typed: String, by account: Account, from address: String
    ) async throws -> Warranty {
        guard account.isConfirmed else { throw Refusal.mailNotConfirmed }
        // Counted before the code is looked at, so that trying many at once is no way around.
        try await attempt(.movesByAddress, Neighbourhood.name(of: address))
        guard let code = Self.plainCode(typed) else { throw Refusal.codeExpired }
        let hash = try await warrantyHash(code)
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard let id = try tx.takeWarrantyCode(hash, at: now),
                var warranty = try tx.lock(id), warranty.ended == nil
            else { throw Refusal.codeExpired }
            let before = warranty.holder
            warranty.holder = account.id
            try tx.update(warranty)
            try tx.note(
                "hand on warranty", about: id.text, detail: "\(before) \(account.id)",
                id: chance.id(at: now), at: now)
            return warranty
        }
    }

    /// Keyed: so few letters could be guessed from a hash alone.
    private func warrantyHash(_ code: String) async throws -> String {
        Digest.hex(Digest.hmac(code, key: try await secrets.key("warranties")))
    }
}
