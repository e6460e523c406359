// To overwrite what says who somebody was, table by table. Rows that books, journal and public
// record rest on stay, under the account's id, which means nobody.

package import Rules

/// What becomes of the rows of an account in a table.
package enum Erasure: Sendable {
    /// They go.
    case delete(SQL)
    /// What says who it was is overwritten.
    case overwrite(SQL)
    /// There is JSON in it, which the verb reads and writes anew.
    case rewrite
    /// Nothing in it says who it was.
    case keep(because: String)
}

extension PersonalTable {
    /// `closed` is before which a round must have ended for its households to be forgotten: while
    /// a sale goes on, a limit counts for everybody who lives there.
    package func erasure(of account: Account, closed: Moment) -> Erasure {
        let id = account.id
        switch self {
        case .accounts, .orders, .claims: return .rewrite
        case .addresses: return .delete("delete from addresses where account = \(id)")
        case .sessions: return .delete("delete from sessions where account = \(id)")
        case .confirmations: return .delete("delete from confirmations where account = \(id)")
        case .moves: return .delete("delete from moves where account = \(id)")
        case .idempotencyKeys:
            return .delete("delete from idempotency_keys where account = \(id)")
        case .wishes: return .delete("delete from wishes where mail = \(account.mail)")
        case .warrantyCodes:
            return .delete(
                """
                delete from warranty_codes
                where warranty in (select id from warranties where holder = \(id))
                """)
        case .claimPhotos:
            return .delete(
                """
                delete from claim_photos
                where claim in (select id from claims where account = \(id))
                """)
        case .returnPhotos:
            return .delete(
                """
                delete from return_photos
                where goods_return in
                    (select goods_returns.id from goods_returns
                     join orders on orders.id = goods_returns.of_order
                     where orders.account = \(id))
                """)
        case .notices:
            return .delete(
                """
                delete from notices where payment in
                    (select payments.id from payments join orders on orders.id = payments.of_order
                     where orders.account = \(id))
                """)
        case .tickets:
            return .overwrite(
                """
                update tickets set from_address = null, from_device = null where account = \(id)
                """)
        case .reservations:
            return .overwrite(
                """
                update reservations set household = null
                where buyer = \(id) and sale not in
                    (select sale from rounds where closes + paused_total > \(closed))
                """)
        case .standbys:
            return .overwrite(
                """
                update standbys set household = null
                where buyer = \(id) and allotment not in
                    (select allotments.id from allotments
                     join rounds on rounds.id = allotments.round
                     where rounds.closes + rounds.paused_total > \(closed))
                """)
        case .withdrawals:
            return .overwrite(
                """
                update withdrawals set name = '', mail = ''
                where mail = \(account.mail)
                   or of_order in (select id from orders where account = \(id))
                """)
        case .goodsReturns:
            return .overwrite(
                """
                update goods_returns set note = ''
                where note is not null
                  and of_order in (select id from orders where account = \(id))
                """)
        case .parcels:
            return .overwrite(
                """
                update parcels set label = null, finding = null
                where of_order in (select id from orders where account = \(id))
                """)
        case .units, .orderLines, .returnItems, .parcelItems, .calledOff:
            return .keep(because: "which units they were, in the public record and the books")
        case .payments, .refunds, .disputes, .ledger:
            return .keep(because: "sums, and the partner's own names for them")
        case .recoverables: return .keep(because: "what was claimed back, of which authority")
        case .orderStates: return .keep(because: "into which state was sold, for its tax")
        case .customsCases, .customsLines:
            return .keep(because: "what was declared, which customs may ask for")
        case .warranties, .deadlines, .journal, .trackingEvents:
            return .keep(because: "what happened when, by ids")
        case .accessLog: return .keep(because: "who looked, which must not be undone")
        }
    }
}

extension Transaction {
    /// The account is nobody's from now on; its mail address can be used to sign up anew.
    package func forget(_ account: ID<Account>, at now: Moment) throws {
        try run(
            """
            update accounts
            set mail = \(account.text + Account.nowhere), name = '', password = '-',
                confirmed = null, household = null, erased = \(now)
            where id = \(account)
            """)
    }

    /// An order's quote and address without what says who it was for.
    package func forget(_ order: ID<Order>, leaving agreement: Agreement, at now: Moment) throws {
        try run(
            """
            update orders
            set quote = \(agreement.quote), address = \(agreement.address), forgotten = \(now)
            where id = \(order)
            """)
    }

    package func forget(_ claim: ID<Claim>, leaving address: String) throws {
        try run(
            "update claims set description = '', address = \(address) where id = \(claim)")
    }

    /// What belongs to an account, besides what is rewritten.
    package func erase(_ account: Account, closed: Moment) throws {
        for table in PersonalTable.allCases {
            switch table.erasure(of: account, closed: closed) {
            case .delete(let statement), .overwrite(let statement): try run(statement)
            case .rewrite, .keep: continue
            }
        }
        // What went wrong with a letter may quote an address.
        try run(
            """
            update jobs set trouble = null
            where subject = \(account.id)
               or subject in (select id from orders where account = \(account.id))
            """)
    }
}
