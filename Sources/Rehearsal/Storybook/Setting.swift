// The moments at which the storybook stops a shop, and what has happened until then.

import Rules
import Shop
import Storage

package enum Setting: String, CaseIterable, Sendable {
    /// A shop that has announced nothing yet.
    case empty
    case announced, room
    /// A room that a browser has to do some work for.
    case work
    /// With a door that lets few through: at the opening, and a minute later.
    case opening, waiting
    case turn, held
    /// Little of the time is left for which units are held.
    case soon
    case allheld, soldout, paused
    /// A sale by lot, in which only the first places win.
    case draw
    case closed
    /// A draw that is mixed with a public value: it is published, missing, or entered.
    case beacon, awaited, mixed
    /// Orders of the first hour, and orders weeks later.
    case paying, afterwards
    /// Orders in several parcels, and parcels that went astray.
    case parcels
    /// Units that were delivered and are faulty.
    case claims
    /// Somebody who has bought before.
    case member
    /// A product with photographs in place of its drawings.
    case pictured
    /// The database is gone.
    case broken

    func play(on tableau: Tableau) async throws {
        try await tableau.cast("clerk", named: "Olivia Operator", isOperator: true)
        switch self {
        case .empty: try await tableau.cast("buyer")
        case .announced: try await announced(tableau)
        case .room: try await room(tableau)
        case .work:
            try await tableau.announce()
            try await tableau.cast("buyer")
            try await tableau.wind(to: .minutes(-12))
        case .opening: try await opening(tableau, perMinute: 6)
        case .waiting: try await waiting(tableau)
        case .turn: try await turn(tableau)
        case .held: try await held(tableau)
        case .soon: try await soon(tableau)
        case .allheld: try await allHeld(tableau)
        case .soldout: try await soldOut(tableau)
        case .paused:
            try await turn(tableau)
            try await tableau.shop.pause(
                tableau.round, reason: tableau.market.pauseReason, by: tableau.cast("clerk"))
        case .draw: try await draw(tableau)
        case .closed: try await closed(tableau)
        case .beacon: try await beacon(tableau)
        case .awaited:
            try await beacon(tableau)
            try await tableau.wind(to: .minutes(2))
        case .mixed:
            try await beacon(tableau)
            try await tableau.shop.enterBeacon(
                "9f3c27d10be84a56", of: tableau.round, by: tableau.cast("clerk"))
            try await tableau.wind(to: .hours(15))
        case .paying: try await paying(tableau)
        case .afterwards: try await afterwards(tableau)
        case .parcels: try await parcels(tableau)
        case .claims: try await claims(tableau)
        case .member: try await member(tableau)
        case .pictured: try await pictured(tableau)
        case .broken:
            try await tableau.announce()
            tableau.close()
        }
    }
}

extension Setting {
    private func announced(_ tableau: Tableau) async throws {
        try await tableau.announce()
        try await tableau.cast("buyer")
        try await tableau.cast("newcomer", isConfirmed: false)
        try await tableau.shop.signUp(
            mail: "lena@example.com", name: "Lena", password: "three small ducks",
            language: tableau.market.tongue, market: tableau.market, from: "192.0.2.1")
        try await tableau.tick()
        tableau.remember(tableau.tokenInLetter("/confirm/"), as: "confirmation")
        let austria = Country("AT")!
        for (name, country, about) in [
            ("wish", austria, .market), ("granted", austria, .market),
            ("forgotten", austria, .market),
            ("call", tableau.market, .sale(product: nil)),
            ("called", tableau.market, .sale(product: nil)),
        ] as [(String, Country, Wish.About)] {
            try await tableau.shop.makeWish(
                mail: "\(name)@example.com", country: country, about: about,
                language: tableau.market.tongue, from: "192.0.2.1")
            try await tableau.tick()
            tableau.remember(tableau.tokenInLetter("/wishes/"), as: name)
        }
        for name in ["granted", "called"] {
            try await tableau.shop.confirmWish(tableau.resolved("{\(name)}"))
        }
    }

