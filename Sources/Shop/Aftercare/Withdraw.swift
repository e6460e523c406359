// To withdraw from a contract without logging in: what was said is kept to the millisecond and
// answered at once; what follows is a job, so that nothing that is under way can stop the word.

package import Rules
import Storage

/// What somebody says who withdraws.
package struct WithdrawalSaid: Sendable {
    package let orderNumber: String
    package let name: String
    package let mail: String
    /// Nil for everything.
    package let items: [Return.Item]?
    package let language: Language

    package init(
        orderNumber: String, name: String, mail: String, items: [Return.Item]? = nil,
        language: Language
    ) {
        self.orderNumber = orderNumber
        self.name = name
        self.mail = mail
        self.items = items
        self.language = language
    }
}

extension Shop {
    /// The order that number and mail belong to together, for the page that asks which items.
    /// Throws `Refusal`: malformed fields, `tooManyAttempts` from that address.
    package func orderToWithdraw(
        from said: WithdrawalSaid, at address: String
    ) async throws -> Order? {
        let (number, mail) = try said.checked()
        try await attempt(.withdrawals, address)
        return try await storage.read { try $0.order(number: number, of: mail) }
    }

    /// Keeps the word, owes its receipt, and does at once what follows. The same `key` gets the
    /// same withdrawal again. A word about an order that isn't found is kept for an operator.
    ///
    /// - Parameter address: where the request came from.
    /// - Throws: `Refusal`: malformed fields, `tooManyAttempts`.
    package func withdraw(
        _ said: WithdrawalSaid, from address: String, key: String
    ) async throws -> Withdrawal {
        let (number, mail) = try said.checked()
        guard !key.isEmpty, key.utf8.count <= 100 else { throw Refusal.idempotencyKeyMissing }
        let key = Digest.hex(Digest.hmac("\(mail) \(key)", key: try await secrets.key("links")))
        try await attempt(.withdrawals, address)
        let now = clock.now()
        let kept = try await storage.write { [chance] tx in
            if let earlier = try tx.keptWithdrawal(underKey: key) { return earlier.withdrawal }
            let order = try tx.order(number: number, of: mail)
            let withdrawal = Withdrawal(
                id: chance.id(at: now), orderNumber: number, name: said.name, mail: mail,
                language: said.language, items: said.items, declared: now, order: order?.id)
            try tx.insert(
                KeptWithdrawal(withdrawal, items: try said.items.map(JSONText.encode)), key: key)
            try tx.owe(.letter(.withdrawalReceipt, about: withdrawal.id.text), at: now)
            if order != nil { try tx.owe(.withdraw(withdrawal.id), at: now) }
            try tx.note(
                "withdraw", about: order?.id.text ?? withdrawal.id.text, detail: withdrawal.id.text,
                id: chance.id(at: now), at: now)
            return withdrawal
        }
        guard kept.order != nil, kept.outcome == .open else { return kept }
        try await runNow(.withdraw(kept.id))
        return try await withdrawal(kept.id)
    }

    /// Throws `notFound`.
    package func withdrawal(_ id: ID<Withdrawal>) async throws -> Withdrawal {
        guard let kept = try await storage.read({ try $0.keptWithdrawal(id) }) else {
            throw Refusal.notFound
        }
        return try kept.whole()
    }

    /// By the token of its receipt. Throws `linkExpired`.
    package func withdrawal(token: String) async throws -> Withdrawal {
        try await withdrawal(try await linked(token))
    }

    /// What an operator did about a word that named no order they had. Throws `Refusal`.
    package func settleWithdrawal(_ id: ID<Withdrawal>, by account: Account) async throws {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard var said = try tx.keptWithdrawal(id)?.withdrawal, said.outcome == .open else {
                throw Refusal.notFound
            }
            said.end(as: .settled)
            try tx.update(said)
            try tx.note(
                "settle withdrawal", about: id.text, detail: account.id.text,
                id: chance.id(at: now), at: now)
        }
    }
}

extension WithdrawalSaid {
    /// Number and mail as they are kept. Throws `input` with every fault at once.
    fileprivate func checked() throws(Refusal) -> (number: String, mail: String) {
        var faults =
            Fault.text(orderNumber, in: .order, most: 40) + Fault.text(name, in: .name, most: 100)
        do throws(Refusal) {
            let mail = try MailAddress(mail).text
            if faults.isEmpty { return (orderNumber.uppercased().filter { $0 != " " }, mail) }
        } catch {
            if case .input(let more) = error { faults += more }
        }
        throw .input(faults)
    }
}

extension KeptWithdrawal {
    func whole() throws -> Withdrawal {
        let said = withdrawal
        return Withdrawal(
            id: said.id, orderNumber: said.orderNumber, name: said.name, mail: said.mail,
            language: said.language,
            items: try items.map { try JSONText.decode([Return.Item].self, from: $0) },
            declared: said.declared, order: said.order, outcome: said.outcome)
    }
}

extension Reader {
    /// Whoever knows both is the buyer, or was told by the buyer.
    fileprivate func order(number: String, of mail: String) throws -> Order? {
        guard let order = try order(number: number),
            let buyer = try account(order.account), buyer.mail == mail
        else { return nil }
        return order
    }
}
