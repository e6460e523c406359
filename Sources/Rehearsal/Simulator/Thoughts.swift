// What comes into people's heads, given what they have been told.

import Rules
import Shop
import Storage

extension SimulatedSale {
    /// Some people have thoughts, and mostly send a request for them.
    func think() async {
        for _ in 1...Int.random(in: 1...4, using: &chance) {
            await think(Int.random(in: people.indices, using: &chance))
        }
    }

    private func think(_ index: Int) async {
        let round = Int.random(in: 1...rounds.count, using: &chance)
        guard promises.tickets[.init(person: index, round: round)] != nil else {
            return send(.enter(round: round), from: index)
        }
        let isDecided = Int.random(in: 0..<10, using: &chance) < 6
        if isDecided, promises.hasUnpaid(people[index].orders) { return await pay(index) }
        if isDecided, !promises.holds(of: index).isEmpty { return await order(index) }
        switch Int.random(in: 0..<20, using: &chance) {
        case 0..<9:
            if let ask = reserving(index, round: round) { send(ask, from: index) }
        case 9..<11: await order(index)
        case 11..<13: await pay(index)
        case 13..<15: lookBack(index)
        case 15: thinkAgain(index)
        case 16: send(.prolong, from: index)
        case 17:
            if let missed = people[index].missed {
                send(
                    .standBy(
                        product: missed.product, quantity: Int.random(in: 1...2, using: &chance),
                        round: missed.round), from: index)
            }
        case 18: work()
        default:
            if Int.random(in: 0..<8, using: &chance) == 0 {
                send(.leave(round: round), from: index)
            } else if let missed = people[index].missed, Bool.random(using: &chance) {
                send(.standDown(product: missed.product, round: missed.round), from: index)
            }
        }
    }

    func reserving(_ index: Int, round: Int) -> Request.Ask? {
        let market = people[index].account.market
        let offers = shape.draft.offers.filter { $0.market == market }
        guard let offer = offers.randomElement(using: &chance) else { return nil }
        // Now and then more than one may have.
        let most = Int.random(in: 0..<10, using: &chance) == 0 ? offer.limit + 1 : offer.limit
        return .reserve(
            product: offer.product, quantity: Int.random(in: 1...most, using: &chance),
            round: round)
    }

    /// Looks at the quote, and agrees to it.
    private func order(_ index: Int) async {
        guard let sale, !promises.holds(of: index).isEmpty else { return }
        let person = people[index]
        let isAway = Int.random(in: 0..<8, using: &chance) == 0
        let street = isAway ? "3 Elsewhere" : person.street
        do {
            let quote = try await shop.quote(
                basketOf: person.account, in: sale.id, to: person.account.home(street), by: nil)
            send(.place(total: quote.total, street: street), from: index)
        } catch Refusal.basketEmpty {
            note("nothing is left to order")
        } catch {
            if !isMade(error) { find("a quote failed: \(error)") }
        }
    }

    private func pay(_ index: Int) async {
        let person = people[index]
        let begun = person.payments.filter { promises.hasUnpaid([$0.order]) }
        if let paying = (begun.isEmpty ? person.payments : begun).randomElement(using: &chance),
            Int.random(in: 0..<4, using: &chance) > 0
        {
            till.approve(paying.reference)
            note("\(person.account.name) agrees to pay")
            return send(.comeBack(paying.payment), from: index)
        }
        guard let order = person.orders.suffix(2).randomElement(using: &chance) else { return }
        let method = ["paypal", "card"].randomElement(using: &chance)!
        send(.pay(order, method: method), from: index)
    }

    /// The browser comes back, or a call-back does, whether anything was agreed to or not.
    private func lookBack(_ index: Int) {
        guard let paying = people[index].payments.randomElement(using: &chance) else { return }
        send(.comeBack(paying.payment), from: index)
    }

    private func thinkAgain(_ index: Int) {
        let held = promises.holds(of: index)
        if Bool.random(using: &chance), let order = people[index].orders.last {
            send(.cancel(order), from: index)
        } else if let id = held.randomElement(using: &chance) {
            send(.letGo(id), from: index)
        }
    }

    /// The operator's day.
    private func work() {
        let index = Int.random(in: people.indices, using: &chance)
        guard let order = people[index].orders.randomElement(using: &chance) else { return }
        let product = shape.draft.offers.randomElement(using: &chance)!.product
        let asks: [Request.Ask] = [
            .dispatch(order), .deliver(order), .sendBack(order, product: product), .cancel(order),
        ]
        send(asks.randomElement(using: &chance)!, from: index)
    }

    /// Money moves, or a payer does, and nobody asked.
    func moveMoney() {
        guard isRough else { return }
        let all = people.flatMap(\.payments)
        guard let paying = all.suffix(6).randomElement(using: &chance) else { return }
        if Bool.random(using: &chance) {
            guard !till.isReleased(paying.reference) else { return }
            machine.note(.moneyUnasked)
            till.takeUnasked(paying.reference)
            note("money comes for \(paying.payment)")
        } else {
            machine.note(.withdrawn)
            till.void(paying.reference)
            note("the payer of \(paying.payment) withdraws")
        }
    }

    /// Puts a request on the wire, sometimes twice.
    func send(_ ask: Request.Ask, from index: Int) {
        keys += 1
        let request = Request(person: index, key: "key \(keys)", ask: ask)
        if case .letGo(let id) = ask { promises.letGo.insert(id) }
        if case .cancel = ask { promises.letGo(ofAll: index) }
        wire.append(request)
        if machine.meets(.askedTwice, inTenThousand: 1000) { wire.append(request) }
    }
}
