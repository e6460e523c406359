// Deadlines and what follows from them, for programs: to look at an order's, to agree to wait, to
// send a parcel elsewhere, to report it lost.

import Hummingbird
import Rules
import Shop
import Storage

private struct DeadlineValue: Encodable {
    let kind: String
    let state: String
    let lastDay: String
    let ends: String
    let anchor: String
    let anchored: String
    let rule: String

    init(_ deadline: Deadline) {
        kind = deadline.kind.rawValue
        state = deadline.state.rawValue
        lastDay = deadline.day.description
        ends = Stamp.utc(deadline.ends)
        anchor = deadline.anchor.rawValue
        anchored = Stamp.utc(deadline.anchored)
        rule = deadline.rule
    }
}

extension Site {
    func orderDeadlines(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        let deadlines = try await shop.storage.read { reader in
            let returns = try reader.returns(of: order.id).map(\.id.text)
            let parcels = try reader.parcels(of: order.id).map(\.id.text)
            return try ([order.id.text] + returns + parcels).flatMap {
                try reader.deadlines(of: $0)
            }
        }
        return .json(deadlines.map(DeadlineValue.init))
    }

    func createWait(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        try await shop.agreeToWait(for: order.id, by: try caller.person())
        return .json(OrderValue(order))
    }

    func createLoss(_ caller: Caller) async throws -> Response {
        let order = try await ownOrder(caller)
        return .json(OrderValue(try await shop.recordLoss(of: order.id, by: try caller.person())))
    }
}

private struct MoveWanted: Decodable {
    let address: AddressValue
}

extension Site {
    func putAddress(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(MoveWanted.self)
        let order = try await ownOrder(caller)
        return .json(
            OrderValue(
                try await shop.changeAddress(
                    of: order.id, to: try wanted.address.address(), by: try caller.person())))
    }
}
