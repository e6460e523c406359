// What anybody may ask: markets, sales, and the one small document of a round that every waiting
// browser polls.

import Hummingbird
import Rules
import Shop
import Storage

struct MarketValue: Encodable {
    let country: String
    let currency: String
    let languages: [String]
    let taxDisplay: String
    let paymentMethods: [String]

    init(_ market: Market, offering methods: [String]) {
        country = market.country.code
        currency = market.currency.code
        languages = market.languages.map(\.rawValue)
        taxDisplay = market.taxDisplay.rawValue
        paymentMethods = market.paymentMethods.filter(methods.contains)
    }
}

struct SaleValue: Encodable {
    let id: String
    let code: String
    let title: String
    let announcement: String
    let market: String
    /// shuffled, first_come or draw.
    let order: String
    let holdSeconds: Int64
    let offers: [OfferValue]
    /// What a requirement keeps from this market.
    let withheld: [WithheldValue]
    let rounds: [RoundSummary]

    struct WithheldValue: Encodable {
        let product: String
        let name: String
        let requirement: String
        let reason: String
    }

    struct OfferValue: Encodable {
        let product: String
        let name: String
        let about: String
        let price: MoneyValue
        let shownPrice: MoneyValue
        let delivered: MoneyValue?
        let limit: Int
    }

    struct RoundSummary: Encodable {
        let id: String
        let number: Int
        let roomOpens: String
        let opens: String
        let closes: String
    }
}

/// Everything about a round that is public, for one market.
struct RoundValue: Encodable {
    let id: String
    let sale: String
    let number: Int
    let market: String
    let phase: String
    let roomOpens: Int64
    let opens: Int64
    let closes: Int64
    let pauseReason: String?
    let waiting: Int
    let drawn: Int?
    let commitment: String
    let seed: String?
    /// The digest of the list of those who were drawn.
    let entrants: String?
    let beacon: BeaconValue?
    let door: DoorValue
    let allotments: [AllotmentValue]

    struct DoorValue: Encodable {
        let burst: Int
        let perMinute: Int
    }

    struct AllotmentValue: Encodable {
        let product: String
        let units: Int
        let free: Int
        let held: Int
        let sold: Int
        let state: String
        let nextLapse: Int64?
        let standbys: Int
        /// In a draw, while units are kept for them: how many of the first places win, until when.
        let winners: Int?
        let keptUntil: Int64?
        let odds: OddsValue
        /// The last hash of the public record.
        let head: String
    }

    /// The last place for which each is true; places behind `possible` get nothing.
    struct OddsValue: Encodable {
        let certain: Int
        let likely: Int
        let possible: Int

        init(_ odds: Odds) {
            certain = odds.certain
            likely = odds.likely
            possible = odds.possible
        }
    }

    init(_ board: Board, in market: Country) {
        let round = board.round
        id = round.id.text
        sale = board.sale.code
        number = round.number
        self.market = market.code
        phase = board.phase.rawValue
        roomOpens = board.wall(round.roomOpens).milliseconds
        opens = board.wall(round.opens).milliseconds
        closes = board.wall(round.closes).milliseconds
        pauseReason = round.pauseReason
        waiting = board.tickets
        drawn = round.drawn
        commitment = round.commitment
        seed = board.seed
        entrants = round.entrants
        beacon = board.beacon.map(BeaconValue.init)
        door = DoorValue(burst: round.door.burst, perMinute: round.door.perMinute)
        allotments = board.stalls.map { stall in
            let kept = board.kept(stall)
            return AllotmentValue(
                product: stall.offer.product, units: stall.allotment.units,
                free: stall.allotment.free, held: stall.allotment.reserved,
                sold: stall.allotment.sold, state: board.state(of: stall, at: board.taken).code,
                nextLapse: stall.nextLapse.map { board.wall($0).milliseconds },
                standbys: stall.standbys, winners: kept?.winners,
                keptUntil: kept?.until.milliseconds, odds: OddsValue(board.odds(of: stall)),
                head: stall.head.hash)
        }
    }
}

extension Site {
    /// Nothing but the time, in the header that every answer of the API has.
    func time(_ caller: Caller) async throws -> Response { Response(status: .noContent) }

    func markets(_ caller: Caller) async throws -> Response {
        .shared(
            caller.rules.markets.values.sorted { $0.country < $1.country }.map {
                MarketValue($0, offering: settings.methods)
            }, seconds: 60)
    }

    func sales(_ caller: Caller) async throws -> Response {
        let market = try caller.market()
        let sales = try await shop.storage.read { try $0.sales() }
        var values: [SaleValue] = []
        for sale in sales.prefix(20) { values.append(try await value(of: sale, caller, market)) }
        return .shared(values)
    }

    func sale(_ caller: Caller) async throws -> Response {
        let market = try caller.market()
        let code: String = try caller.part("code")
        guard let sale = try await shop.storage.read({ try $0.sale(code: code) }) else {
            throw Refusal.notFound
        }
        return .shared(try await value(of: sale, caller, market))
    }

    private func value(of sale: Sale, _ caller: Caller, _ market: Market) async throws -> SaleValue
    {
        let (language, now) = (caller.language, caller.now)
        let found = try await shop.storage.read { reader in
            (
                text: try reader.text(of: sale, in: language),
                offers: try reader.offers(in: sale.id).filter { $0.market == market.country },
                products: try reader.products(), rounds: try reader.rounds(of: sale.id)
            )
        }
        let today = Day(now)
        let withheld = caller.rules.openGates(
            for: found.products.keys, in: market.country, on: today
        ).map { gate in
            SaleValue.WithheldValue(
                product: gate.product,
                name: found.products.name(of: gate.product, in: language),
                requirement: gate.requirement, reason: gate.reason(in: language))
        }
        let offered = found.offers.filter { offer in
            !withheld.contains { $0.product == offer.product }
        }
        let offers = offered.map { offer in
            let pricing = prices.pricing(
                of: offer.product, at: offer.price, in: market, on: Day(now), rules: caller.rules)
            let text = found.products[offer.product]?.text(in: language)
            return SaleValue.OfferValue(
                product: offer.product, name: text?.name ?? offer.product,
                about: text?.about ?? "", price: MoneyValue(offer.price),
                shownPrice: MoneyValue(pricing.shown),
                delivered: pricing.delivered.map { MoneyValue($0.total) }, limit: offer.limit)
        }
        return SaleValue(
            id: sale.id.text, code: sale.code, title: found.text.title,
            announcement: found.text.announcement, market: market.country.code,
            order: sale.order.rawValue, holdSeconds: sale.hold.secondsUp, offers: offers,
            withheld: withheld,
            rounds: found.rounds.map { round in
                func wall(_ moment: Moment) -> String {
                    Stamp.utc(round.clock.wallTime(of: moment, at: now))
                }
                return SaleValue.RoundSummary(
                    id: round.id.text, number: round.number, roomOpens: wall(round.roomOpens),
                    opens: wall(round.opens), closes: wall(round.closes))
            })
    }

    /// The file from which anybody can verify a round, as text.
    func transcript(_ caller: Caller) async throws -> Response {
        let text = try await transcripts.text(of: try caller.part("round"))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=5",
            ], body: .init(byteBuffer: text))
    }

    func round(_ caller: Caller) async throws -> Response {
        let market = try caller.market()
        return try await boards.document(of: try caller.part("round"), in: market.country).response
    }
}
