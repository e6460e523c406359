// To go on with a place on another device, a phone mostly: the one that is logged in asks for a
// code, the other one hands it in and is logged in too. The place is the account's, so both have
// it.

package import Rules
import Storage

/// What the other device is told.
package struct MoveCode: Hashable, Sendable {
    /// Eight letters and digits: `F7K2-9QWD`.
    package let code: String
    package let expires: Moment
}

extension Shop {
    /// A code that works once, for ten minutes; the one before stops working.
    /// Throws `Refusal`: no ticket for the round, `tooManyAttempts`.
    package func offerMove(to round: ID<Round>, by account: Account) async throws -> MoveCode {
        try await attempt(.movesByAccount, account.id.text)
        let code = chance.orderNumber()
        let hash = try await moveHash(code)
        let now = clock.now()
        let expires = now + .minutes(10)
        try await storage.write { tx in
            guard try tx.ticket(of: account.id, in: round) != nil else { throw Refusal.noTicket }
            try tx.forgetMoves(before: now)
            try tx.put(move: hash, to: round, of: account.id, expires: expires)
        }
        return MoveCode(code: code, expires: expires)
    }

    /// Logs this device in by a code as somebody typed it; `address` is where the request came
    /// from. Throws `Refusal`: `codeExpired`, `tooManyAttempts` from the address.
    package func useMove(
        _ typed: String, from address: String, on device: Device = Device(name: "")
    ) async throws -> (known: LoggedIn, round: ID<Round>) {
        // Counted before the code is looked at, so that trying many at once is no way around.
        try await attempt(.movesByAddress, Neighbourhood.name(of: address))
        guard let code = Self.plainCode(typed) else { throw Refusal.codeExpired }
        let hash = try await moveHash(code)
        let token = freshToken()
        let now = clock.now()
        return try await storage.write { tx in
            guard let (holder, round) = try tx.takeMove(hash, at: now),
                let account = try tx.account(holder)
            else { throw Refusal.codeExpired }
            return (try tx.begin(token, for: account, on: device, at: now), round)
        }
    }

    /// Keyed: so few letters could be guessed from a hash alone.
    private func moveHash(_ code: String) async throws -> String {
        Digest.hex(Digest.hmac(code, key: try await secrets.key("moves")))
    }

    /// As the shop writes it, whatever case, spaces and look-alikes were typed. Nil for what can't
    /// be one.
    static func plainCode(_ typed: String) -> String? {
        guard typed.utf8.count <= 40 else { return nil }
        let letters = typed.uppercased().compactMap { letter -> Character? in
            switch letter {
            case " ", "-", "–": nil
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard letters.count == 8 else { return nil }
        return String(letters[..<4]) + "-" + String(letters[4...])
    }
}
