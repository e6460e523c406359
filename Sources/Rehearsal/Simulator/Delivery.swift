// The wire between people and shop: requests arrive in any order, those to reserve all together,
// and whoever gets no answer asks again.

import Rules
import Shop
import Storage

extension SimulatedSale {
    /// Some requests arrive, or all.
    func deliver(all isAll: Bool = false) async {
        guard !wire.isEmpty else { return }
        let most = min(wire.count, isAll ? wire.count : 12)
        let count = isAll ? most : Int.random(in: 1...most, using: &chance)
        var arrived: [Request] = []
        for _ in 0..<count {
            let index = Int.random(in: wire.indices, using: &chance)
            if index > 0 && isRough { machine.note(.outOfOrder) }
            wire.swapAt(index, wire.count - 1)
            arrived.append(wire.removeLast())
        }
        let (reserving, others) = (
            arrived.filter { $0.reservation != nil }, arrived.filter { $0.reservation == nil }
        )
        // As many as one batch takes at most.
        for start in stride(from: 0, to: reserving.count, by: 500) {
            await reserve(Array(reserving[start..<min(start + 500, reserving.count)]))
        }
        for request in others { await answer(request) }
    }

    private func reserve(_ requests: [Request]) async {
        let asks = requests.map { request in
            let (product, quantity, round) = request.reservation!
            return ReservationAsk(
                product: product, quantity: quantity, round: rounds[round - 1],
                buyer: people[request.person].account, key: request.key)
        }
        let before = await holdings(of: requests)
        let answers = await shop.reserve(together: asks)
        var told: [Told] = []
        for (request, answer) in zip(requests, answers) {
            switch answer {
            case .success(let reserved):
                note("\(name(request)) reserves \(reserved.numbers)")
                told.append(Told(request: request, answer: .success(reserved)))
            case .failure(let refusal as Refusal):
                told.append(Told(request: request, answer: .failure(refusal)))
            case .failure(let error): fail(request, error)
            }
        }
        await lookAtAnswers(told, before)
        for told in told {
            count(told.request, told.refusal?.code)
            if let refusal = told.refusal { refuse(told.request, refusal) }
            guard case .success(let reserved) = told.answer else { continue }
            if isHeard(told.request) {
                promises.keep(reserved, under: told.request, finding: &findings)
            }
        }
    }

    private func answer(_ request: Request) async {
        do {
            let news = try await carryOut(request)
            count(request, nil)
            note("\(name(request)) \(request.ask.name)")
            if isHeard(request) { tell(request, news) }
        } catch let refusal as Refusal {
            count(request, refusal.code)
            refuse(request, refusal)
        } catch {
            fail(request, error)
        }
    }

    private enum News {
        case nothing
        case ticket(Ticket)
        case order(Order)
        case payment(Person.Paying)
    }

    private func carryOut(_ request: Request) async throws -> News {
        let buyer = people[request.person].account
        guard let sale, let clerk else { return .nothing }
        switch request.ask {
        case .reserve: preconditionFailure("reservations arrive together")
        case .enter(let round):
            return .ticket(try await shop.enterRoom(of: rounds[round - 1], as: buyer))
        case .leave(let round):
            // Whether it arrives or not, the ticket isn't counted upon any more.
            promises.tickets[.init(person: request.person, round: round)] = nil
            try await shop.leaveRoom(of: rounds[round - 1], as: buyer)
        case .letGo(let id): try await shop.cancelReservation(id, of: buyer)
        case .prolong: try await shop.prolong(holdsOf: buyer, in: sale.id)
        case .standBy(let product, let quantity, let round):
            try await shop.standBy(
                for: product, quantity: quantity, in: rounds[round - 1], as: buyer)
        case .standDown(let product, let round):
            try await shop.standDown(from: product, in: rounds[round - 1], as: buyer)
        case .place(let total, let street):
            return .order(
                try await shop.placeOrder(
                    of: buyer, in: sale.id, to: buyer.home(street), by: nil, agreed: total,
                    language: buyer.language, key: request.key))
        case .pay(let order, let method):
            return try await beginPaying(order, by: buyer, method: method)
        case .comeBack(let payment): try await shop.runNow(.settle(payment))
        case .cancel(let order): try await shop.cancelOrder(order, by: clerk)
        case .dispatch(let order):
            try await shop.dispatch(
                order, carrier: "Post", trackingNumber: "SIM 1", by: clerk)
        case .deliver(let order):
            try await shop.recordDelivery(of: order, on: Day(clock.now()), by: clerk)
        case .sendBack(let order, let product):
            _ = try await shop.requestReturn(
                of: [Return.Item(product, 1)], from: order, reason: .changedMind, by: buyer,
                key: request.key)
        }
        return .nothing
    }

