// To check what came back, and to owe the money for it: as the law says, less what was lost by use.

package import Rules
import Storage

/// What the operator found.
package struct ReturnFinding: Sendable {
    package let condition: Return.Condition
    package let note: String
    /// Minor units kept back for value lost by use.
    package let deduction: Int64
    /// Of what came back; its buyer sees them.
    package let photos: [[UInt8]]

    package init(
        condition: Return.Condition, note: String, deduction: Int64 = 0, photos: [[UInt8]] = []
    ) {
        self.condition = condition
        self.note = note
        self.deduction = deduction
        self.photos = photos
    }
}

extension Shop {
    /// Throws `Refusal`: not an operator, no such return, checked already, a deduction that the law
    /// doesn't allow.
    @discardableResult
    package func checkReturn(
        _ id: ID<Return>, _ finding: ReturnFinding, by account: Account
    ) async throws -> Return {
        guard account.isOperator else { throw Refusal.notAllowed }
        let faults = finding.note.isEmpty ? [] : Fault.text(finding.note, in: .note, most: 500)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        try EvidencePhoto.check(finding.photos)
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.goodsReturn(id), let order = try tx.lock(found.order),
                var goods = try tx.lock(id)
            else { throw Refusal.notFound }
            guard (goods.way == .kept) == (finding.condition == .notSent) else {
                throw Refusal.input([Fault(.condition, .notOffered)])
            }
            let terms = try returnTerms(of: order, in: tx)
            let worth = ReturnWorth(
                of: goods.items, after: try tx.unitsPaidBack(of: order.id),
                quote: terms.quote, freight: terms.policy.freight(for: goods.reason))
            let most = goods.mostDeducted(from: worth, finding.condition, told: terms.told != nil)
            guard (0...most).contains(finding.deduction) else {
                let bound = Money(most, order.total.currency)
                throw Refusal.input([Fault(.deduction, .amountOutOfRange(most: bound))])
            }
            let deduction = Money(finding.deduction, order.total.currency)
            let refund = try tx.refund(
                worth.total - deduction, of: order, at: now, chance: chance)
            let today = terms.time.day(at: now)
            let check = Return.Check(
                day: today, condition: finding.condition, note: finding.note, deduction: deduction)
            try tx.owe(try goods.apply(.receive(check, refund: refund)), at: now)
            try tx.update(goods)
            try tx.keep(finding.photos, in: .goods(id))
            try tx.settle(.sendingBack, of: id.text, as: .met, at: now)
            if try tx.deadline(.refund, of: id.text) == nil {
                try tx.set(terms.refundDeadline(of: goods, shownOn: today, at: now))
            }
            if refund == nil {
                try tx.settle(.refund, of: id.text, as: .over, at: now)
                try tx.finishClaim(of: goods, at: now)
            }
            try tx.endWarranties(of: goods, from: order, at: now)
            try openRecoverables(
                for: goods.items, of: order, subject: id.text, worth: worth, deduction: deduction,
                haveLeft: goods.way != .kept, in: tx, at: now)
            try tx.note(
                "check return", about: order.id.text,
                detail: """
                    \(goods.number) \(finding.condition.rawValue) \(worth.total - deduction), \
                    duty \(worth.duty), tax \(worth.tax)
                    """,
                id: chance.id(at: now), at: now)
            return goods
        }
    }
}

extension Shop {
    /// One photograph more, before the check. Throws `Refusal`: not an operator, no such return,
    /// checked already, what isn't a photograph.
    package func addPhoto(
        _ file: [UInt8], to id: ID<Return>, by account: Account
    ) async throws -> EvidencePhoto {
        guard account.isOperator else { throw Refusal.notAllowed }
        try EvidencePhoto.check([file])
        return try await storage.write { tx in
            guard let found = try tx.goodsReturn(id), try tx.lock(found.order) != nil,
                let goods = try tx.lock(id)
            else { throw Refusal.notFound }
            guard goods.check == nil else {
                throw Refusal.orderStateForbids(state: goods.state.rawValue)
            }
            return try tx.keep([file], in: .goods(id))[0]
        }
    }
}

extension Return {
    /// A deduction needs goods that are worth less by the buyer's doing, and a buyer who was told
    /// of the right and its limits before.
    fileprivate func mostDeducted(
        from worth: ReturnWorth, _ condition: Condition, told: Bool
    ) -> Int64 {
        switch condition {
        case .used, .damaged, .incomplete: reason.isOurFault || !told ? 0 : worth.goods.minor
        case .asNew, .triedOut, .notSent: 0
        }
    }
}

extension Transaction {
    /// Owes nothing here: the job follows from what the refund is for. Nil when there is nothing
    /// to give back.
    func refund(
        _ amount: Money, of order: Order, reason: Refund.Reason = .returned, at now: Moment,
        chance: SharedChance
    ) throws -> ID<Refund>? {
        var most: (payment: ID<Payment>, left: Money)?
        for found in try payments(of: order.id) where found.state == .captured {
            guard let payment = try lock(found.id) else { continue }
            let back = try refunds(of: payment.id).filter { $0.state != .refused }
                .reduce(Money.zero(amount.currency)) { $0 + $1.amount }
            let left = try taken(by: payment) - back
            if left.minor > most?.left.minor ?? 0 { most = (payment.id, left) }
        }
        // A dispute or a refund made elsewhere may have taken some of it back already: never more
        // goes out than is still there.
        guard amount.minor > 0, let most else { return nil }
        let refund = Refund(
            id: chance.id(at: now), payment: most.payment,
            amount: most.left <= amount ? most.left : amount, reason: reason, created: now)
        try insert(refund)
        return refund.id
    }

    /// A refund went out: what came back is paid for.
    func finishReturn(of refund: ID<Refund>, at now: Moment) throws {
        guard let found = try goodsReturn(of: refund), var goods = try lock(found.id),
            goods.state == .received
        else { return }
        try owe(try goods.apply(.payBack), at: now)
        try update(goods)
        try settle(.refund, of: goods.id.text, as: .met, at: now)
        try finishClaim(of: goods, at: now)
    }

    /// The claim for which the goods came back, if there is one.
    fileprivate func finishClaim(of goods: Return, at now: Moment) throws {
        guard let found = try claim(of: goods.id), var claim = try lock(found.id),
            claim.state == .refund
        else { return }
        try owe(try claim.apply(.finish), at: now)
        try update(claim)
    }
}
