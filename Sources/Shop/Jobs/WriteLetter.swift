// To write a letter: what it says is looked up when it is sent, in its reader's language.

import Languages
import Partners
import Rules
import Storage

extension Shop {
    /// Throws `JobHopeless` when no later attempt can succeed. What needn't be written any more
    /// (a link that was followed or ran out meanwhile) counts as done.
    func write(_ kind: LetterKind, about subject: String) async throws {
        guard let (address, letter) = try await compose(kind, about: subject) else {
            // The mail was away until the sale had begun: then it is the next sale.
            if kind == .roomOpen, let wish = ID<Wish>(subject) {
                try await storage.write { try $0.setUntold(wish) }
            }
            return
        }
        if address.hasSuffix(Account.nowhere) { return }
        var name = "\(kind.rawValue).\(subject)"
        // What somebody may be told twice about the same thing, on another day.
        if [.accountExists, .passwordChanged, .saleAnnounced].contains(kind) {
            name += ".\(Day(clock.now()))"
        }
        let language = try await storage.read { try $0.account(mail: address)?.language }
        let mail = Mail(
            to: address, subject: letter.subject, text: letter.text,
            html: letter.html(in: language), messageID: "<\(name)@\(settings.host)>",
            unsubscribe: try await unsubscribe(kind, subject))
        do {
            try await mailer.send(mail)
        } catch let refused as MailRefused {
            throw JobHopeless(description: "the mail was refused: \(refused.reason)")
        }
        // The wish is granted, and nothing of it is kept.
        if [.soldHere, .roomOpen].contains(kind), let wish = ID<Wish>(subject) {
            try await storage.write { try $0.delete(wish) }
        }
    }

    /// Where somebody who asked to be told says that they no longer want to be.
    private func unsubscribe(_ kind: LetterKind, _ subject: String) async throws -> String? {
        guard [.soldHere, .saleAnnounced, .roomOpen].contains(kind), let wish = ID<Wish>(subject)
        else { return nil }
        return settings.endOfWish(try await linkToken(for: wish))
    }

    private func compose(
        _ kind: LetterKind, about subject: String
    ) async throws -> (mail: String, letter: Letter)? {
        switch kind {
        case .confirmAddress, .resetPassword, .confirmNewMail:
            try await composeLink(kind, about: known(ID(subject)))
        case .accountExists: try await composeAccountExists(about: known(ID(subject)))
        case .confirmWish, .soldHere: try await composeWish(kind, about: known(ID(subject)))
        case .saleAnnounced, .roomOpen: try await composeCall(kind, about: known(ID(subject)))
        case .unitsHeld: try await composeUnitsHeld(about: known(ID(subject)))
        case .unitsWithheld: try await composeUnitsWithheld(about: known(ID(subject)))
        case .orderDispatched, .parcelMissing, .parcelFound, .parcelLost, .parcelReturned:
            try await composeParcel(kind, about: known(ID(subject)))
        case .restCancelled: try await composeRestCancelled(about: known(ID(subject)))
        case .orderPaid, .orderDelivered, .orderCancelled:
            try await composeOrder(kind, about: known(ID(subject)))
        case .dispatchLate, .deliveryLate: try await composeLate(kind, about: known(ID(subject)))
        case .moneyReturned: try await composeRefund(about: known(ID(subject)))
        case .returnInstructions: try await composeReturn(about: known(ID(subject)))
        case .returnReceived: try await composeReceived(about: known(ID(subject)))
        case .withdrawalReceipt: try await composeReceipt(about: known(ID(subject)))
        case .claimReceived, .claimAccepted, .claimDeclined, .claimRemedy, .claimDone:
            try await composeClaim(kind, about: known(ID(subject)))
        case .mailChanged: try await composeMailChanged(about: known(ID(subject)))
        case .passwordChanged: try await composePasswordChanged(about: known(ID(subject)))
        }
    }

