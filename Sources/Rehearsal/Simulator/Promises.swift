// What people were told, and may count upon: it must be true after every step, whatever died.

import Rules
import Shop
import Storage

struct Promises: Sendable {
    struct Seat: Hashable {
        let person: Int
        let round: Int
    }

    struct Hold: Sendable {
        let person: Int
        let key: String
        let quantity: Int
        let numbers: [Int]
        /// Wall time: not before.
        let expires: Moment
        var isSold = false
        /// Once it is over it stays over.
        var end: Reservation.State?
    }

    struct Agreed: Sendable {
        let key: String
        let total: Money
        var state: Order.State
    }

    var tickets: [Seat: ID<Ticket>] = [:]
    var holds: [ID<Reservation>: Hold] = [:]
    var orders: [ID<Order>: Agreed] = [:]
    /// Whose buyers asked that they be let go.
    var letGo: Set<ID<Reservation>> = []

    /// Sorted, so that the same seed is the same sale.
    func holds(of person: Int) -> [ID<Reservation>] {
        holds.filter { $0.value.person == person && $0.value.end == nil && !$0.value.isSold }
            .keys.sorted()
    }

    /// Their order is to be cancelled, and what was sold with it may come back, too.
    mutating func letGo(ofAll person: Int) {
        letGo.formUnion(holds.filter { $0.value.person == person }.keys)
    }

    func hasUnpaid(_ ids: [ID<Order>]) -> Bool { ids.contains { orders[$0]?.state == .placed } }

    mutating func keep(_ told: Reserved, under request: Request, finding: inout [String]) {
        let id = told.reservation.id
        let before = holds.first { $0.value.key == request.key }
        if let before {
            if before.key != id { finding.append("one key got \(before.key) and \(id)") }
            return
        }
        holds[id] = Hold(
            person: request.person, key: request.key, quantity: told.reservation.quantity,
            numbers: told.numbers, expires: told.expires)
    }

    mutating func keep(_ order: Order, under key: String, finding: inout [String]) {
        if let before = orders.first(where: { $0.value.key == key }), before.key != order.id {
            finding.append("one key got \(before.key) and \(order.id)")
        }
        if orders[order.id] == nil {
            orders[order.id] = Agreed(key: key, total: order.total, state: order.state)
        }
    }
}

extension Promises {
    /// What was promised and isn't so.
    mutating func breaches(_ reader: Reader, latest: Moment) throws -> [String] {
        try brokenHolds(reader, latest: latest) + brokenOrders(reader)
    }

    private mutating func brokenHolds(_ reader: Reader, latest: Moment) throws -> [String] {
        let open = holds.filter { $0.value.end == nil }.keys.sorted()
        var rows: [ID<Reservation>: Reservation] = [:]
        for row in try reader.reservations(open) { rows[row.reservation.id] = row.reservation }
        var found: [String] = []
        for id in open {
            let hold = holds[id]!
            guard let row = rows[id] else {
                found.append("\(id) was acknowledged, and is gone")
                continue
            }
            if row.quantity != hold.quantity { found.append("\(id) has another quantity") }
            switch row.state {
            case .live, .paying, .sold:
                if row.numbers != hold.numbers {
                    found.append(
                        "\(id) was told \(hold.numbers), and has \(row.numbers)")
                }
            case .lapsed:
                if hold.expires > latest { found.append("\(id) lapsed before its time") }
            case .cancelled:
                if !letGo.contains(id) { found.append("\(id) was cancelled by nobody") }
            }
            if hold.isSold && row.state != .sold && row.state != .cancelled {
                found.append("\(id) was sold, and is \(row.state)")
            }
            holds[id]!.isSold = row.state == .sold
            if row.state == .lapsed || row.state == .cancelled { holds[id]!.end = row.state }
        }
        return found
    }

    private mutating func brokenOrders(_ reader: Reader) throws -> [String] {
        var found: [String] = []
        for id in orders.keys.sorted() {
            let agreed = orders[id]!
            guard let order = try reader.order(id) else {
                found.append("\(id) was acknowledged, and is gone")
                continue
            }
            if order.total != agreed.total { found.append("\(id) costs something else now") }
            if !agreed.state.mayBecome(order.state) {
                found.append("\(id) was \(agreed.state), and is \(order.state)")
            }
            orders[id]!.state = order.state
        }
        return found
    }

    /// At the end: what was over is over, still.
    func revived(_ reader: Reader) throws -> [String] {
        let over = holds.filter { $0.value.end != nil }.keys.sorted()
        return try reader.reservations(over).compactMap { row in
            let (id, state) = (row.reservation.id, row.reservation.state)
            return holds[id]!.end == state ? nil : "\(id) was \(holds[id]!.end!), and is \(state)"
        }
    }
}

extension Order.State {
    /// In any number of steps.
    fileprivate func mayBecome(_ later: Order.State) -> Bool {
        if self == later { return true }
        let next: [Order.State] =
            switch self {
            case .placed: [.paid, .lapsed, .cancelled]
            case .lapsed: [.paid, .cancelled]
            case .paid: [.partlyDispatched, .dispatched, .cancelled]
            case .partlyDispatched: [.dispatched]
            case .dispatched: [.delivered]
            case .delivered, .cancelled: []
            }
        return next.contains { $0.mayBecome(later) }
    }
}
