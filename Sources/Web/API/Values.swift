// The things of the shop as the API writes them. Names are stable: programs depend on them.

import Rules
import Shop
import Storage

/// `{"minor": 1400, "currency": "USD"}`: never a floating-point number.
struct MoneyValue: Codable, Sendable {
    let minor: Int64
    let currency: String

    init(_ money: Money) {
        minor = money.minor
        currency = money.currency.code
    }

    /// Throws `input` for a currency that doesn't exist.
    func money() throws(Refusal) -> Money {
        guard let currency = Currency(currency) else {
            throw .input([Fault(.acceptance, .malformed)])
        }
        return Money(minor, currency)
    }
}

struct AddressValue: Codable, Sendable {
    let name: String
    let line1: String
    let line2: String?
    let city: String
    let subdivision: String?
    let postcode: String
    let country: String
    let phone: String

    init(_ address: Address) {
        name = address.name
        line1 = address.line1
        line2 = address.line2
        city = address.city
        subdivision = address.subdivision
        postcode = address.postcode
        country = address.country.code
        phone = address.phone
    }

    /// Throws `addressOutsideMarket` for what isn't a country.
    func address() throws(Refusal) -> Address {
        guard let country = Country(country) else { throw .addressOutsideMarket }
        return Address(
            name: name, line1: line1, line2: line2, city: city, subdivision: subdivision,
            postcode: postcode, country: country, phone: phone)
    }
}

struct AccountValue: Encodable {
    let id: String
    let mail: String
    let name: String
    let language: String
    let market: String
    let confirmed: Bool

    init(_ account: Account) {
        id = account.id.text
        mail = account.mail
        name = account.name
        language = account.language.rawValue
        market = account.market.code
        confirmed = account.isConfirmed
    }
}

struct SessionValue: Encodable {
    let token: String
    let account: AccountValue

    init(_ known: LoggedIn) {
        token = known.token
        account = AccountValue(known.account)
    }
}

struct TicketValue: Encodable {
    let id: String
    let round: String
    let entered: String
    let place: Int?
    /// When its holder may reserve; nil before the order is fixed.
    let turn: String?

    init(_ ticket: Ticket, in round: Round, at now: Moment) {
        id = ticket.id.text
        self.round = ticket.round.text
        entered = Stamp.utc(ticket.entered)
        place = ticket.place
        turn = ticket.place.map {
            Stamp.utc(round.clock.wallTime(of: round.turn(of: $0), at: now))
        }
    }
}

struct ReservationValue: Encodable {
    let id: String
    let product: String
    let quantity: Int
    let units: [Int]?
    let state: String
    let expires: String

    init(_ reserved: Reserved) { self.init(reserved, expires: Stamp.utc(reserved.expires)) }

    /// For who has the time it expires as a text already.
    init(_ reserved: Reserved, expires: String) {
        id = reserved.reservation.id.text
        product = reserved.product
        quantity = reserved.reservation.quantity
        units = reserved.numbers
        state = reserved.reservation.state.rawValue
        self.expires = expires
    }

    init(_ line: HeldBasket.Line) {
        id = line.reservation.id.text
        product = line.offer.product
        quantity = line.reservation.quantity
        units = nil
        state = line.reservation.state.rawValue
        expires = Stamp.utc(line.expires)
    }

    /// The same JSON as the encoder's, of a reservation that was made just now: by far the most
    /// frequent answer of a rush, and the encoder takes longer than everything else about it. Ids,
    /// codes and states have no letter that JSON must escape.
    var text: String {
        let units = (units ?? []).map(String.init).joined(separator: ",")
        return """
            {"expires":"\(expires)","id":"\(id)","product":"\(product)",\
            "quantity":\(quantity),"state":"\(state)","units":[\(units)]}
            """
    }
}

struct StandbyValue: Encodable {
    let product: String
    let quantity: Int
    /// How many stand by with a better place.
    let ahead: Int