    private func composeLink(
        _ kind: LetterKind, about id: ID<Confirmation>
    ) async throws -> (String, Letter)? {
        let (confirmation, reader) = try await storage.read { reader in
            let confirmation = try known(try reader.confirmation(id))
            return (confirmation, try known(try reader.account(confirmation.account)))
        }
        guard confirmation.used == nil, clock.now() < confirmation.expires else { return nil }
        let token = try await linkToken(for: id)
        let letters = Letters(for: reader.language)
        let letter =
            switch confirmation.purpose {
            case .confirmAddress: letters.confirmAddress(named(reader), settings.confirm(token))
            case .resetPassword: letters.resetPassword(named(reader), settings.reset(token))
            case .changeMail:
                AccountLetters(for: reader.language).confirmNewMail(
                    named(reader), settings.newMail(token))
            }
        // A new address is proved at the new address.
        return (confirmation.mail ?? reader.mail, letter)
    }

    private func composeAccountExists(about id: ID<Account>) async throws -> (String, Letter) {
        let reader = try await storage.read { try known(try $0.account(id)) }
        let letter = Letters(for: reader.language).accountExists(
            named(reader), settings.logIn, settings.requestReset)
        return (reader.mail, letter)
    }

    private func composeUnitsHeld(
        about id: ID<Reservation>
    ) async throws -> (String, Letter)? {
        let now = clock.now()
        let found = try await storage.read { try $0.unitsScene(of: id) }
        let expires = found.round.clock.wallTime(of: found.held.expires, at: now)
        guard found.held.state == .live, now < expires else { return nil }
        let letter = Letters(for: found.buyer.language).unitsHeld(
            named(found.buyer),
            UnitsLetter(
                product: found.product?.text(in: found.buyer.language).name ?? found.code,
                quantity: found.held.quantity, expires: expires,
                link: settings.round(found.round.id)))
        return (found.buyer.mail, letter)
    }

    private func composeUnitsWithheld(
        about id: ID<Reservation>
    ) async throws -> (String, Letter) {
        let found = try await storage.read { try $0.unitsScene(of: id) }
        let language = found.buyer.language
        let gate = rulebook.openGate(
            found.code, in: found.buyer.market, on: Day(clock.now()))
        let letter = WithheldLetter(
            product: found.product?.text(in: language).name ?? found.code,
            quantity: found.held.quantity, reason: gate?.reason(in: language),
            link: settings.round(found.round.id))
        return (found.buyer.mail, letter.letter(to: named(found.buyer), in: language))
    }

    private func composeOrder(
        _ kind: LetterKind, about id: ID<Order>
    ) async throws -> (String, Letter) {
        let scene = try await storage.read { try $0.letterScene(of: id) }
        let order = scene.order
        let summary = try orderLetter(scene)
        let letters = Letters(for: scene.reader.language)
        let name = named(scene.reader)
        switch kind {
        case .orderDelivered:
            let delivery = DeliveryLetter(
                day: try known(order.delivered), lastReturnDay: try known(order.lastReturnDay))
            return (scene.reader.mail, letters.orderDelivered(name, summary, delivery))
        case .orderCancelled: return (scene.reader.mail, letters.orderCancelled(name, summary))
        default: return (scene.reader.mail, letters.orderPaid(name, summary))
        }
    }

    private func composeRefund(about id: ID<Refund>) async throws -> (String, Letter) {
        let (refund, scene) = try await storage.read { reader in
            let refund = try known(try reader.refund(id))
            let payment = try known(try reader.payment(refund.payment))
            return (refund, try reader.letterScene(of: payment.order))
        }
        let letter = Letters(for: scene.reader.language).moneyReturned(
            named(scene.reader),
            RefundLetter(
                orderNumber: scene.order.number, amount: refund.amount, reason: refund.reason,
                link: settings.order(scene.order.number)))
        return (scene.reader.mail, letter)
    }

    func named(_ reader: Account) -> LetterReader {
        LetterReader(name: reader.name, shop: settings.name)
    }
}

/// What a letter is about is never deleted, so if it isn't there it never will be.
func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw JobHopeless(description: "what the letter is about isn't known") }
    return value
}

/// Units of somebody, with everything a letter about them needs.
private struct UnitsScene: Sendable {
    let held: Reservation
    let buyer: Account
    let round: Round
    let product: Product?
    let code: String
}

extension Reader {
    fileprivate func unitsScene(of id: ID<Reservation>) throws -> UnitsScene {
        let held = try known(try reservation(id))
        let allotment = try known(try allotment(held.allotment))
        return UnitsScene(
            held: held, buyer: try known(try account(held.buyer)),
            round: try known(try round(allotment.round)),
            product: try products()[allotment.product], code: allotment.product)
    }
}
