// To take one of the ways out of what isn't at rest: an operator's word, written down with their
// name.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, nothing there that could be resolved so.
    package func resolve(
        _ kind: MoneyTrouble, _ subject: String, by way: WayOut, as account: Account
    ) async throws {
        guard account.isOperator else { throw Refusal.notAllowed }
        guard kind.ways.contains(way) else { throw Refusal.input([Fault(.method, .notOffered)]) }
        switch kind {
        case .paymentUnclear: try await runNow(.settle(known(subject)))
        case .refundOwed: try await runNow(.refund(known(subject)))
        case .refundRefused: try await resolve(refused: known(subject), by: way, as: account)
        case .dispute: try await close(subject, as: way == .won ? .won : .lost, by: account)
        case .discrepancy: try await closeDiscrepancy(known(subject), by: account)
        case .strangeNotice: try await dealWith(known(subject), by: account)
        case .workGivenUp: try await tryAgain(subject)
        }
    }

    private func known<Of: Identified>(_ subject: String) throws(Refusal) -> ID<Of> {
        guard let id = ID<Of>(subject) else { throw .notFound }
        return id
    }

    private func resolve(
        refused id: ID<Refund>, by way: WayOut, as account: Account
    ) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard let found = try tx.refund(id), let payment = try tx.lock(found.payment),
                var refund = try tx.refund(id), refund.state == .refused
            else { throw Refusal.notFound }
            if way == .again {
                refund.state = .owed
                try tx.owe(.refund(id), at: now)
            } else {
                refund.state = .made
                refund.reference = "by hand: \(id)"
                try tx.book(.refunded(refund, of: payment, at: now))
                try tx.owe(.letter(.moneyReturned, about: id.text), at: now)
                try tx.finishReturn(of: id, at: now)
            }
            try tx.update(refund)
            try tx.note(
                way.rawValue, about: payment.order.text, detail: "\(id) \(account.id)",
                id: chance.id(at: now), at: now)
        }
    }

    private func close(
        _ reference: String, as state: Dispute.State, by account: Account
    ) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard var dispute = try tx.dispute(reference), dispute.state == .open,
                let payment = try tx.payment(dispute.payment)
            else { throw Refusal.notFound }
            dispute.state = state
            dispute.changed = now
            try tx.put(dispute)
            if state == .lost { try tx.book(.disputed(dispute, of: payment, at: now)) }
            try tx.note(
                "dispute \(state.rawValue)", about: payment.order.text,
                detail: "\(reference) \(account.id)", id: chance.id(at: now), at: now)
        }
    }

    private func closeDiscrepancy(_ id: ID<Discrepancy>, by account: Account) async throws {
        let now = clock.now()
        try await storage.write { tx in
            guard try tx.close(id, at: now, by: account.id) else { throw Refusal.notFound }
        }
    }

    private func dealWith(_ id: ID<Notice>, by account: Account) async throws {
        try await storage.write { tx in
            guard var notice = try tx.notice(id), notice.state == .strange else {
                throw Refusal.notFound
            }
            notice.heed(as: .heeded, "dealt with by \(account.id)")
            try tx.update(notice)
        }
    }

    /// `settle pay_01…`, as the list shows it.
    private func tryAgain(_ subject: String) async throws {
        let parts = subject.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, Job.isAboutMoney(parts[0]),
            let job = Job(kind: parts[0], subject: parts[1]),
            try await storage.read({ try $0.jobsGivenUp() })
                .contains(where: { $0.kind == parts[0] && $0.subject == parts[1] })
        else { throw Refusal.notFound }
        try await runNow(job)
    }
}