    init(_ standing: StandingBy) {
        product = standing.product
        quantity = standing.standby.quantity
        ahead = standing.ahead
    }
}

/// What became of a ticket, product by product.
struct OutcomesValue: Encodable {
    let ticket: String
    let place: Int?
    let turn: String?
    let outcomes: [OutcomeValue]

    struct OutcomeValue: Encodable {
        let product: String
        /// bought, holds, lapsed, let_go, withheld, gone, unused or still_free.
        let outcome: String
        let units: [Int]?
        let at: String?

        init(_ outcome: Outcome) {
            product = outcome.product
            (self.outcome, units, at) =
                switch outcome.kind {
                case .bought(let units): ("bought", units, nil)
                case .holds(let units): ("holds", units, nil)
                case .lapsed(let moment): ("lapsed", nil, Stamp.utc(moment))
                case .letGo(let moment): ("let_go", nil, Stamp.utc(moment))
                case .withheld(let moment): ("withheld", nil, Stamp.utc(moment))
                case .gone(let moment): ("gone", nil, Stamp.utc(moment))
                case .unused(let moment): ("unused", nil, Stamp.utc(moment))
                case .stillFree: ("still_free", nil, nil)
                }
        }
    }

    init(_ ticket: ID<Ticket>, in market: Country, _ transcript: Transcript) {
        self.ticket = ticket.text
        place = transcript.place(of: ticket)?.place
        turn = place.map { Stamp.utc(transcript.turn(of: $0)) }
        outcomes = transcript.outcomes(of: ticket, in: market).map(OutcomeValue.init)
    }
}

struct QuoteValue: Encodable {
    let market: String
    let day: String
    let rules: String
    let lines: [Line]
    let goods: MoneyValue
    let shipping: MoneyValue
    let duty: MoneyValue
    let tax: MoneyValue
    let fees: MoneyValue
    let total: MoneyValue
    let method: String?
    let trace: [Step]
    let unknowns: [String]

    struct Line: Encodable {
        let product: String
        let quantity: Int
        let unitPrice: MoneyValue
        let total: MoneyValue
    }

    struct Step: Encodable {
        let layer: String
        let charge: String
        let borneBy: String
        let amount: MoneyValue
        let sources: [String]
    }

    init(_ quote: Quote) {
        market = quote.market.code
        day = quote.day.description
        rules = quote.rules
        lines = quote.lines.map {
            Line(
                product: $0.product, quantity: $0.quantity, unitPrice: MoneyValue($0.unitPrice),
                total: MoneyValue($0.total))
        }
        goods = MoneyValue(quote.goods)
        shipping = MoneyValue(quote.shipping)
        duty = MoneyValue(quote.duty)
        tax = MoneyValue(quote.tax)
        fees = MoneyValue(quote.fees)
        total = MoneyValue(quote.total)
        method = quote.carriage?.method
        trace = quote.trace.map {
            Step(
                layer: $0.layer, charge: $0.charge.rawValue, borneBy: $0.borneBy.rawValue,
                amount: MoneyValue($0.amount), sources: $0.evidence.sources)
        }
        unknowns = quote.unknowns.map(\.note)
    }
}

struct OrderValue: Encodable {
    let id: String
    let number: String
    let state: String
    let market: String
    let total: MoneyValue
    let placed: String
    let dispatchPromise: String
    let dispatched: String?
    let delivered: String?
    let lastReturnDay: String?
    /// Absent in lists.
    let parcels: [ParcelValue]?

    init(_ order: Order, parcels: [Parcel]? = nil) {
        id = order.id.text
        number = order.number
        state = order.state.rawValue
        market = order.market.code
        total = MoneyValue(order.total)
        placed = Stamp.utc(order.placed)
        dispatchPromise = order.promise.description
        dispatched = order.dispatched?.description
        delivered = order.delivered?.description
        lastReturnDay = order.lastReturnDay?.description
        self.parcels = parcels?.map(ParcelValue.init)
    }
}