    private func beginPaying(
        _ order: ID<Order>, by buyer: Account, method: String
    ) async throws -> News {
        let page = try await shop.beginPayment(
            of: order, by: buyer, method: method,
            returnTo: PaymentReturn(agreed: "https://a.example", cancelled: "https://c.example"))
        let reference = String(page.split(separator: "/").last!)
        guard let payment = await seen({ try $0.payment(reference: reference) }), let payment
        else {
            find("the buyer was sent to \(page), and the shop has no such payment")
            return .nothing
        }
        return .payment(
            Person.Paying(order: order, payment: payment.id, reference: reference))
    }

    private func tell(_ request: Request, _ news: News) {
        switch news {
        case .nothing: break
        case .ticket(let ticket):
            guard case .enter(let round) = request.ask else { break }
            promises.tickets[.init(person: request.person, round: round)] = ticket.id
        case .order(let order):
            promises.keep(order, under: request.key, finding: &findings)
            if !people[request.person].orders.contains(order.id) {
                people[request.person].orders.append(order.id)
            }
        case .payment(let paying):
            if !people[request.person].payments.contains(where: { $0.payment == paying.payment }) {
                people[request.person].payments.append(paying)
            }
            // Most go on at once; others think about it.
            guard Int.random(in: 0..<3, using: &chance) > 0 else { break }
            till.approve(paying.reference)
            send(.comeBack(paying.payment), from: request.person)
        }
    }

    private func refuse(_ request: Request, _ refusal: Refusal) {
        note("\(name(request)) \(request.ask.name): \(refusal.code)")
        if case .busy = refusal { return again(request) }
        if !request.ask.lawful.contains(refusal.code) {
            find("\(name(request)) wanted to \(request.ask.name) and was told \(refusal)")
        }
        if let (product, _, round) = request.reservation, refusal.code == "all_held" {
            people[request.person].missed = (product, round)
        }
        if refusal.code == "payment_unavailable" { again(request) }
    }

    private func fail(_ request: Request, _ error: any Error) {
        note("\(name(request)) \(request.ask.name): \(error)")
        count(request, "unanswered")
        if isMade(error) {
            again(request)
        } else {
            find("\(name(request)) wanted to \(request.ask.name) and met \(error)")
        }
    }

    private func isHeard(_ request: Request) -> Bool {
        guard machine.meets(.answerLost, inTenThousand: 400) else { return true }
        note("…and doesn't hear it")
        again(request)
        return false
    }

    /// The same again, under the same key. Somebody gives up after a while.
    private func again(_ request: Request) {
        var request = request
        request.tries += 1
        if request.tries <= 30 { wire.append(request) }
    }

    private func count(_ request: Request, _ code: String?) {
        tally.requests += 1
        tally.answers["\(request.ask.name): \(code ?? "done")", default: 0] += 1
    }

    private func name(_ request: Request) -> String { people[request.person].account.name }
}

extension Request {
    var reservation: (product: String, quantity: Int, round: Int)? {
        guard case .reserve(let product, let quantity, let round) = ask else { return nil }
        return (product, quantity, round)
    }
}

/// A request to reserve, with its answer.
struct Told: Sendable {
    let request: Request
    let answer: Result<Reserved, Refusal>

    var refusal: Refusal? {
        if case .failure(let refusal) = answer { refusal } else { nil }
    }
}
