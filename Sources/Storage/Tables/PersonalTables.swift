// Every table in which something about a person stands: how what belongs to an account is found in
// it, and what becomes of it when the account is erased. A table that a migration adds must be
// here, or be named among those that know nobody: a test looks.

package import Rules

package enum PersonalTable: String, CaseIterable, Sendable {
    case accounts, addresses, sessions, confirmations, moves, tickets, reservations, units
    case standbys, orders, payments, refunds, disputes, ledger, notices, withdrawals, wishes
    case warranties, claims, deadlines, journal
    case idempotencyKeys = "idempotency_keys"
    case orderLines = "order_lines"
    case orderStates = "order_states"
    case goodsReturns = "goods_returns"
    case returnItems = "return_items"
    case customsCases = "customs_cases"
    case customsLines = "customs_lines"
    case warrantyCodes = "warranty_codes"
    case claimPhotos = "claim_photos"
    case returnPhotos = "return_photos"
    case accessLog = "access_log"
    case parcels, recoverables
    case calledOff = "called_off"
    case parcelItems = "parcel_items"
    case trackingEvents = "tracking_events"

    /// Tables about the sale, the rules and the machine.
    package static let impersonal: Set<String> = [
        "allotments", "attempts", "batches", "beacons", "discrepancies", "jobs", "offers", "photos",
        "pictures", "products", "rounds", "rule_confirmations", "sales", "schema_version",
        "secrets",
    ]

    /// Beyond any account that a person has.
    package static let mostRows = 5000
}

extension Reader {
    /// What belongs to the account, by the names of the columns.
    package func rows(of table: PersonalTable, about account: Account) throws -> [Row] {
        try all("\(fragment: table.selection(account)) limit \(PersonalTable.mostRows)")
    }
}

extension Reader {
    /// All of a table, whoever it is about: to look for traces that shouldn't be there.
    package func everything(in table: String) throws -> [Row] {
        let isOurs =
            PersonalTable(rawValue: table) != nil || PersonalTable.impersonal.contains(table)
        precondition(isOurs, "\(table) is no table of ours")
        return try all(SQL(trusted: "select * from \(table)"))
    }
}

extension PersonalTable {
    fileprivate func selection(_ account: Account) -> SQL {
        let id = account.id
        switch self {
        case .accounts:
            return """
                select id, mail, name, language, market, confirmed, household, is_operator, created,
                       erased, idle_since
                from accounts where id = \(id)
                """
        case .addresses: return "select * from addresses where account = \(id)"
        case .sessions:
            return "select created, seen, device from sessions where account = \(id)"
        case .confirmations:
            return """
                select id, purpose, expires, used, mail, former_mail from confirmations
                where account = \(id)
                """
        case .moves: return "select round, expires from moves where account = \(id)"
        case .tickets: return "select * from tickets where account = \(id)"
        case .reservations: return "select * from reservations where buyer = \(id)"
        case .units:
            return """
                select units.* from reservations
                join units on units.allotment = reservations.allotment
                    and units.reservation = reservations.id
                where reservations.buyer = \(id)
                """
        case .standbys: return "select * from standbys where buyer = \(id)"
        case .orders: return "select * from orders where account = \(id)"
        case .orderLines, .orderStates, .goodsReturns, .returnItems, .ledger, .payments,
            .customsCases, .parcels, .calledOff, .recoverables:
            return ofOrders(id)
        case .parcelItems, .trackingEvents: return ofParcels(id)
        case .refunds, .disputes, .notices: return ofPayments(id)
        case .customsLines:
            return """
                select customs_lines.* from customs_lines
                join customs_cases on customs_cases.id = customs_lines.of_case
                join orders on orders.id = customs_cases.of_order
                where orders.account = \(id)
                """
        case .withdrawals:
            return """
                select id, said_number, name, mail, language, items, declared, of_order, outcome,
                       detail
                from withdrawals
                where mail = \(account.mail) or of_order in \(fragment: Self.orders(id))
                """
        case .wishes: return "select * from wishes where mail = \(account.mail)"
        case .warranties: return "select * from warranties where holder = \(id)"
        case .warrantyCodes:
            return """
                select warranty_codes.warranty, warranty_codes.expires from warranty_codes
                join warranties on warranties.id = warranty_codes.warranty
                where warranties.holder = \(id)
                """
        case .claims: return "select * from claims where account = \(id)"
        case .claimPhotos:
            return """
                select claims.number as claim, claim_photos.position, claim_photos.kind
                from claim_photos join claims on claims.id = claim_photos.claim
                where claims.account = \(id)
                """
        case .returnPhotos:
            return """
                select goods_returns.number as goods_return, return_photos.position,
                       return_photos.kind
                from return_photos
                join goods_returns on goods_returns.id = return_photos.goods_return
                where goods_returns.of_order in \(fragment: Self.orders(id))
                """
        case .deadlines, .journal: return aboutThings(account)
        case .idempotencyKeys:
            return "select route, subject, made from idempotency_keys where account = \(id)"
        case .accessLog: return "select * from access_log where account = \(id)"
        }
    }

