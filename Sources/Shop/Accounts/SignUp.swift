// To sign up, long before a sale. Whether an address is known already is told to its owner only,
// in a letter; the page says the same to everybody.

package import Rules
import Storage

extension Shop {
    /// Makes an account that waits for its confirmation, and owes the letter with the link. For an
    /// account that is known the letter says so; for one that was never confirmed there is a new
    /// link, that gives it the password of this sign-up: whoever signed up first with somebody
    /// else's address gets nothing by it.
    ///
    /// `address` is where the request came from. Throws `Refusal`: fields, `marketUnknown`,
    /// `tooManyAttempts` from that address, `busy`.
    package func signUp(
        mail typed: String, name: String, password: String, language: Language, market: Country,
        from address: String
    ) async throws {
        let mail = try checkSignUp(mail: typed, name: name, password: password)
        _ = try rulebook.current.market(market)
        try await attempt(.signUpByAddress, address)
        let hash = try await passwords.hash(password)
        let letters = try await bucket(.letters, mail.text)
        let now = clock.now()
        try await storage.write { [chance] tx in
            let known = try tx.account(mail: mail.text)
            guard try tx.mayWriteLetter(letters, at: now) else { return }
            if let known, known.isConfirmed {
                return try tx.owe(.letter(.accountExists, about: known.id.text), at: now)
            }
            let account =
                known
                ?? Account(
                    id: chance.id(at: now), mail: mail.text, name: name.trimmed,
                    language: language, market: market)
            if known == nil { try tx.insert(account, password: hash, at: now) }
            let confirmation = Confirmation(
                id: chance.id(at: now), account: account.id, purpose: .confirmAddress,
                expires: now + Confirmation.Purpose.confirmAddress.lifetime)
            try tx.insert(confirmation, password: hash)
            try tx.owe(.letter(.confirmAddress, about: confirmation.id.text), at: now)
        }
    }

    /// Sends the link to the account's own address once more.
    /// Throws `Refusal.tooManyAttempts` when that was done several times in an hour.
    package func sendConfirmationAgain(to account: Account) async throws {
        guard !account.isConfirmed else { return }
        let letters = try await bucket(.letters, account.mail)
        let now = clock.now()
        try await storage.write { [chance] tx in
            try tx.attempt(.letters, in: letters, at: now)
            let confirmation = Confirmation(
                id: chance.id(at: now), account: account.id, purpose: .confirmAddress,
                expires: now + Confirmation.Purpose.confirmAddress.lifetime)
            try tx.insert(confirmation)
            try tx.owe(.letter(.confirmAddress, about: confirmation.id.text), at: now)
        }
    }

    /// Every fault of the form at once. Throws `Refusal.input`.
    func checkSignUp(
        mail typed: String, name: String, password: String
    ) throws(Refusal) -> MailAddress {
        var faults = Fault.text(name, in: .name, most: 70)
        var mail: MailAddress?
        do throws(Refusal) { mail = try MailAddress(typed) } catch { faults += error.faults }
        do throws(Refusal) {
            try Password.check(password, mail: mail, name: name)
        } catch { faults += error.faults }
        guard let mail, faults.isEmpty else { throw .input(faults) }
        return mail
    }
}

extension Refusal {
    fileprivate var faults: [Fault] {
        guard case .input(let faults) = self else { return [] }
        return faults
    }
}

extension String {
    /// Without spaces at its ends, and with one where there were several.
    var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
