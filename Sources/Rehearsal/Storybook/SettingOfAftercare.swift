// What comes after an order: parcels that go astray, units that are faulty, and somebody who has
// bought before.

import Rules
import Shop
import Storage

extension Setting {
    /// A week after the sale.
    func parcels(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        let clerk = try await tableau.cast("clerk")
        try await tableau.wind(to: .seconds(10))
        let (several, _) = try await tableau.paid(
            ["band": 2, "headphones": 1, "power-bank-5000": 1], by: "several")
        let (followed, _) = try await tableau.paid(by: "followed")
        var astray: [String: Order] = [:]
        for role in ["missing", "lost", "again", "repaid"] {
            astray[role] = try await tableau.paid(by: role).0
        }
        for role in ["packed", "listed"] { _ = try await tableau.paid(by: role) }
        try await tableau.wind(to: .days(4))
        try await tableau.send(several, [.init(product: "band", quantity: 2)], by: clerk)
        try await tableau.follow(followed, by: clerk)
        for order in astray.values.sorted(by: { $0.number < $1.number }) {
            try await tableau.send(order, by: clerk)
            try await tableau.report(order, by: clerk)
        }
        for role in ["lost", "again", "repaid"] {
            try await tableau.settle(astray[role]!, as: .lost, by: clerk)
        }
        try await tableau.settle(astray["again"]!, as: .sendAgain, by: clerk)
        try await tableau.settle(astray["repaid"]!, as: .refund, by: clerk)
        try await tableau.wind(to: .days(7))
    }

    /// Two months after the delivery.
    func claims(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        let clerk = try await tableau.cast("clerk")
        try await tableau.wind(to: .seconds(10))
        var orders: [String: (Order, Account)] = [:]
        for role in Self.claimed + ["content", "handed"] {
            orders[role] = try await tableau.paid(by: role)
        }
        try await tableau.wind(to: .days(4))
        for (order, _) in orders.values { try await tableau.send(order, by: clerk) }
        try await tableau.wind(to: .days(20))
        for (order, _) in orders.values { try await tableau.deliver(order, by: clerk) }
        try await tableau.wind(to: .days(80))
        for (role, (order, _)) in orders {
            let passport = try await tableau.passport(of: order)
            tableau.remember(passport.number, as: "\(role)-passport")
        }
        for role in Self.claimed {
            try await tableau.claim(under: orders[role]!.0, by: orders[role]!.1, as: role)
        }
        try await tableau.answerClaims(by: clerk)
        try await tableau.handOn(orders["handed"]!.0, from: orders["handed"]!.1, to: "heir")
        try await tableau.tick()
    }

    private static let claimed = ["asked", "accepted", "declined", "replaced", "sent", "repaid"]

    /// Orders, addresses, devices and a return, all of one account.
    func member(_ tableau: Tableau) async throws {
        try await tableau.announce(units: 60)
        let clerk = try await tableau.cast("clerk")
        let buyer = try await tableau.cast("buyer")
        try await tableau.wind(to: .seconds(10))
        let (order, _) = try await tableau.paid(["band": 2], by: "buyer")
        try await tableau.wind(to: .days(4))
        try await tableau.send(order, by: clerk)
        try await tableau.wind(to: .days(16))
        try await tableau.deliver(order, by: clerk)
        try await tableau.wind(to: .days(18))
        try await tableau.giveBack(order, by: buyer)
        let home = try await tableau.shop.keep(buyer.door, by: buyer)
        tableau.remember(home.id.text, as: "address")
        try await tableau.shop.keep(tableau.cast("neighbour").door, by: buyer)
        try await tableau.logIn(buyer, with: "Firefox, Android")
        try await tableau.shop.noteLook(
            at: order.number, of: buyer.id, on: "/orders/\(order.number)", by: clerk)
    }
}

extension Tableau {
    // MARK: Parcels

    private func parcel(of order: Order) async throws -> ID<Parcel> {
        try await shop.storage.read { try $0.parcels(of: order.id)[0].id }
    }

