// The board: everything public about a round in one market, as of an instant. A whole crowd asks
// for it, so it is read at most once a second, whoever asks.

import Rules
import Shop
import Storage

struct Board: Sendable {
    let sale: Sale
    let round: Round
    /// How many stand in the room.
    let tickets: Int
    /// Hexadecimal; nil until the order is fixed.
    let seed: String?
    /// What the draw waits for; nil where the sale names nothing.
    let beacon: Beacon?
    /// What this market draws from, by product.
    let stalls: [Stall]
    /// Wall time.
    let taken: Moment

    struct Stall: Sendable {
        let offer: Offer
        let allotment: Allotment
        /// In sale time.
        let nextLapse: Moment?
        /// How many stand by for it.
        let standbys: Int
        /// Where its public record ends.
        let head: ChainHead
        /// The most that one buyer may have in any market that draws from it.
        let mostLimit: Int
    }

    func odds(of stall: Stall) -> Odds {
        Odds(
            of: stall.allotment, in: round, order: sale.order, limit: stall.mostLimit,
            lastPlace: tickets, at: taken)
    }

    /// Until when units are kept for the winners of a draw, and for how many places (wall time).
    func kept(_ stall: Stall) -> (winners: Int, until: Moment)? {
        guard let end = sale.keptForWinners(in: round), round.clock.saleTime(at: taken) < end
        else { return nil }
        return (stall.allotment.winners(limit: stall.mostLimit), wall(end))
    }

    func state(of stall: Stall, at now: Moment) -> SaleState {
        SaleState(round: round, allotment: stall.allotment, nextLapse: stall.nextLapse, at: now)
    }

    func wall(_ saleTime: Moment) -> Moment { round.clock.wallTime(of: saleTime, at: taken) }

    var phase: Phase {
        let time = round.clock.saleTime(at: taken)
        if time >= round.closes { return .closed }
        if round.clock.isPaused { return .paused }
        if time < round.roomOpens { return .announced }
        if time < round.opens { return .roomOpen }
        // For an instant at the opening nobody knows their place yet.
        return round.drawn == nil ? .drawing : .live
    }

    /// Where a round stands as a whole; its products have states of their own.
    enum Phase: String, Sendable {
        case announced
        case roomOpen = "room_open"
        case drawing, live, paused, closed
    }
}

extension Reader {
    /// Nil when there is no such round. What a gate keeps from the market has no stall.
    func board(
        of id: ID<Round>, in market: Country, at now: Moment, rules: Rulebook
    ) throws -> Board? {
        guard let round = try round(id), let sale = try sale(round.sale) else { return nil }
        let allotments = try allotments(in: id)
        let offers = try offers(in: sale.id)
        let offered = offers.filter {
            $0.market == market && rules.openGate($0.product, in: market, on: Day(now)) == nil
        }
        let stalls = try offered.compactMap { offer in
            let own = allotments.first { $0.product == offer.product && $0.market == market }
            let shared = allotments.first { $0.product == offer.product && $0.market == nil }
            return try (own ?? shared).map { allotment in
                Board.Stall(
                    offer: offer, allotment: allotment,
                    nextLapse: allotment.reserved > 0 ? try nextLapse(of: allotment.id) : nil,
                    standbys: try standbyCount(of: allotment.id),
                    head: try chainHead(of: allotment.id),
                    mostLimit: allotment.market != nil
                        ? offer.limit
                        : offers.filter { $0.product == offer.product }.map(\.limit).max()!)
            }
        }
        return Board(
            sale: sale, round: round, tickets: try ticketCount(in: id),
            seed: round.drawn == nil ? nil : try seed(of: id), beacon: try beacon(of: id),
            stalls: stalls, taken: now)
    }
}

/// The boards that were read in the last second.
final class Boards: Sendable {
    private struct Key: Hashable, Sendable {
        let round: ID<Round>
        let market: Country
    }

    /// A board with the document that is polled, encoded once.
    struct Posted: Sendable {
        let board: Board
        let document: Document
    }

    private let shop: Shop
    private let lately: Lately<Key, Posted>

    init(shop: Shop) {
        self.shop = shop
        lately = Lately(clock: shop.clock)
    }

    /// At most a second old. Throws `notFound`.
    func board(of round: ID<Round>, in market: Country) async throws -> Board {
        try await posted(round, in: market).board
    }

    /// What every waiting browser polls, at most a second old. Throws `notFound`.
    func document(of round: ID<Round>, in market: Country) async throws -> Document {
        try await posted(round, in: market).document
    }

    /// Nil when it would have to be read first.
    func atHand(_ round: ID<Round>, in market: Country) -> Posted? {
        lately.atHand(Key(round: round, market: market))
    }

    private func posted(_ round: ID<Round>, in market: Country) async throws -> Posted {
        try await lately.value(Key(round: round, market: market)) { [shop] now in
            let rules = shop.rulebook.current
            return try await shop.storage.read {
                try $0.board(of: round, in: market, at: now, rules: rules)
            }.map { Posted(board: $0, document: Document(RoundValue($0, in: market))) }
        }
    }

    /// After something was done on this node, the one who did it sees it at once.
    func forget(_ round: ID<Round>) { lately.forget { $0.round == round } }
}
