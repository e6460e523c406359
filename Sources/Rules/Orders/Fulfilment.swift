// How much of an order has left, has arrived, or won't come: its units by product, and what state
// that makes.

package struct Fulfilment: Hashable, Sendable {
    package let bought: [String: Int]
    /// Units that don't come any more, and were paid back.
    package let calledOff: [String: Int]
    package var parcels: [Parcel]

    package init(bought: [String: Int], calledOff: [String: Int] = [:], parcels: [Parcel]) {
        self.bought = bought
        self.calledOff = calledOff
        self.parcels = parcels
    }

    /// Units on their way or there, or of which nobody knows.
    package var sent: [String: Int] { units { $0.counts } }
    package var arrived: [String: Int] { units { $0.state == .delivered } }
    /// Units that have to leave.
    package var remaining: [String: Int] {
        bought.merging(calledOff) { $0 - $1 }.merging(sent) { $0 - $1 }.filter { $0.value > 0 }
    }

    /// Units that haven't arrived, wherever they are.
    package var awaited: [String: Int] {
        bought.merging(calledOff) { $0 - $1 }.merging(arrived) { $0 - $1 }.filter { $0.value > 0 }
    }

    /// What its buyer may have their money for once it is later than the law allows: not what its
    /// carrier says was delivered, before somebody has looked.
    package var refusable: [Parcel] {
        parcels.filter { parcel in
            let isLookedFor = parcel.isDisputed && parcel.state == .missing
            return parcel.counts && parcel.state != .delivered && !isLookedFor
        }
    }

    package var hasArrived: Bool { parcels.contains { $0.state == .delivered } }

    /// The day on which the last of it was received; nil while something is to come.
    package var completed: Day? {
        guard state == .delivered else { return nil }
        return parcels.filter { $0.state == .delivered }.compactMap(\.delivered).max()
    }

    /// What the order is by this, once it was paid.
    package var state: Order.State {
        let counting = parcels.filter(\.counts)
        if remaining.isEmpty {
            if counting.isEmpty { return .cancelled }
            return counting.allSatisfy { $0.state == .delivered } ? .delivered : .dispatched
        }
        return counting.isEmpty ? .paid : .partlyDispatched
    }

    /// The same, with a parcel as it is after something happened to it, or with a new one.
    package func with(_ parcel: Parcel) -> Fulfilment {
        var after = self
        if let index = parcels.firstIndex(where: { $0.id == parcel.id }) {
            after.parcels[index] = parcel
        } else {
            after.parcels.append(parcel)
        }
        return after
    }

    /// The same, with more units that don't come.
    package func without(_ units: [String: Int]) -> Fulfilment {
        Fulfilment(
            bought: bought, calledOff: calledOff.merging(units, uniquingKeysWith: +),
            parcels: parcels)
    }

    /// The parcels that have to leave, each with what is left of its plan. Whatever the plan
    /// doesn't have goes into one of its own.
    package func due(by plan: [ParcelPlan.Parcel]) -> [[ParcelPlan.Item]] {
        var (sent, rest) = (sent, remaining)
        var due: [[ParcelPlan.Item]] = []
        for parcel in plan {
            let items = parcel.items.compactMap { item -> ParcelPlan.Item? in
                let gone = min(item.quantity, sent[item.product] ?? 0)
                sent[item.product, default: 0] -= gone
                let units = min(item.quantity - gone, rest[item.product] ?? 0)
                rest[item.product, default: 0] -= units
                return units > 0 ? ParcelPlan.Item(product: item.product, quantity: units) : nil
            }
            if !items.isEmpty { due.append(items) }
        }
        let unplanned = rest.filter { $0.value > 0 }
        return unplanned.isEmpty ? due : due + [unplanned.items]
    }

    private func units(_ isWanted: (Parcel) -> Bool) -> [String: Int] {
        parcels.filter(isWanted).flatMap(\.items).units
    }
}

extension [ParcelPlan.Item] {
    /// By product.
    package var units: [String: Int] {
        reduce(into: [:]) { $0[$1.product, default: 0] += $1.quantity }
    }
}

extension [String: Int] {
    package var items: [ParcelPlan.Item] {
        sorted { $0.key < $1.key }.map { ParcelPlan.Item(product: $0.key, quantity: $0.value) }
    }
}
