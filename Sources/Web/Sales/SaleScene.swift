// A sale as one market sees it: what is offered there, its rounds, and what the visitor has in it.

import Rules
import Shop
import Storage

struct SaleScene: Sendable {
    let sale: Sale
    let text: SaleText
    let offers: [Offer]
    let products: [String: Product]
    let boards: [Board]
    /// The visitor's ticket for each round that they entered.
    let tickets: [ID<Round>: Ticket]
    /// What the visitor stands by for.
    let standbys: [StandingBy]
    let basket: HeldBasket?
    /// The operator's photographs, by product.
    let photos: [String: [Photo]]
    /// Whether there is a picture of it for social networks, in the visitor's language.
    let hasCard: Bool

    func name(of product: String, in language: Language) -> String {
        products[product]?.text(in: language).name ?? product
    }

    /// The round that matters now: the first that isn't over.
    var current: Board? { boards.first { $0.phase != .closed } ?? boards.last }
}

extension Site {
    /// Throws `notFound`.
    func scene(of code: String, for visitor: Visitor) async throws -> SaleScene {
        let country = visitor.market.country
        let (language, account, now) = (visitor.language, visitor.account, visitor.now)
        let found = try await shop.storage.read { reader in
            guard let sale = try reader.sale(code: code) else { throw Refusal.notFound }
            let rounds = try reader.rounds(of: sale.id)
            var tickets: [ID<Round>: Ticket] = [:]
            var standbys: [StandingBy] = []
            if let account {
                for round in rounds {
                    guard let ticket = try reader.ticket(of: account.id, in: round.id) else {
                        continue
                    }
                    tickets[round.id] = ticket
                    standbys += try reader.standingBy(ticket)
                }
            }
            return (
                sale: sale, text: try reader.text(of: sale, in: language), rounds: rounds,
                offers: try reader.offers(in: sale.id).filter { $0.market == country },
                products: try reader.products(), tickets: tickets, standbys: standbys,
                basket: try account.map { try reader.heldBasket(of: $0, in: sale.id, at: now) },
                photos: try reader.photos(),
                hasCard: try reader.hasPicture(Shop.cardName(of: code, in: language))
            )
        }
        var boards: [Board] = []
        for round in found.rounds {
            boards.append(try await self.boards.board(of: round.id, in: country))
        }
        // A gate may have opened since the sale was announced: then the product is withheld.
        let offers = found.offers.filter {
            visitor.rules.openGate($0.product, in: country, on: visitor.today) == nil
        }
        return SaleScene(
            sale: found.sale, text: found.text, offers: offers, products: found.products,
            boards: boards, tickets: found.tickets, standbys: found.standbys,
            basket: found.basket, photos: found.photos, hasCard: found.hasCard)
    }

    /// The sale whose next round is the soonest, else the newest; nil in a shop without sales.
    func nextSale(at now: Moment) async throws -> Sale? {
        try await shop.storage.read { reader in
            let sales = try reader.sales()
            let open = try sales.compactMap { sale -> (sale: Sale, opens: Moment)? in
                let next = try reader.rounds(of: sale.id).first {
                    now < $0.clock.wallTime(of: $0.closes, at: now)
                }
                return next.map { (sale, $0.opens) }
            }
            return open.min { $0.opens < $1.opens }?.sale ?? sales.first
        }
    }
}
