// To watch the deadlines: what is over is noted once, and what follows from it is owed with it. A
// promise that was broken is told to the buyer, with what they may do now.

import Logging
package import Rules
import Storage

extension Shop {
    /// Looks at every deadline that has ended since. Called by the ticker every second; returns how
    /// many there were.
    @discardableResult
    package func watchDeadlines() async throws -> Int {
        let now = clock.now()
        // Bounded: the next second takes the rest.
        let due = try await storage.read { try $0.deadlinesDue(at: now, limit: 100) }
        for deadline in due {
            do {
                try await pass(deadline, at: now)
            } catch Refusal.orderStateForbids {
                // A payment or a parcel is on its way in this very moment; asked again.
                continue
            }
        }
        return due.count
    }

    private func pass(_ deadline: Deadline, at now: Moment) async throws {
        if deadline.kind == .consent, let order = ID<Order>(deadline.subject) {
            try await refundUnagreedDelay(of: order, at: now)
            return
        }
        try await storage.write { [self] tx in
            let kept = try tx.deadline(deadline.kind, of: deadline.subject)
            guard let kept, kept.state == .open, kept.ends <= now else { return }
            switch kept.kind {
            case .dispatch: try missDispatch(kept, in: tx, at: now)
            case .delivery: try missDelivery(kept, in: tx, at: now)
            case .refund, .customsAnswer, .customsProtest, .warrantyAnswer, .recovery, .consent,
                .parcelSearch:
                try tx.settle(kept.kind, of: kept.subject, as: .missed, at: now)
                log.critical("\(kept.kind.rawValue) of \(kept.subject) was due \(kept.day)")
            case .customsFinal: try closeCase(kept.subject, in: tx, at: now)
            case .missingReport, .returnWindow, .sendingBack, .legalGuarantee, .makersWarranty,
                .roomOpens, .roundOpens, .roundCloses:
                try tx.settle(kept.kind, of: kept.subject, as: .over, at: now)
            }
        }
    }

    private func missDispatch(_ deadline: Deadline, in tx: Transaction, at now: Moment) throws {
        guard let id = ID<Order>(deadline.subject), let order = try tx.lock(id),
            order.state.isDue
        else { return try tx.settle(.dispatch, of: deadline.subject, as: .over, at: now) }
        try tx.settle(.dispatch, of: id.text, as: .missed, at: now)
        if let days = try rulebook.current.market(order.market).delayDays {
            let last = deadline.day + days
            try tx.set(
                Deadline(
                    subject: id.text, kind: .consent, ends: deadline.ends + .days(Int64(days)),
                    day: last, anchor: .promised, anchored: now,
                    rule: "\(order.market.code): silence agrees to \(days) days"))
        }
        try tx.owe(.letter(.dispatchLate, about: id.text), at: now)
        try tx.note(
            "miss dispatch", about: id.text, detail: "\(deadline.day)", id: chance.id(at: now),
            at: now)
    }

    private func missDelivery(_ deadline: Deadline, in tx: Transaction, at now: Moment) throws {
        guard let id = ID<Order>(deadline.subject), let order = try tx.lock(id),
            order.state == .paid || order.state.isOnTheWay
        else { return try tx.settle(.delivery, of: deadline.subject, as: .over, at: now) }
        try tx.settle(.delivery, of: id.text, as: .missed, at: now)
        try tx.owe(.letter(.deliveryLate, about: id.text), at: now)
        try tx.note(
            "miss delivery", about: id.text, detail: "\(deadline.day)", id: chance.id(at: now),
            at: now)
    }

    /// 16 CFR 435.2(b): a second delay needs the buyer's word; without it everything goes back.
    private func refundUnagreedDelay(of id: ID<Order>, at now: Moment) async throws {
        let order = try await storage.read { try $0.order(id) }
        if order?.state.isDue == true {
            _ = try await cancel(id, by: "no consent to the delay") { order, all, _ in
                CalledOff(units: order.state == .partlyDispatched ? all.remaining : [:])
            }
        }
        try await storage.write { tx in
            try tx.settle(.consent, of: id.text, as: .over, at: now)
        }
    }
}