    private func pictured(_ tableau: Tableau) async throws {
        try await tableau.announce()
        for (angle, texts) in [
            (0, ["The band, from the front", "Le bracelet, de face", "Das Band von vorn"]),
            (1, ["The band, from the side", "Le bracelet, de côté", "Das Band von der Seite"]),
        ] {
            try await tableau.shop.showPhoto(
                Snapshot.png(angle, isCracked: false), of: "band",
                texts: [
                    .americanEnglish: texts[0], .britishEnglish: texts[0], .french: texts[1],
                    .german: texts[2],
                ], byName: "storybook")
        }
    }

    private func room(_ tableau: Tableau) async throws {
        try await tableau.announce()
        let crowd = try await tableau.crowd(160)
        let buyer = try await tableau.cast("buyer")
        try await tableau.cast("passerby")
        try await tableau.wind(to: .minutes(-12))
        try await tableau.enter(crowd.dropLast(6) + [buyer])
        // Six at one address, five of them at the same browser.
        for (index, person) in crowd.suffix(6).enumerated() {
            _ = try await tableau.shop.enterRoom(
                of: tableau.round, as: person,
                from: Whereabouts(address: "192.0.2.7", device: index == 0 ? "one" : "other"))
        }
    }

    /// Everybody has a place, and only the first five have their turn.
    private func opening(_ tableau: Tableau, perMinute: Int) async throws {
        try await tableau.announce(
            units: 20, door: Door(burst: 5, perMinute: perMinute), lasting: .minutes(3))
        try await tableau.wind(to: .minutes(-1))
        try await tableau.enter(try await tableau.crowd(210))
        try await tableau.wind(to: .seconds(1))
        tableau.remember(try await tableau.holders()[9], as: "certain")
    }

    /// Thirty-five have had their turn and taken little, so the next are likely to get something;
    /// the round ends before the last have theirs.
    private func waiting(_ tableau: Tableau) async throws {
        try await opening(tableau, perMinute: 60)
        try await tableau.wind(to: .seconds(60))
        let holders = try await tableau.holders()
        for person in holders.prefix(4) { try await tableau.reserve("band", for: person) }
        try await tableau.nameByOdds(holders)
    }

    /// A few others have taken something already.
    private func turn(_ tableau: Tableau) async throws {
        try await tableau.announce()
        let crowd = try await tableau.crowd(30)
        let buyer = try await tableau.cast("buyer")
        try await tableau.wind(to: .minutes(-5))
        try await tableau.enter(crowd + [buyer])
        try await tableau.wind(to: .seconds(20))
        for person in crowd.prefix(3) { try await tableau.reserve("band", for: person) }
        for person in crowd.prefix(2) { try await tableau.reserve("headphones", for: person) }
        try await tableau.cast("passerby")
    }

    private func held(_ tableau: Tableau) async throws {
        try await turn(tableau)
        let buyer = try await tableau.cast("buyer")
        try await tableau.reserve("band", 2, for: buyer)
        try await tableau.reserve("headphones", for: buyer)
        let patient = try await tableau.cast("patient")
        try await tableau.enter([patient])
        try await tableau.reserve("band", for: patient)
        try await tableau.shop.keep(patient.door, by: patient)
        _ = try await tableau.shop.prolong(holdsOf: patient, in: tableau.sale.id)
        try await tableau.wind(to: .seconds(43))
    }

    private func soon(_ tableau: Tableau) async throws {
        try await held(tableau)
        try await tableau.wind(to: .seconds(20 + 600 - 75))
    }

