// Orders in every state they can be in: in the first hour of a sale, and weeks later.

import Partners
import Rules
import Shop
import Storage

extension Setting {
    func paying(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        try await tableau.wind(to: .seconds(10))
        _ = try await tableau.bandOrdered(by: "lapsed")
        try await tableau.wind(to: .minutes(12))
        let (called, caller) = try await tableau.bandPaid(by: "cancelled")
        _ = try await tableau.shop.cancelOrder(called.id, by: caller)
        try await tableau.wind(to: .minutes(13))
        let (paid, _) = try await tableau.bandPaid(by: "paid")
        tableau.remember(paid.number, as: "order")
        let parcel = try await tableau.bandPaid(by: "dispatched")
        _ = try await tableau.bandOrdered(by: "placed")
        let (refused, refusedBy) = try await tableau.bandOrdered(by: "declined")
        try await tableau.pay(refused, by: refusedBy, .declined)
        let (unclear, waiting) = try await tableau.bandOrdered(by: "unclear")
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
        _ = try await tableau.bandPaid(by: "late")
        var parcels: [String: (Order, Account)] = [:]
        for role in Self.parcels { parcels[role] = try await tableau.bandPaid(by: role) }
        let (unclear, waiting) = try await tableau.bandOrdered(by: "unclear")
        try await tableau.pay(unclear, by: waiting, .unknownBeforeTaking)
        tableau.till.shut()
        try await tableau.wind(to: .days(4))
        for role in Self.parcels {
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
    private static let parcels = received + ["overdue", "customs"]
}

extension Tableau {
    private var today: Day { shop.rulebook.current.markets[market]!.localTime.day(at: clock.now()) }

    fileprivate func send(_ order: Order, by clerk: Account) async throws {
        _ = try await shop.dispatch(
            order.id, carrier: "China Post", trackingNumber: "RX\(order.number)CN", by: clerk)
    }

    fileprivate func deliver(_ order: Order, by clerk: Account) async throws {
        _ = try await shop.recordDelivery(of: order.id, on: today, by: clerk)
    }

    /// It was delivered, says its carrier.
    fileprivate func miss(_ order: Order, by buyer: Account) async throws {
        let parcel = try await shop.storage.read { try $0.parcels(of: order.id)[0].id }
        _ = try await shop.reportMissing(parcel, by: buyer)
    }

    fileprivate func challenge(_ order: Order, by clerk: Account) async throws {
        let held = try await shop.storage.read { try $0.customsCases(of: order.id)[0].id }
        remember(held.text, as: "case")
        func record(_ event: CustomsCase.Event) async throws {
            _ = try await shop.recordCustoms(event, of: held, on: today, by: clerk)
        }
        try await record(
            .declare(
                CustomsCase.Declaration(
                    reference: "26CN0000017", form: .h7, day: today, declarant: "China Post")))
        let none = Money.zero(order.total.currency)
        try await record(
            .challenge(
                CustomsCase.Challenge(
                    reference: "AZ 4711", ground: .value, received: today, answerBy: today + 60,
                    claimed: CustomsCase.Charges(
                        duty: Money(600, order.total.currency),
                        tax: Money(410, order.total.currency),
                        fees: none))))
    }

    fileprivate func giveBack(_ order: Order, by buyer: Account) async throws {
        _ = try await shop.requestReturn(
            of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: buyer,
            key: freshKey())
    }

    private func goods(of order: Order) async throws -> Return {
        try await shop.storage.read { try $0.returns(of: order.id)[0] }
    }

    fileprivate func showSent(_ order: Order, by buyer: Account) async throws {
        let goods = try await goods(of: order)
        // What no carrier takes is kept, and nothing is shown.
        guard goods.way != .kept else { return }
        _ = try await shop.recordSending(
            of: goods.id, on: today, proof: "RR 4711 0815", by: buyer)
    }

    fileprivate func check(_ order: Order, by clerk: Account) async throws {
        let goods = try await goods(of: order)
        _ = try await shop.checkReturn(
            goods.id,
            ReturnFinding(condition: goods.way == .kept ? .notSent : .asNew, note: ""), by: clerk)
    }

    fileprivate func withdraw(_ number: String, by buyer: Account, as name: String) async throws {
        let said = try await shop.withdraw(
            WithdrawalSaid(
                orderNumber: number, name: buyer.name, mail: buyer.mail, language: buyer.language),
            from: "192.0.2.1", key: freshKey())
        self.remember(try await shop.linkToken(for: said.id), as: name)
    }
}
