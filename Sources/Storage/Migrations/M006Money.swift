// The tables of money's other side: what partners tell unasked, what buyers claim back, what a
// comparison with the partner's listing found, and the ledger of every order.

extension Migration {
    static let money = Migration(
        6, "notices, disputes, discrepancies, ledger",
        [
            "alter table payments add column decline text",
            "create index payments_by_state on payments (state, created)",
            "create index refunds_by_state on refunds (state, created)",
            // The same notice is heard once, however often it comes.
            """
            create table notices (
                id text primary key,
                method text not null,
                event text not null,
                kind text not null,
                body text not null,
                received bigint not null,
                state text not null,
                outcome text not null,
                unique (method, event)
            )
            """,
            "create index notices_by_state on notices (state, received)",
            """
            create table disputes (
                reference text primary key,
                payment text not null references payments (id),
                amount bigint not null,
                currency text not null,
                reason text not null,
                state text not null,
                opened bigint not null,
                changed bigint not null
            )
            """,
            "create index disputes_by_state on disputes (state, opened)",
            // Found once, and shown until somebody has dealt with it.
            """
            create table discrepancies (
                id text primary key,
                method text not null,
                subject text not null,
                finding text not null,
                detail text not null,
                found bigint not null,
                closed bigint,
                closed_by text,
                unique (method, subject, finding)
            )
            """,
            "create index discrepancies_open on discrepancies (found) where closed is null",
            """
            create table ledger (
                kind text not null,
                subject text not null,
                of_order text not null references orders (id),
                amount bigint not null constraint entry_positive check (amount > 0),
                currency text not null,
                bearer text not null,
                booked bigint not null,
                primary key (kind, subject)
            )
            """,
            "create index ledger_of_order on ledger (of_order)",
            // What moved before there was a ledger.
            """
            insert into ledger (kind, subject, of_order, amount, currency, bearer, booked)
            select 'captured', id, of_order, amount, currency, 'buyer', created
            from payments where state = 'captured'
            """,
            """
            insert into ledger (kind, subject, of_order, amount, currency, bearer, booked)
            select 'refunded', refunds.id, payments.of_order, refunds.amount, refunds.currency,
                   'merchant', refunds.created
            from refunds join payments on payments.id = refunds.payment
            where refunds.state = 'made'
            """,
        ])
}