    /// Every band is in somebody's hands, the headphones are sold, the rest is there.
    private func allHeld(_ tableau: Tableau) async throws {
        try await tableau.announce()
        let crowd = try await tableau.crowd(12)
        let buyer = try await tableau.cast("buyer")
        let next = try await tableau.cast("next")
        try await tableau.wind(to: .minutes(-5))
        try await tableau.enter(crowd + [buyer, next])
        try await tableau.wind(to: .seconds(30))
        for person in crowd.prefix(4) { try await tableau.reserve("headphones", for: person) }
        for person in crowd.prefix(4) {
            try await tableau.pay(try await tableau.order("sold", by: person), by: person)
        }
        for person in crowd.suffix(4) { try await tableau.reserve("band", 2, for: person) }
        _ = try await tableau.shop.standBy(for: "band", quantity: 1, in: tableau.round, as: next)
        try await tableau.wind(to: .seconds(95))
    }

    private func soldOut(_ tableau: Tableau) async throws {
        try await tableau.announce()
        let crowd = try await tableau.crowd(9)
        let buyer = try await tableau.cast("buyer")
        try await tableau.wind(to: .minutes(-5))
        try await tableau.enter(crowd + [buyer])
        try await tableau.wind(to: .seconds(8))
        // Of the five, one lets a hold run out before another takes it.
        for person in crowd.prefix(4) {
            for (product, units) in [
                ("band", 2), ("power-bank-10400", 2), ("power-bank-5000", 2), ("headphones", 1),
            ] {
                try await tableau.reserve(product, units, for: person)
            }
        }
        for person in crowd.prefix(4) {
            try await tableau.pay(try await tableau.order("sold", by: person), by: person)
        }
        tableau.remember(crowd[0], as: "winner")
        try await tableau.cast("latecomer")
        try await tableau.enter([try await tableau.cast("latecomer")])
        try await tableau.wind(to: .seconds(50))
    }

    private func draw(_ tableau: Tableau) async throws {
        try await tableau.announce(order: .draw)
        try await tableau.wind(to: .minutes(-1))
        try await tableau.enter(try await tableau.crowd(40))
        try await tableau.wind(to: .seconds(5))
        let holders = try await tableau.holders()
        tableau.remember(holders[0], as: "winner")
        tableau.remember(holders[39], as: "loser")
    }

    /// A moment before the opening: the list is closed, and the value can be read.
    private func beacon(_ tableau: Tableau) async throws {
        try await tableau.announce(hasBeacon: true)
        let people = try await tableau.crowd(40) + [try await tableau.cast("buyer")]
        try await tableau.wind(to: .minutes(-12))
        try await tableau.enter(people)
        try await tableau.cast("passerby")
        // The list has to be closed before the value is published.
        try await tableau.wind(to: .minutes(-5))
        try await tableau.wind(to: .seconds(-30))
    }

    private func closed(_ tableau: Tableau) async throws {
        try await soldOut(tableau)
        try await tableau.wind(to: .hours(15))
    }
}

extension Tableau {
    /// Everybody with a ticket, by their place.
    func holders() async throws -> [Account] {
        let id = round
        return try await shop.storage.read { reader in
            try reader.tickets(in: id).compactMap { try reader.holder(of: $0.id, in: id) }
        }
    }

    /// Names one holder of those who still wait for each of the odds that a band has now.
    func nameByOdds(_ holders: [Account]) async throws {
        let (id, now, country) = (round, clock.now(), market)
        let (odds, round) = try await shop.storage.read { reader in
            let round = try reader.round(id)!
            let stall = try reader.allotments(in: id)
                .first { $0.product == "band" && $0.market == country }!
            return (
                Odds(
                    of: stall, in: round, order: .shuffled, limit: 2, lastPlace: holders.count,
                    at: now), round
            )
        }
        for (index, person) in holders.enumerated() where now < round.turn(of: index + 1) {
            remember(person, as: odds.chance(of: index + 1).rawValue)
        }
    }
}

extension Country {
    /// What an operator writes there.
    fileprivate var pauseReason: String {
        switch code {
        case "DE": "Wir prüfen gerade eine Zahlung; gleich geht es weiter."
        case "FR": "Nous vérifions un paiement\u{202F}; la vente reprend dans un instant."
        default: "We are looking at a payment; it goes on in a moment."
        }
    }
}
