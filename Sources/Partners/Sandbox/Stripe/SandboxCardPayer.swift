// What the payer does on the stand-in's pages: types in a card, and answers the bank.

import Foundation

extension StripeSandbox {
    /// A card for an intent: the bank asks, holds the money, or says no.
    func pay(_ id: String, with card: SandboxCard) async {
        guard var intent = intents[id],
            [.requiresPaymentMethod, .requiresConfirmation, .requiresAction].contains(intent.status)
        else { return }
        intent.card = card
        intent.failure = nil
        intent.status = .requiresAction
        intents[id] = intent
        if card.asksPayer {
            await tell("payment_intent.requires_action", intent.told(at: publicURL))
        } else {
            await conclude(id, isConfirmed: true)
        }
    }

    /// After the bank was answered.
    func conclude(_ id: String, isConfirmed: Bool) async {
        guard var intent = intents[id], intent.status == .requiresAction, let card = intent.card
        else { return }
        let refusal =
            isConfirmed
            ? card.refusal : SandboxCard.Refusal(code: "payment_intent_authentication_failure")
        if let refusal {
            intent.status = .requiresPaymentMethod
            intent.failure = refusal
            intents[id] = intent
            return await tell("payment_intent.payment_failed", intent.told(at: publicURL))
        }
        intent.charge = name("ch_")
        intent.status = intent.isManual ? .requiresCapture : .succeeded
        intent.received = intent.isManual ? 0 : intent.amount
        intents[id] = intent
        await tell(
            intent.isManual
                ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded",
            intent.told(at: publicURL))
        if let session = sessions.all.first(where: { $0.intent == id }) {
            await tell("checkout.session.completed", told(session))
        }
    }

    /// On the page of a session. Where the payer's browser goes from there.
    package func pay(session id: String, card number: String) async -> String? {
        guard let session = sessions[id] else { return nil }
        guard !session.isExpired, let card = SandboxCard.find(number) else {
            return "\(publicURL)/pay/\(id)"
        }
        await pay(session.intent, with: card)
        return next(of: session)
    }

    package func answerBank(intent id: String, isConfirmed: Bool) async -> String? {
        guard let intent = intents[id] else { return nil }
        await conclude(id, isConfirmed: isConfirmed)
        if let session = sessions.all.first(where: { $0.intent == id }) { return next(of: session) }
        return intent.returnURL ?? publicURL
    }

    private func next(of session: SandboxSession) -> String {
        switch intents[session.intent]!.status {
        case .requiresCapture, .succeeded: session.successURL
        case .requiresAction: "\(publicURL)/3ds/\(session.intent)"
        default: "\(publicURL)/pay/\(session.id)"
        }
    }

    /// The bank takes the money back for the payer; or it is decided, `won` or `lost`.
    package func dispute(intent id: String, status: String = "needs_response") async {
        guard var intent = intents[id], let charge = intent.charge else { return }
        intent.isDisputed = status != "won"
        intents[id] = intent
        let kind = status == "needs_response" ? "charge.dispute.created" : "charge.dispute.closed"
        await tell(
            kind,
            [
                "id": .string("dp_\(id.dropFirst(3))"), "object": "dispute",
                "amount": .number(Double(intent.received)), "currency": .string(intent.currency),
                "charge": .string(charge), "payment_intent": .string(id), "metadata": [:],
                "reason": "product_not_received", "status": .string(status),
            ])
    }

    func session(_ id: String) -> SandboxSession? { sessions[id] }
    func intent(_ id: String) -> SandboxIntent? { intents[id] }
}
