// To settle a payment: find out what the partner knows, take the money only while the units are in
// hand, and write down what came of it. The browser's return, a call-back and the clock all do the
// same: they owe this one job. It may run any number of times.

import Logging
import Partners
package import Rules
import Storage

/// Why a payment must be looked at again later; for the job runner.
struct PaymentUnsettled: Error, CustomStringConvertible {
    let description: String
}

extension Shop {
    /// Throws `PaymentUnsettled` while the partner's answer isn't clear.
    package func settle(_ id: ID<Payment>) async throws {
        guard let payment = try await storage.read({ try $0.payment(id) }),
            payment.state != .captured, let reference = payment.reference
        else { return }
        guard let method = payments[payment.method] else {
            throw PaymentUnsettled(description: "no payment method \(payment.method) is configured")
        }
        switch await method.read(reference) {
        case .created:
            try await standDown(id, .awaitPayer)
            try lookAgain(payment)
        case .declined(let code):
            try await standDown(id, .decline(code: code))
            try lookAgain(payment)
        case .approved:
            guard try await pin(id) else { return }
            try await take(payment, by: method, reference: reference)
        case .captured(let capture, let amount, let fee):
            try await book(capture, of: amount, fee: fee, for: id)
        case .voided, .notFound:
            try await standDown(id, .decline(code: "VOIDED"))
        case .pending(let reason):
            throw PaymentUnsettled(description: "pending at the partner: \(reason)")
        case .unknown(let trouble):
            throw PaymentUnsettled(description: "the partner doesn't answer: \(trouble)")
        }
    }

    /// The partner's page is open for a day. Who pays on it late and tells nobody is still served,
    /// or their card let go of: somebody looks, ever more seldom.
    private func lookAgain(_ payment: Payment) throws {
        let now = clock.now()
        if payment.state == .abandoned { return }
        let looks = [Span.minutes(30), .hours(2), .hours(8), .hours(25)]
        guard let next = looks.map({ payment.created + $0 }).first(where: { $0 > now }) else {
            return
        }
        throw JobLater(at: next)
    }

    private func take(
        _ payment: Payment, by method: any PaymentMethod, reference: String
    ) async throws {
        let outcome = await method.capture(
            reference, requestID: payment.id.text, expecting: payment.amount)
        switch outcome {
        case .captured(let capture, let amount, let fee):
            try await book(capture, of: amount, fee: fee, for: payment.id)
        case .declined(let code):
            try await standDown(payment.id, .decline(code: code))
            // What can't be taken isn't held on to either; the payer may agree anew.
            let now = clock.now()
            try await storage.write { try $0.owe(.release(payment.id), at: now) }
        case .needsApproval:
            try await standDown(payment.id, .awaitPayer)
        case .pending(let reason):
            try await standDown(payment.id, .loseSight)
            throw PaymentUnsettled(description: "pending at the partner: \(reason)")
        case .unknown(let trouble):
            try await standDown(payment.id, .loseSight)
            throw PaymentUnsettled(description: "what came of the capture isn't known: \(trouble)")
        }
    }