    private static func orders(_ id: ID<Account>) -> SQL {
        "(select id from orders where account = \(id))"
    }

    private func ofOrders(_ id: ID<Account>) -> SQL {
        switch self {
        case .orderLines:
            "select * from order_lines where of_order in \(fragment: Self.orders(id))"
        case .orderStates:
            "select * from order_states where of_order in \(fragment: Self.orders(id))"
        case .goodsReturns:
            "select * from goods_returns where of_order in \(fragment: Self.orders(id))"
        case .returnItems:
            "select * from return_items where of_order in \(fragment: Self.orders(id))"
        case .ledger: "select * from ledger where of_order in \(fragment: Self.orders(id))"
        case .payments: "select * from payments where of_order in \(fragment: Self.orders(id))"
        case .parcels: "select * from parcels where of_order in \(fragment: Self.orders(id))"
        case .recoverables:
            "select * from recoverables where of_order in \(fragment: Self.orders(id))"
        case .calledOff: "select * from called_off where of_order in \(fragment: Self.orders(id))"
        default: "select * from customs_cases where of_order in \(fragment: Self.orders(id))"
        }
    }

    private func ofParcels(_ id: ID<Account>) -> SQL {
        let parcels: SQL = """
            (select id from parcels where of_order in \(fragment: Self.orders(id)))
            """
        return switch self {
        case .parcelItems: "select * from parcel_items where of_parcel in \(fragment: parcels)"
        default: "select * from tracking_events where of_parcel in \(fragment: parcels)"
        }
    }

    private func ofPayments(_ id: ID<Account>) -> SQL {
        let payments: SQL = """
            (select payments.id from payments join orders on orders.id = payments.of_order
             where orders.account = \(id))
            """
        return switch self {
        case .refunds: "select * from refunds where payment in \(fragment: payments)"
        case .disputes: "select * from disputes where payment in \(fragment: payments)"
        default: "select * from notices where payment in \(fragment: payments)"
        }
    }

    /// By the ids of everything that has dates and a journal.
    private func aboutThings(_ account: Account) -> SQL {
        let id = account.id
        let things: SQL = """
            (select \(id) union all select id from orders where account = \(id)
             union all select goods_returns.id from goods_returns
                   join orders on orders.id = goods_returns.of_order where orders.account = \(id)
             union all select customs_cases.id from customs_cases
                   join orders on orders.id = customs_cases.of_order where orders.account = \(id)
             union all select parcels.id from parcels
                   join orders on orders.id = parcels.of_order where orders.account = \(id)
             union all select id from warranties where holder = \(id)
             union all select id from claims where account = \(id))
            """
        return self == .deadlines
            ? "select * from deadlines where subject in \(fragment: things)"
            : "select * from journal where about in \(fragment: things)"
    }
}
