// The tables of orders, money and what comes afterwards; the outbox and the journal.

extension Migration {
    static let orders = Migration(
        3, "orders, payments, refunds, returns, jobs, journal",
        [
            """
            create table orders (
                id text primary key,
                number text not null unique,
                account text not null references accounts (id),
                sale text not null references sales (id),
                market text not null,
                language text not null,
                total bigint not null constraint total_not_negative check (total >= 0),
                currency text not null,
                state text not null,
                placed bigint not null,
                promise text not null,
                quote text not null,
                address text not null,
                carrier text,
                tracking_number text,
                dispatched text,
                delivered text,
                last_return_day text
            )
            """,
            "create index orders_of_account on orders (account, id)",
            "create index orders_by_state on orders (state, promise)",
            """
            create table order_lines (
                of_order text not null references orders (id),
                reservation text not null references reservations (id),
                product text not null,
                quantity bigint not null constraint quantity_positive check (quantity > 0),
                price bigint not null,
                currency text not null,
                primary key (of_order, reservation)
            )
            """,
            // Units belong to one order at a time; a placed order that was cancelled lets go of
            // them.
            "create index order_lines_of_reservation on order_lines (reservation)",
            """
            create table payments (
                id text primary key,
                of_order text not null references orders (id),
                method text not null,
                amount bigint not null constraint payment_positive check (amount > 0),
                currency text not null,
                state text not null,
                reference text unique,
                capture text unique,
                created bigint not null
            )
            """,
            "create index payments_of_order on payments (of_order, id)",
            """
            create table refunds (
                id text primary key,
                payment text not null references payments (id),
                amount bigint not null constraint refund_positive check (amount > 0),
                currency text not null,
                reason text not null,
                state text not null,
                reference text unique,
                created bigint not null
            )
            """,
            "create index refunds_of_payment on refunds (payment)",
            """
            create table returns (
                id text primary key,
                of_order text not null references orders (id),
                product text not null,
                quantity bigint not null constraint return_positive check (quantity > 0),
                reason text not null,
                state text not null,
                requested bigint not null
            )
            """,
            "create index returns_of_order on returns (of_order)",
            // The outbox. One job of a kind for a subject: to owe it again is to owe it now.
            """
            create table jobs (
                kind text not null,
                subject text not null,
                due bigint not null,
                owed bigint not null,
                asked bigint not null default 1,
                attempts bigint not null default 0,
                leased_until bigint not null default 0,
                given_up bigint not null default 0,
                trouble text,
                primary key (kind, subject)
            )
            """,
            "create index jobs_due on jobs (due) where given_up = 0",
            // What happened to an order, a payment or a return, in the order it happened.
            """
            create table journal (
                id text primary key,
                about text not null,
                event text not null,
                happened bigint not null,
                detail text not null
            )
            """,
            "create index journal_about on journal (about, id)",
            // One key, one deed: a mutation sent twice under the same key is answered with what the
            // first one made.
            """
            create table idempotency_keys (
                account text not null references accounts (id),
                key text not null,
                route text not null,
                fingerprint text not null,
                subject text not null,
                made bigint not null,
                primary key (account, key)
            )
            """,
            "create index idempotency_keys_by_age on idempotency_keys (made)",
        ])
}
