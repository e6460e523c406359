// What becomes of a parcel that didn't arrive: found, lost or back at the warehouse; then its units
// leave once more, or what was paid for them goes back.

package import Rules
import Storage

package enum ParcelVerdict: String, Hashable, Sendable, CaseIterable {
    case found, lost
    /// Undeliverable, and back.
    case returned
    case sendAgain = "send_again"
    case refund
}

extension Shop {
    /// `note` says where a parcel was that its carrier had delivered. Throws `Refusal`: not an
    /// operator, no such parcel, what can't happen now, fields.
    @discardableResult
    package func settleParcel(
        _ id: ID<Parcel>, as verdict: ParcelVerdict, note: String = "", by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.parcel(id),
                let allotments = try tx.lockAllotments(of: found.order, at: now),
                var order = try tx.lock(found.order), var parcel = try tx.parcel(id)
            else { throw Refusal.notFound }
            switch verdict {
            case .found where parcel.isDisputed:
                try confirm(parcel, of: &order, note, by: account.id.text, in: tx, at: now)
            case .found, .lost, .returned:
                try judge(&parcel, verdict, by: account.id.text, in: tx, at: now)
            case .sendAgain: try sendAgain(&parcel, of: &order, in: tx, at: now)
            case .refund:
                // What may still be under way is lost for whoever is paid back.
                guard parcel.state == .lost || parcel.state == .returned else {
                    throw Refusal.orderStateForbids(state: parcel.state.rawValue)
                }
                let letter = parcel.letter
                let off = CalledOff(parcels: [parcel])
                let whom = "\(parcel.state.rawValue), \(account.id)"
                try giveUp(off, of: &order, allotments, by: whom, in: tx, at: now)
                try tx.owe(.letter(letter, about: id.text), at: now)
            }
            return order
        }
    }

    /// Its carrier was right, and its buyer is told where it is: the days are counted as before.
    private func confirm(
        _ parcel: Parcel, of order: inout Order, _ note: String, by whom: String,
        in tx: Transaction, at now: Moment
    ) throws {
        let faults = Fault.text(note, in: .note, most: 500)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        guard let day = parcel.delivered else { return }
        try tx.settle(.parcelSearch, of: parcel.id.text, as: .met, at: now)
        try arrive(parcel, of: &order, on: day, finding: note, in: tx, at: now)
        try tx.owe(.letter(.parcelFound, about: parcel.id.text), at: now)
        try tx.note(
            "parcel found", about: order.id.text,
            detail: "\(parcel.shipment.trackingNumber), \(whom)", id: chance.id(at: now), at: now)
    }

    /// Of a locked order.
    func judge(
        _ parcel: inout Parcel, _ verdict: ParcelVerdict, by whom: String, in tx: Transaction,
        at now: Moment
    ) throws {
        switch verdict {
        case .found: try parcel.apply(.find)
        case .lost: try parcel.apply(.lose)
        case .returned: try parcel.apply(.comeBack)
        case .sendAgain, .refund: preconditionFailure("\(verdict) is decided with its order")
        }
        try tx.update(parcel)
        try tx.settle(.parcelSearch, of: parcel.id.text, as: .met, at: now)
        // It never came: what its carrier's word had ended goes on.
        if let kept = try tx.deadline(.delivery, of: parcel.order.text), kept.state == .met {
            try tx.set(kept.reopened)
        }
        try tx.note(
            "parcel \(verdict.rawValue)", about: parcel.order.text,
            detail: "\(parcel.shipment.trackingNumber), \(whom)", id: chance.id(at: now), at: now)
    }

    private func sendAgain(
        _ parcel: inout Parcel, of order: inout Order, in tx: Transaction, at now: Moment
    ) throws {
        let letter = parcel.letter
        try parcel.apply(.replace)
        try tx.update(parcel)
        let after = try tx.fulfilment(of: order.id)
        try tx.owe(try order.apply(.sendAgain(after)), at: now)
        try tx.update(order)
        let warehouse = rulebook.current.warehouse
        let day = warehouse.dispatchPromise(orderedAt: now)
        try tx.set(
            Deadline(
                subject: order.id.text, kind: .dispatch, ends: warehouse.promiseEnds(day),
                day: day, anchor: .promised, anchored: now,
                rule: "\(warehouse.code): \(warehouse.dispatchDays) working days"))
        try tx.owe(.letter(letter, about: parcel.id.text), at: now)
        try tx.note(
            "send again", about: order.id.text, detail: parcel.shipment.trackingNumber,
            id: chance.id(at: now), at: now)
    }
}

extension Parcel {
    /// What its buyer is told, once it is decided what follows.
    fileprivate var letter: LetterKind { state == .returned ? .parcelReturned : .parcelLost }
}
