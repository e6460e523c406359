// What has been kept long enough: found by its age, a bounded number at a time.

package import Rules

extension Reader {
    /// Orders that are over, placed before then, on which a name and an address still stand.
    package func ordersToForget(
        in market: Country, placedBefore moment: Moment, limit: Int
    ) throws -> [Order] {
        try all(
            """
            select * from orders
            where market = \(market) and placed < \(moment) and forgotten is null
              and state in ('delivered', 'cancelled', 'lapsed')
            order by placed limit \(limit)
            """
        ).map(Order.init)
    }

    /// Orders that are over, whose books needn't be kept any more.
    package func ordersToReduce(
        in market: Country, placedBefore moment: Moment, limit: Int
    ) throws -> [ID<Order>] {
        try all(
            """
            select id from orders
            where market = \(market) and placed < \(moment) and reduced is null
              and state in ('delivered', 'cancelled', 'lapsed')
            order by placed limit \(limit)
            """
        ).map { try $0.get("id") }
    }

    /// Buyers who haven't been seen since.
    package func idleAccounts(
        in market: Country, since moment: Moment, limit: Int
    ) throws -> [Account] {
        try all(
            """
            select * from accounts
            where market = \(market) and idle_since < \(moment) and erased is null
              and is_operator = 0
            order by idle_since limit \(limit)
            """
        ).map(Account.init)
    }

    /// Something that the store and the account still have to settle: its number.
    package func openBusiness(of account: ID<Account>) throws -> String? {
        let order: SQL = """
            select number from orders where account = \(account)
              and state in ('placed', 'paid', 'dispatched')
            """
        let goods: SQL = """
            select goods_returns.number from goods_returns
            join orders on orders.id = goods_returns.of_order
            where orders.account = \(account) and goods_returns.state <> 'refunded'
            """
        let claim: SQL = """
            select number from claims
            where account = \(account) and state not in ('declined', 'done')
            """
        let refund: SQL = """
            select orders.number from refunds join payments on payments.id = refunds.payment
            join orders on orders.id = payments.of_order
            where orders.account = \(account) and refunds.state = 'owed'
            """
        for statement in [order, goods, claim, refund] {
            if let row = try first("\(fragment: statement) limit 1") { return try row.get(0) }
        }
        return nil
    }

    /// Passports whose terms run on.
    package func guaranteedUnits(of account: ID<Account>, at now: Moment) throws -> Int {
        // Asked for the state in a condition, SQLite goes through all deadlines that are open.
        try count(
            """
            select count(*) from warranties
            where holder = \(account) and ended is null
              and (select max(case when state = 'open' then ends end) from deadlines
                   where subject = warranties.id) > \(now)
            """)
    }
}

extension Transaction {
    /// The books of an order are sums from now on.
    package func reduce(_ order: ID<Order>, at now: Moment) throws {
        try run("delete from journal where about = \(order)")
        try run(
            """
            update customs_lines set detail = ''
            where of_case in (select id from customs_cases where of_order = \(order))
            """)
        try run(
            "update goods_returns set note = '' where note is not null and of_order = \(order)")
        try run("update orders set reduced = \(now) where id = \(order)")
    }

    /// Looks at records of the market's people from before then. Returns how many went.
    package func forgetAccess(
        in market: Country, before moment: Moment, limit: Int
    ) throws -> Int {
        try run(
            """
            delete from access_log where id in
                (select access_log.id from access_log
                 left join accounts on accounts.id = access_log.account
                 where access_log.looked < \(moment)
                   and coalesce(accounts.market, \(market)) = \(market)
                 order by access_log.looked limit \(limit))
            """)
    }

    /// By what places were known in rooms of rounds that closed before then. Returns how many.
    package func forgetOrigins(
        in market: Country, closedBefore moment: Moment, limit: Int
    ) throws -> Int {
        try run(
            """
            update tickets set from_address = null, from_device = null where id in
                (select tickets.id from tickets
                 join rounds on rounds.id = tickets.round
                 join accounts on accounts.id = tickets.account
                 where rounds.closes + rounds.paused_total < \(moment)
                   and accounts.market = \(market)
                   and (tickets.from_address is not null or tickets.from_device is not null)
                 limit \(limit))
            """)
    }

    /// Which households bought in sales whose rounds all closed before then. Returns how many.
    package func forgetHouseholds(
        in market: Country, closedBefore moment: Moment, limit: Int
    ) throws -> Int {
        try run(
            """
            update reservations set household = null where id in
                (select reservations.id from reservations
                 join accounts on accounts.id = reservations.buyer
                 where reservations.household is not null and accounts.market = \(market)
                   and not exists
                       (select 1 from rounds where rounds.sale = reservations.sale
                        and rounds.closes + rounds.paused_total >= \(moment))
                 limit \(limit))
            """)
    }
}
