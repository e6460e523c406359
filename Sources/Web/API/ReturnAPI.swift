// The way back, for programs: to ask, to show that it left, to check it, and to withdraw without an
// account.

import Hummingbird
import Rules
import Shop
import Storage

struct ItemValue: Codable {
    let product: String
    let quantity: Int

    init(_ item: Return.Item) { (product, quantity) = (item.product, item.quantity) }
    var item: Return.Item { Return.Item(product, quantity) }
}

private struct ReturnWanted: Decodable {
    let items: [ItemValue]?
    /// For one product, without a list.
    let product: String?
    let quantity: Int?
    let reason: String
    let method: String?
}

private struct SendingWanted: Decodable {
    let day: String
    let trackingNumber: String
}

private struct CheckWanted: Decodable {
    let condition: String
    let note: String?
    /// Minor units.
    let deduction: Int64?
}

private struct WithdrawalWanted: Decodable {
    let orderNumber: String
    let name: String
    let mail: String
    let items: [ItemValue]?
}

private struct WithdrawalValue: Encodable {
    let id: String
    let orderNumber: String
    let declared: String
    let outcome: String

    init(_ said: Withdrawal) {
        id = said.id.text
        orderNumber = said.orderNumber
        declared = Stamp.utc(said.declared)
        outcome = said.outcome.name
    }
}

struct ReturnValue: Encodable {
    let id: String
    let number: String
    let items: [ItemValue]
    let reason: String
    let state: String
    let requested: String
    /// Absent where nothing is to be sent.
    let method: String?
    let cost: MoneyValue?
    let costBorneBy: String?
    let sent: String?
    let received: String?
    let condition: String?
    let deduction: MoneyValue?

    init(_ goods: Return) {
        id = goods.id.text
        number = goods.number
        items = goods.items.map(ItemValue.init)
        reason = goods.reason.rawValue
        state = goods.state.rawValue
        requested = Stamp.utc(goods.requested)
        if case .sent(let code, let money, let bearer) = goods.way {
            (method, cost, costBorneBy) = (code, MoneyValue(money), bearer.rawValue)
        } else {
            (method, cost, costBorneBy) = (nil, nil, nil)
        }
        sent = goods.sent?.description
        received = goods.check?.day.description
        condition = goods.check?.condition.rawValue
        deduction = goods.check.map { MoneyValue($0.deduction) }
    }
}

extension Site {
    func createReturn(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(ReturnWanted.self)
        guard let reason = Return.Reason(rawValue: wanted.reason) else {
            throw Refusal.input([Fault(.reason, .notOffered)])
        }
        var items = (wanted.items ?? []).prefix(50).map(\.item)
        if let product = wanted.product {
            items.append(Return.Item(product, wanted.quantity ?? 1))
        }
        let goods = try await shop.requestReturn(
            of: items, from: try await ownOrder(caller).id, reason: reason, method: wanted.method,
            by: try caller.person(), key: caller.key)
        return .json(ReturnValue(goods), status: .created)
    }

    func orderReturns(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        let returns = try await shop.storage.read { try $0.returns(of: order.id) }
        return .json(returns.map(ReturnValue.init))
    }

    func sendReturn(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(SendingWanted.self)
        let day = try Day(asked: wanted.day)
        return .json(
            ReturnValue(
                try await shop.recordSending(
                    of: try await goodsReturn(caller).id, on: day, proof: wanted.trackingNumber,
                    by: try caller.person())))
    }

    func createCheck(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(CheckWanted.self)
        guard let condition = Return.Condition(rawValue: wanted.condition) else {
            throw Refusal.input([Fault(.condition, .notOffered)])
        }
        let goods = try await shop.checkReturn(
            try await goodsReturn(caller).id,
            ReturnFinding(
                condition: condition, note: wanted.note ?? "", deduction: wanted.deduction ?? 0),
            by: try caller.person())
        return .json(ReturnValue(goods))
    }

    func createReturnPhoto(_ caller: Caller, file: [UInt8]) async throws -> Response {
        let photo = try await shop.addPhoto(
            file, to: try await goodsReturn(caller).id, by: try caller.person())
        return .json(PhotoValue(photo), status: .created)
    }

    func createWithdrawal(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(WithdrawalWanted.self)
        let said = try await shop.withdraw(
            WithdrawalSaid(
                orderNumber: wanted.orderNumber, name: wanted.name, mail: wanted.mail,
                items: wanted.items?.prefix(50).map(\.item), language: caller.language),
            from: caller.address, key: caller.key)
        return .json(WithdrawalValue(said), status: .created)
    }

    private func goodsReturn(_ caller: Caller) async throws -> Return {
        let number: String = try caller.part("number")
        guard let goods = try await shop.storage.read({ try $0.goodsReturn(number: number) }) else {
            throw Refusal.notFound
        }
        return goods
    }
}