    /// Before money is taken: the units are pinned, so that they can't lapse meanwhile. False when
    /// there are none to be had any more; the payer's consent is then left unused.
    private func pin(_ id: ID<Payment>) async throws -> Bool {
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let scene = try tx.lockScene(of: id, at: now) else { return false }
            var (order, payment) = (scene.order, scene.payment)
            // Two ways to pay in two browser tabs: the second waits for the first, and is let go of
            // once the order is paid.
            if order.state == .placed,
                try tx.payments(of: order.id).contains(where: { $0.id != id && $0.isInFlight })
            {
                throw PaymentUnsettled(description: "another payment of the order is on its way")
            }
            switch order.state {
            case .placed where isWithheld(scene, at: now):
                // Nothing was taken, and within a second all of it is called off (`withhold`).
                try payment.giveUpUntaken()
                try tx.update(payment)
                try tx.unpin(scene)
                try tx.owe(.release(id), at: now)
                return false
            case .placed where scene.reservations.allSatisfy({ $0.reservation.state == .live }),
                .placed where scene.reservations.allSatisfy({ $0.reservation.state == .paying }):
                try tx.set(.paying, of: scene.reservations.map(\.reservation.id))
            case .placed, .lapsed:
                guard !isWithheld(scene, at: now),
                    try tx.reserveAnew(scene, at: now, chance: chance)
                else {
                    try payment.giveUpUntaken()
                    try tx.update(payment)
                    try tx.owe(.release(id), at: now)
                    try tx.note(
                        "abandon payment", about: order.id.text, detail: id.text,
                        id: chance.id(at: now), at: now)
                    return false
                }
                order = try tx.order(order.id)!
            default:
                try payment.giveUpUntaken()
                try tx.update(payment)
                try tx.owe(.release(id), at: now)
                return false
            }
            try payment.apply(.beginCapture)
            try tx.update(payment)
            return true
        }
    }

    /// The money is there: the units are sold. If they went to somebody else meanwhile and none is
    /// free, the money goes back at once.
    private func book(
        _ capture: String, of amount: Money, fee: Money?, for id: ID<Payment>
    ) async throws {
        let now = clock.now()
        try await storage.write { [self] tx in
            guard var scene = try tx.lockScene(of: id, at: now), scene.payment.state != .captured
            else { return }
            var payment = scene.payment
            // Taken though nobody here was at it any more: another node's work, or a late answer.
            if !payment.isInFlight { try payment.apply(.beginCapture) }
            try payment.apply(.capture(capture))
            try tx.update(payment)
            try tx.book(.captured(amount, of: payment, at: now))
            if let fee, fee.minor > 0 { try tx.book(.fee(fee, of: payment, at: now)) }
            try tx.note(
                "capture", about: scene.order.id.text, detail: "\(amount) \(capture)",
                id: chance.id(at: now), at: now)
            guard amount == payment.amount else {
                // The contract forbids it, so somebody tampered with it or we are wrong: nothing is
                // sold for another price than was agreed to, and nothing is kept.
                log.critical("captured \(amount) instead of \(payment.amount) for \(id)")
                try tx.unpin(scene)
                return try tx.giveBack(
                    amount, of: payment, because: .wrongAmount, at: now, chance: chance)
            }
            let isInHand = scene.reservations.allSatisfy {
                $0.reservation.state == .live || $0.reservation.state == .paying
            }
            if scene.order.state == .placed && isInHand {
                try tx.sell(scene, at: now, chance: chance)
                try setPromises(of: scene.order, in: tx, at: now)
            } else if [.placed, .lapsed].contains(scene.order.state),
                !isWithheld(scene, at: now), try tx.reserveAnew(scene, at: now, chance: chance)
            {
                scene = try tx.lockScene(of: id, at: now)!
                try tx.sell(scene, at: now, chance: chance)
                try setPromises(of: scene.order, in: tx, at: now)
            } else {
                try tx.giveBackLateMoney(scene.order, payment, at: now, chance: chance)
            }
        }
    }

    /// No money was taken, or nobody knows yet: the units stay held as they were, or pinned.
    private func standDown(_ id: ID<Payment>, _ event: Payment.Event) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard let scene = try tx.lockScene(of: id, at: now) else { return }
            var payment = scene.payment
            guard payment.isInFlight || payment.isTriedAnew(event) else { return }
            try payment.apply(event)
            try tx.update(payment)
            guard event != .loseSight else { return }
            try tx.unpin(scene)
            try tx.note(
                event.name, about: scene.order.id.text, detail: id.text, id: chance.id(at: now),
                at: now)
        }
    }
}

extension Transaction {
    /// Nobody is at the units any more; they run out as they would have.
    fileprivate func unpin(_ scene: PaymentScene) throws {
        // They stay pinned for another payment of the same order that is on its way.
        guard try payments(of: scene.order.id).allSatisfy({ !$0.isInFlight }) else { return }
        let pinned = scene.reservations.map(\.reservation).filter { $0.state == .paying }
        try set(.live, of: pinned.map(\.id))
    }
}

extension Payment.Event {
    /// For the journal.
    fileprivate var name: String {
        switch self {
        case .decline(let code): "decline: \(code)"
        case .awaitPayer: "await payer"
        default: "\(self)"
        }
    }
}

extension Payment {
    /// A card was declined on the partner's own page, where the payer may try the next.
    fileprivate func isTriedAnew(_ event: Event) -> Bool {
        guard case .decline(let code) = event, code != "VOIDED" else { return false }
        return state == .offered || state == .declined && decline != code
    }

    /// The partner has just said that nothing was taken; so it isn't in flight any more.
    fileprivate mutating func giveUpUntaken() throws(Refusal) {
        if isInFlight { try apply(.awaitPayer) }
        try apply(.abandon)
    }
}
