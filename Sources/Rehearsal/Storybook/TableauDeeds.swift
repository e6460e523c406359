// What people do in a tableau, in the words of the trade.

import Foundation
import Partners
import Rules
import Shop
import Storage

extension Tableau {
    // MARK: The sale

    /// The model sale with so many units of each product, and half as many of the dearest.
    func announce(
        units: Int = 8, door: Door = Door(burst: 1000, perMinute: 1000),
        order: Sale.OrderPolicy = .shuffled, lasting: Span = .hours(6), hasBeacon: Bool = false
    ) async throws {
        var draft = try SaleDraft.sample(markets: shop.rulebook.current.markets)
        draft.order = order
        for index in draft.rounds.indices {
            let opens = Self.opens + .hours(Int64(index) * 8)
            draft.rounds[index].roomOpens = opens - .hours(1)
            draft.rounds[index].opens = opens
            draft.rounds[index].closes = opens + lasting
            draft.rounds[index].door = door
            if hasBeacon { draft.rounds[index].beacon = .published(before: opens) }
            for stall in draft.rounds[index].units.indices {
                let isDear = draft.rounds[index].units[stall].product == "headphones"
                draft.rounds[index].units[stall].units = isDear ? units / 2 : units
            }
        }
        let sale = try await shop.importSale(draft, rulesConfirmedBy: "storybook")
        announced(sale, try await shop.storage.read { try $0.rounds(of: sale.id).map(\.id) })
    }

    /// Winds the clock to so long before the first opening, or after it, and does what is due.
    func wind(to span: Span) async throws {
        let target = Self.opens + span
        precondition(target >= clock.now(), "a tableau goes forwards")
        clock.wind(target - clock.now())
        try await tick()
    }

    func tick() async throws {
        try await shop.drawRounds()
        try await shop.lapseReservations()
        try await shop.passOn()
        try await shop.watchDeadlines()
        // Bounded: letters and settlements owe little more than themselves.
        for _ in 0..<10 where try await shop.runJobs(limit: 100) == 0 { return }
    }

    func enter(_ people: [Account]) async throws {
        for person in people { _ = try await shop.enterRoom(of: round, as: person) }
    }

    func reserve(_ product: String, _ quantity: Int = 1, for person: Account) async throws {
        _ = try await shop.reserve(
            product, quantity: quantity, in: round, for: person, key: freshKey())
    }

    // MARK: Orders

    /// Everything the buyer holds, to their door.
    @discardableResult
    func order(_ name: String, by person: Account) async throws -> Order {
        let home = person.door
        let quote = try await shop.quote(basketOf: person, in: sale.id, to: home, by: nil)
        let order = try await shop.placeOrder(
            of: person, in: sale.id, to: home, by: nil, agreed: quote.total,
            language: person.language, key: freshKey())
        self.remember(order.number, as: name)
        return order
    }

    /// A band or more, ordered by somebody who is named as their order is.
    @discardableResult
    func ordered(_ units: [String: Int] = ["band": 1], by role: String) async throws -> (
        Order, Account
    ) {
        let person = try await cast(role)
        try await enter([person])
        for (product, quantity) in units.sorted(by: { $0.key < $1.key }) {
            try await reserve(product, quantity, for: person)
        }
        return (try await order(role, by: person), person)
    }

    func pay(_ order: Order, by person: Account, _ answer: Till.CaptureAnswer = .captured)
        async throws
    {
        _ = try await shop.beginPayment(
            of: order.id, by: person, method: "paypal",
            returnTo: PaymentReturn(
                agreed: "\(shop.settings.publicURL)/agreed",
                cancelled: "\(shop.settings.publicURL)/cancelled"))
        let payment = try await shop.storage.read { try $0.payments(of: order.id).last! }
        till.approve(payment.reference!)
        till.answerCaptures(answer)
        try await shop.runNow(.settle(payment.id))
    }

    func paid(_ units: [String: Int] = ["band": 1], by role: String) async throws -> (
        Order, Account
    ) {
        let (order, person) = try await ordered(units, by: role)
        try await pay(order, by: person)
        return (order, person)
    }

    /// What stands behind a link in the newest letter that has one.
    func tokenInLetter(_ path: String) -> String {
        let links = postbox.all.reversed().lazy.compactMap { letter in
            letter.text.range(of: path).map { found in
                String(letter.text[found.upperBound...].prefix { !$0.isWhitespace })
            }
        }
        guard let token = links.first else { preconditionFailure("no letter has \(path)") }
        return token
    }
}

extension Beacon {
    fileprivate static func published(before opens: Moment) -> Beacon {
        Beacon(
            name: "drand quicknet, round 4471012", address: "https://api.drand.sh/rounds/4471012",
            listCloses: opens - .minutes(5), published: opens - .minutes(1),
            fallback: opens + .minutes(10))
    }
}

extension Account {
    /// Where the cast lives: each by themselves, or their limits would be one.
    var door: Address {
        let number = mail.utf8.reduce(7) { ($0 * 31 + Int($1)) % 197 }
        return switch market.code {
        case "DE": home("Lindenstraße \(number)")
        case "FR": home("\(number) rue de la Paix")
        case "GB": home("\(number) Kew Road")
        default: home("\(number) Main Street")
        }
    }
}
