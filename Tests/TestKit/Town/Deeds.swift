// What people do in the town, in the words of the trade. Each is one verb of the shop, or the few
// that somebody does in a row.
package import Rules
package import Shop
import Storage

extension Town {
    // MARK: People

    package func person(_ name: String, in market: String) async throws -> Account {
        try await shop.settle(name, in: market)
    }

    package func people(_ count: Int, in market: String) async throws -> [Account] {
        var people: [Account] = []
        for number in 1...count {
            people.append(try await person("person\(number)", in: market))
        }
        return people
    }

    /// Where somebody lives: everybody at a door of their own, unless the street is said.
    package func home(of person: Account, _ street: String? = nil) -> Address {
        person.home(street)
    }

    // MARK: The sale

    @discardableResult
    package func enter(_ people: Account..., round: Int = 1) async throws -> [Ticket] {
        try await enter(people, round: round)
    }

    @discardableResult
    package func enter(_ people: [Account], round: Int = 1) async throws -> [Ticket] {
        var tickets: [Ticket] = []
        for person in people {
            tickets.append(try await shop.enterRoom(of: rounds[round - 1], as: person))
        }
        return tickets
    }

    /// Winds the clock to the opening of a round, and has its order drawn.
    package func open(round number: Int = 1) async throws {
        let round = try await round(number)
        let now = clock.now()
        let opens = round.clock.wallTime(of: round.opens, at: now)
        if opens > now { clock.wind(opens - now) }
        try await shop.drawRounds()
    }

    /// Everybody enters, and the round opens.
    package func enterAndOpen(_ people: Account..., round: Int = 1) async throws {
        try await enter(people, round: round)
        try await open(round: round)
    }

    @discardableResult
    package func reserve(
        _ quantity: Int, for person: Account, round: Int = 1, key: String? = nil
    ) async throws -> Reserved {
        try await shop.reserve(
            "band", quantity: quantity, in: rounds[round - 1], for: person, key: key ?? freshKey())
    }

    // MARK: Orders and payments

    package func quote(for person: Account, to address: Address? = nil) async throws -> Quote {
        try await shop.quote(
            basketOf: person, in: sale.id, to: address ?? home(of: person), by: nil)
    }

    /// Looks at the quote, and agrees to it.
    package func order(
        by person: Account, to address: Address? = nil, key: String? = nil
    ) async throws -> Order {
        let quote = try await quote(for: person, to: address)
        return try await place(agreeing: quote.total, by: person, to: address, key: key)
    }

    package func place(
        agreeing total: Money, by person: Account, to address: Address? = nil, key: String? = nil
    ) async throws -> Order {
        try await shop.placeOrder(
            of: person, in: sale.id, to: address ?? home(of: person), by: nil, agreed: total,
            language: person.language, key: key ?? freshKey())
    }

    /// Goes to the till, and agrees there; nothing is taken yet.
    @discardableResult
    package func agree(
        toPay order: Order, by person: Account, method: String = "paypal"
    ) async throws -> Payment {
        let payment = try await beginPaying(order, by: person, method: method)
        till.approve(payment.reference!)
        return payment
    }

    @discardableResult
    package func beginPaying(
        _ order: Order, by person: Account, method: String = "paypal"
    ) async throws -> Payment {
        _ = try await shop.beginPayment(
            of: order.id, by: person, method: method,
            returnTo: PaymentReturn(
                agreed: "https://shop.example.com/agreed",
                cancelled: "https://shop.example.com/cancelled"))
        return try await payments(of: order).last { $0.method == method }!
    }

    /// The browser comes back, or a call-back arrives: the payment is looked at.
    package func comeBack(from payment: Payment) async throws {
        try await shop.runNow(.settle(payment.id))
    }

    @discardableResult
    package func pay(_ order: Order, by person: Account) async throws -> Order {
        try await comeBack(from: agree(toPay: order, by: person))
        return try await now(order)
    }

    /// From the reservation to the money.
    package func buy(_ quantity: Int, for person: Account, round: Int = 1) async throws -> Order {
        try await reserve(quantity, for: person, round: round)
        return try await pay(order(by: person), by: person)
    }

    // MARK: Time

    /// Time passes, and the ticker does what it does every second.
    package func wind(_ span: Span) async throws {
        clock.wind(span)
        try await tick()
    }

    package func tick() async throws {
        try await shop.watchRules()
        try await shop.withhold()
        try await shop.drawRounds()
        try await shop.lapseReservations()
        try await shop.passOn()
        try await shop.watchDeadlines()
        // Bounded: letters and settlements owe little more than themselves.
        for _ in 0..<10 where try await shop.runJobs() == 0 { return }
    }

    // MARK: Looking

    package func round(_ number: Int = 1) async throws -> Round {
        let id = rounds[number - 1]
        return try await shop.storage.read { try $0.round(id)! }
    }

    package func allotment(round number: Int = 1) async throws -> Allotment {
        let id = rounds[number - 1]
        return try await shop.storage.read { try $0.allotments(in: id)[0] }
    }

    /// `4 free, 2 reserved, 4 sold`.
    package func units(round number: Int = 1) async throws -> String {
        let allotment = try await allotment(round: number)
        return "\(allotment.free) free, \(allotment.reserved) reserved, \(allotment.sold) sold"
    }

    package func ticket(of person: Account, round number: Int = 1) async throws -> Ticket? {
        let id = rounds[number - 1]
        return try await shop.storage.read { try $0.ticket(of: person.id, in: id) }
    }

    /// Nil before the draw.
    package func place(of person: Account, round number: Int = 1) async throws -> Int? {
        try await ticket(of: person, round: number)?.place
    }

    package func transcript(round number: Int = 1) async throws -> Transcript {
        let (id, now) = (rounds[number - 1], clock.now())
        return try await shop.storage.read { try $0.transcript(of: id, at: now) }
    }

    package func now(_ order: Order) async throws -> Order {
        try await shop.storage.read { try $0.order(order.id)! }
    }

    package func now(_ reserved: Reserved) async throws -> Reservation {
        try await shop.storage.read { try $0.reservation(reserved.reservation.id)! }
    }

    package func payments(of order: Order) async throws -> [Payment] {
        try await shop.storage.read { try $0.payments(of: order.id) }
    }

    package func refunds(of order: Order) async throws -> [Refund] {
        try await shop.storage.read { reader in
            try reader.payments(of: order.id).flatMap { try reader.refunds(of: $0.id) }
        }
    }
}
