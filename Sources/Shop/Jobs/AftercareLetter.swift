// What the letters say that come after the sale.

import Languages
import Rules
import Storage

extension Shop {
    func composeReturn(about id: ID<Return>) async throws -> (String, Letter) {
        guard !settings.returnAddress.isEmpty else {
            throw JobHopeless(description: "no return address is set")
        }
        let (goods, lastDay, scene) = try await storage.read { reader in
            let goods = try known(try reader.goodsReturn(id))
            return (
                goods, try reader.deadline(.sendingBack, of: id.text)?.day,
                try reader.letterScene(of: goods.order)
            )
        }
        let cost: WayBack.Cost =
            switch goods.way {
            case .sent(_, let cost, .buyer): .buyer(cost)
            case .sent(_, _, .merchant): .store
            case .kept: .notSent
            }
        let letter = Letters(for: scene.reader.language).returnInstructions(
            named(scene.reader),
            ReturnLetter(
                orderNumber: scene.order.number, returnNumber: goods.number,
                units: scene.units(goods.items), address: settings.returnAddress, cost: cost,
                lastDay: lastDay ?? ReturnPolicy.lastDayToSend(requestedOn: Day(goods.requested)),
                link: settings.order(scene.order.number)))
        return (scene.reader.mail, letter)
    }

    func composeReceived(about id: ID<Return>) async throws -> (String, Letter) {
        let (goods, refund, scene) = try await storage.read { reader in
            let goods = try known(try reader.goodsReturn(id))
            return (
                goods, try goods.refund.flatMap(reader.refund),
                try reader.letterScene(of: goods.order)
            )
        }
        let check = try known(goods.check)
        let letter = AftercareLetters(for: scene.reader.language).returnReceived(
            named(scene.reader),
            ReceivedLetter(
                orderNumber: scene.order.number, returnNumber: goods.number,
                amount: refund?.amount ?? .zero(scene.order.total.currency),
                deduction: check.deduction, note: check.note,
                link: settings.order(scene.order.number)))
        return (scene.reader.mail, letter)
    }

    /// To the address that was typed: somebody without an account may have withdrawn.
    func composeReceipt(about id: ID<Withdrawal>) async throws -> (String, Letter) {
        let said = try await withdrawal(id)
        let token = try await linkToken(for: id)
        let products = try await storage.read { try $0.products() }
        let outcome: WithdrawalLetter.Outcome =
            switch said.outcome {
            case .open, .settled: .open
            case .cancelled: .cancelled
            case .refused: .refused
            case .returning(let goods):
                .returning(number: try await returnNumber(of: goods))
            }
        let letter = AftercareLetters(for: said.language).withdrawalReceipt(
            LetterReader(name: said.name, shop: settings.name),
            WithdrawalLetter(
                orderNumber: said.orderNumber, name: said.name, declared: said.declared,
                units: (said.items ?? []).map { item in
                    let name = products[item.product]?.text(in: said.language).name
                    return LetterUnits(name ?? item.product, item.quantity)
                }, outcome: outcome, link: settings.withdrawal(token)))
        return (said.mail, letter)
    }

    /// Nil when it has left, arrived or ended meanwhile: nobody needs the bad news then.
    func composeLate(
        _ kind: LetterKind, about id: ID<Order>
    ) async throws -> (String, Letter)? {
        let (late, waits, scene, all, rest) = try await storage.read { [self] reader in
            let scene = try reader.letterScene(of: id)
            let all = try reader.fulfilment(of: id)
            let off = CalledOff(units: kind == .dispatchLate ? all.remaining : all.awaited)
            return (
                late: try reader.deadline(
                    kind == .dispatchLate ? .dispatch : .delivery, of: id.text),
                waits: try reader.deadline(.consent, of: id.text), scene: scene, all: all,
                rest: (units: off.units, worth: try worth(of: off, in: scene.order, reader).total)
            )
        }
        let state = scene.order.state
        let isWaiting = state.isDue || (kind == .deliveryLate && state.isOnTheWay)
        guard let late, isWaiting else { return nil }
        let isAll = rest.units == all.bought
        let subject = LateLetter(
            orderNumber: scene.order.number, day: late.day,
            rest: isAll ? [] : scene.units(rest.units.items.returned),
            total: isAll ? scene.order.total : rest.worth,
            waitUntil: kind == .dispatchLate ? waits?.day : nil,
            link: settings.order(scene.order.number))
        let letters = AftercareLetters(for: scene.reader.language)
        let letter =
            kind == .dispatchLate
            ? letters.dispatchLate(named(scene.reader), subject)
            : letters.deliveryLate(named(scene.reader), subject)
        return (scene.reader.mail, letter)
    }

    private func returnNumber(of id: ID<Return>) async throws -> String {
        try await storage.read { try known(try $0.goodsReturn(id)).number }
    }
}

extension LetterScene {
    func units(_ items: [Return.Item]) -> [LetterUnits] {
        items.map { LetterUnits(name(of: $0.product, in: reader.language), $0.quantity) }
    }
}
