// Orders in every state they can be in: in the first hour of a sale, and weeks later.

import Partners
import Rules
import Shop
import Storage

extension Setting {
    func paying(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        try await tableau.wind(to: .seconds(10))
        _ = try await tableau.ordered(by: "lapsed")
        try await tableau.wind(to: .minutes(12))
        let (called, caller) = try await tableau.paid(by: "cancelled")
        _ = try await tableau.shop.cancelOrder(called.id, by: caller)
        try await tableau.wind(to: .minutes(13))
        let (paid, _) = try await tableau.paid(by: "paid")
        tableau.remember(paid.number, as: "order")
        let parcel = try await tableau.paid(by: "dispatched")
        _ = try await tableau.ordered(by: "placed")
        let (refused, refusedBy) = try await tableau.ordered(by: "declined")
        try await tableau.pay(refused, by: refusedBy, .declined)
        let (unclear, waiting) = try await tableau.ordered(by: "unclear")
        try await tableau.pay(unclear, by: waiting, .unknownBeforeTaking)
        tableau.till.shut()
        try await tableau.send(parcel.0, by: tableau.cast("clerk"))
        // Somebody at the checkout, whose units are held for a moment more.
        let buyer = try await tableau.cast("buyer")
        try await tableau.enter([buyer])
        try await tableau.reserve("band", 2, for: buyer)
        try await tableau.reserve("headphones", for: buyer)
        try await tableau.cast("bystander")
        try await tableau.wind(to: .seconds(13 * 60 + 50))
    }

    /// Six weeks later: what was late, lost, held by customs, delivered and sent back.
    func afterwards(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        let clerk = try await tableau.cast("clerk")
        try await tableau.wind(to: .seconds(10))
        _ = try await tableau.paid(by: "late")
        var parcels: [String: (Order, Account)] = [:]
        for role in Self.sent { parcels[role] = try await tableau.paid(by: role) }
        let (unclear, waiting) = try await tableau.ordered(by: "unclear")
        try await tableau.pay(unclear, by: waiting, .unknownBeforeTaking)
        tableau.till.shut()
        try await tableau.wind(to: .days(4))
        for role in Self.sent {
            try await tableau.send(parcels[role]!.0, by: clerk)
        }
        try await tableau.challenge(parcels["customs"]!.0, by: clerk)
        try await tableau.wind(to: .days(38))
        for role in Self.received { try await tableau.deliver(parcels[role]!.0, by: clerk) }
        try await tableau.wind(to: .days(40))
        for role in ["returning", "sentback", "returned"] {
            try await tableau.giveBack(parcels[role]!.0, by: parcels[role]!.1)
        }
        let (order, buyer) = parcels["withdrawn"]!
        try await tableau.withdraw(order.number, by: buyer, as: "withdrawal")
        try await tableau.wind(to: .days(43))
        for role in ["sentback", "returned"] {
            try await tableau.showSent(parcels[role]!.0, by: parcels[role]!.1)
        }
        try await tableau.check(parcels["returned"]!.0, by: clerk)
        try await tableau.miss(parcels["missing"]!.0, by: parcels["missing"]!.1)
        try await tableau.withdraw("0000-0000", by: buyer, as: "stray")
        try await tableau.wind(to: .days(45))
    }

    private static let received = [
        "delivered", "returning", "sentback", "returned", "withdrawn", "missing",
    ]
    private static let sent = received + ["overdue", "customs"]
}
