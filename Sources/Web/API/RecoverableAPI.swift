// Duty and tax that may be got back, for an operator's programs: the list, a claim, what came of
// it.

import Hummingbird
import Rules
import Shop
import Storage

private struct RecoverableValue: Encodable {
    let id: String
    let market: String
    /// The return or the parcel.
    let of: String
    let items: [UnitsValue]
    let charge: String
    let way: String
    let amount: MoneyValue
    let state: String
    let claimBy: String?
    let rule: String?
    let reference: String?
    let received: MoneyValue?

    init(_ found: Recoverable, until: Deadline?) {
        id = found.id.text
        market = found.market.code
        of = found.subject
        items = found.items.map { UnitsValue(product: $0.product, quantity: $0.quantity) }
        charge = found.charge.rawValue
        way = found.way.rawValue
        amount = MoneyValue(found.amount)
        state = found.state.rawValue
        claimBy = until?.day.description
        rule = until?.rule
        reference = found.claim?.reference
        received = found.receipt.map { MoneyValue($0.amount) }
    }
}

private struct ClaimMade: Decodable {
    let reference: String
    let day: String
}

private struct ReceiptMade: Decodable {
    /// Minor units; none where the claim was refused.
    let amount: Int64
    let day: String
}

extension Site {
    /// Those that aren't received yet.
    func recoverables(_ caller: Caller) async throws -> Response {
        guard try caller.person().isOperator else { throw Refusal.notAllowed }
        let scenes = try await shop.storage.read {
            try $0.recoverableScenes(in: [.open, .claimed], limit: 1000)
        }
        return .json(scenes.map { RecoverableValue($0.found, until: $0.until) })
    }

    func createRecoveryClaim(_ caller: Caller) async throws -> Response {
        let made = try caller.read(ClaimMade.self)
        return try await answer(
            try await shop.claimRecoverable(
                try caller.part("recoverable"), reference: made.reference,
                on: try Day(asked: made.day), by: try caller.person()))
    }

    func createRecoveryReceipt(_ caller: Caller) async throws -> Response {
        let made = try caller.read(ReceiptMade.self)
        return try await answer(
            try await shop.receiveRecoverable(
                try caller.part("recoverable"), made.amount, on: try Day(asked: made.day),
                by: try caller.person()))
    }

    private func answer(_ found: Recoverable) async throws -> Response {
        let until = try await shop.storage.read { try $0.deadline(.recovery, of: found.id.text) }
        return .json(RecoverableValue(found, until: until))
    }
}