    /// With a carrier that tells where it is.
    fileprivate func follow(_ order: Order, by clerk: Account) async throws {
        _ = try await shop.registerParcel(of: order.id, with: Courier.name, by: clerk)
        let number = try await shop.storage.read {
            try $0.parcels(of: order.id)[0].shipment.trackingNumber
        }
        for (kind, place, days) in [
            (.accepted, "Shenzhen", 1), (.departed, "Hong Kong", 2), (.customs, "Liège", 3),
        ] as [(TrackingEvent.Kind, String, Int64)] {
            courier.tell(kind, of: number, in: place, at: clock.now() + .days(days) - .hours(5))
        }
    }

    fileprivate func report(_ order: Order, by clerk: Account) async throws {
        try await shop.reportMissing(try await parcel(of: order), by: clerk)
    }

    fileprivate func settle(
        _ order: Order, as verdict: ParcelVerdict, by clerk: Account
    ) async throws {
        try await shop.settleParcel(try await parcel(of: order), as: verdict, by: clerk)
    }

    // MARK: Guarantees

    fileprivate func passport(of order: Order) async throws -> Warranty {
        try await shop.storage.read { try $0.warranties(of: order.id)[0] }
    }

    fileprivate func claim(
        under order: Order, by buyer: Account, as name: String
    ) async throws {
        let claim = try await shop.claim(
            try await passport(of: order).id,
            ClaimSaid(
                description: market.complaint, wish: .replacement, address: buyer.door),
            photos: [Snapshot.png(), Snapshot.png(1), Snapshot.png(-1)], by: buyer,
            key: freshKey())
        remember(claim.number, as: name)
    }

    fileprivate func answerClaims(by clerk: Account) async throws {
        func claim(_ name: String) async throws -> ID<Claim> {
            let number = resolved("{\(name)}")
            return try await shop.storage.read { try $0.claim(number: number)!.id }
        }
        _ = try await shop.declineClaim(
            try await claim("declined"), because: market.explanation, by: clerk)
        for name in ["accepted", "replaced", "sent", "repaid"] {
            _ = try await shop.acceptClaim(try await claim(name), by: clerk)
        }
        for name in ["replaced", "sent"] {
            _ = try await shop.remedy(try await claim(name), by: .replacement, as: clerk)
        }
        _ = try await shop.remedy(try await claim("repaid"), by: .refund, as: clerk)
        _ = try await shop.sendClaimed(
            try await claim("sent"), carrier: "China Post", trackingNumber: "RX4711CN", by: clerk)
    }

    fileprivate func handOn(_ order: Order, from holder: Account, to role: String) async throws {
        let heir = try await cast(role)
        let code = try await shop.offerWarranty(try await passport(of: order).id, by: holder)
        _ = try await shop.takeWarranty(code.code, by: heir, from: "192.0.2.1")
    }

    // MARK: Accounts

    /// Somewhere else than where the scenes are looked at.
    fileprivate func logIn(_ account: Account, with device: String) async throws {
        let now = clock.now()
        let session = Session(
            account: account.id, created: now - .days(3), seen: now - .hours(7),
            device: Device(name: device))
        try await shop.storage.write {
            try $0.insert(session, tokenHash: Digest.sha256(device))
        }
    }
}

extension Country {
    fileprivate var complaint: String {
        switch code {
        case "DE": "Das Glas hat einen Riss, ohne dass mir das Band heruntergefallen wäre."
        case "FR": "Le verre est fissuré, alors que le bracelet n’est jamais tombé."
        default: "The glass has cracked. I haven’t dropped the band."
        }
    }

    fileprivate var explanation: String {
        switch code {
        case "DE": "Auf den Fotos ist der Abdruck eines Sturzes zu sehen; er ist nicht gedeckt."
        case "FR": "Les photos montrent la trace d’une chute, qui n’est pas couverte."
        default: "The photographs show the mark of a fall, which isn’t covered."
        }
    }
}
