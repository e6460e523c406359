// What becomes of orders in a tableau: sent, delivered, held, given back.

import Rules
import Shop
import Storage

extension Tableau {
    var today: Day { shop.rulebook.current.markets[market]!.localTime.day(at: clock.now()) }

    func send(
        _ order: Order, _ items: [ParcelPlan.Item]? = nil, by clerk: Account
    ) async throws {
        _ = try await shop.dispatch(
            order.id, carrier: "China Post", trackingNumber: "RX\(order.number)CN", items: items,
            by: clerk)
    }

    func deliver(_ order: Order, by clerk: Account) async throws {
        _ = try await shop.recordDelivery(of: order.id, on: today, by: clerk)
    }

    /// It was delivered, says its carrier.
    func miss(_ order: Order, by buyer: Account) async throws {
        let parcel = try await shop.storage.read { try $0.parcels(of: order.id)[0].id }
        _ = try await shop.reportMissing(parcel, by: buyer)
    }

    func challenge(_ order: Order, by clerk: Account) async throws {
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

    func giveBack(_ order: Order, by buyer: Account) async throws {
        _ = try await shop.requestReturn(
            of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: buyer,
            key: freshKey())
    }

    private func goods(of order: Order) async throws -> Return {
        try await shop.storage.read { try $0.returns(of: order.id)[0] }
    }

    func showSent(_ order: Order, by buyer: Account) async throws {
        let goods = try await goods(of: order)
        // What no carrier takes is kept, and nothing is shown.
        guard goods.way != .kept else { return }
        _ = try await shop.recordSending(
            of: goods.id, on: today, proof: "RR 4711 0815", by: buyer)
    }

    func check(_ order: Order, by clerk: Account) async throws {
        let goods = try await goods(of: order)
        _ = try await shop.checkReturn(
            goods.id,
            ReturnFinding(condition: goods.way == .kept ? .notSent : .asNew, note: ""), by: clerk)
    }

    func withdraw(_ number: String, by buyer: Account, as name: String) async throws {
        let said = try await shop.withdraw(
            WithdrawalSaid(
                orderNumber: number, name: buyer.name, mail: buyer.mail, language: buyer.language),
            from: "192.0.2.1", key: freshKey())
        self.remember(try await shop.linkToken(for: said.id), as: name)
    }
}
