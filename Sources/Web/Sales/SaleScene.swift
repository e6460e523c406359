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
    /// What the visitor has of each product, paid or not: it counts against the limits.
    let units: [String: Int]
    /// The operator's photographs, by product.
    let photos: [String: [Photo]]
    /// Whether there is a picture of it for social networks, in the visitor's language.
    let hasCard: Bool

    func name(of product: String, in language: Language) -> String {
        products.name(of: product, in: language)
    }

    /// How many more units of what is offered the visitor may have.
    func most(of offer: Offer) -> Int { max(0, offer.limit - (units[offer.product] ?? 0)) }

    /// The round that matters now: the first in which there is still something to be had, or else
    /// the first that isn't over.
    var current: Board? {
        boards.first { $0.phase != .closed && !$0.isSoldOut }
            ?? boards.first { $0.phase != .closed } ?? boards.last
    }
}

extension Site {
    /// Throws `notFound`.
    func scene(of code: String, for visitor: Visitor) async throws -> SaleScene {
        let country = visitor.market.country
        let front = try await fronts.front(of: code, in: visitor.language)
        let own =
            if let account = visitor.account {
                try await ownPart(of: account, in: front, at: visitor.now)
            } else { OwnPart?.none }
        var boards: [Board] = []
        for round in front.rounds {
            boards.append(try await self.boards.board(of: round, in: country))
        }
        // A gate may have opened since the sale was announced: then the product is withheld.
        let offers = front.offers.filter {
            $0.market == country
                && visitor.rules.openGate($0.product, in: country, on: visitor.today) == nil
        }
        return SaleScene(
            sale: front.sale, text: front.text, offers: offers, products: front.products,
            boards: boards, tickets: own?.tickets ?? [:], standbys: own?.standbys ?? [],
            basket: own?.basket, units: own?.units ?? [:], photos: front.photos,
            hasCard: front.hasCard)
    }

    private struct OwnPart: Sendable {
        var tickets: [ID<Round>: Ticket] = [:]
        var standbys: [StandingBy] = []
        var basket: HeldBasket
        var units: [String: Int]
    }

    private func ownPart(
        of account: Account, in front: SaleFront, at now: Moment
    ) async throws -> OwnPart {
        try await shop.storage.read { reader in
            var own = OwnPart(
                basket: try reader.heldBasket(of: account, in: front.sale.id, at: now),
                units: try reader.units(of: account.id, in: front.sale.id))
            for round in front.rounds {
                guard let ticket = try reader.ticket(of: account.id, in: round) else { continue }
                own.tickets[round] = ticket
                own.standbys += try reader.standingBy(ticket)
            }
            return own
        }
    }
}
