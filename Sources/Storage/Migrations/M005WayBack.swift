// The tables of the way back, and the deadlines: returns of several products with a number that
// people can say, what was said by those who withdraw, and every date by which something is due.

extension Migration {
    static let wayBack = Migration(
        5, "returns with their whole life, withdrawals, deadlines",
        [
            // When the buyer was told of the right to withdraw; null if never.
            "alter table orders add column told_of_withdrawal text",
            """
            create table goods_returns (
                id text primary key,
                number text not null unique,
                of_order text not null references orders (id),
                reason text not null,
                method text,
                cost bigint not null constraint way_costs check (cost >= 0),
                currency text not null,
                borne_by text not null,
                state text not null,
                requested bigint not null,
                sent text,
                received text,
                condition text,
                note text,
                deduction bigint,
                refund text references refunds (id)
            )
            """,
            "create index goods_returns_of_order on goods_returns (of_order, id)",
            "create index goods_returns_by_state on goods_returns (state, id)",
            "create index goods_returns_of_refund on goods_returns (refund)",
            """
            create table return_items (
                of_return text not null references goods_returns (id),
                of_order text not null references orders (id),
                product text not null,
                quantity bigint not null constraint return_positive check (quantity > 0),
                primary key (of_return, product)
            )
            """,
            "create index return_items_of_order on return_items (of_order, product)",
            // Earlier ones had no number that could be said: the end of their id is one.
            """
            insert into goods_returns (id, number, of_order, reason, method, cost, currency,
                                       borne_by, state, requested)
            select returns.id, 'R-' || substr(returns.id, 23, 4) || '-' || substr(returns.id, 27, 4),
                   returns.of_order, returns.reason, 'return-courier', 0, orders.currency, 'buyer',
                   returns.state, returns.requested
            from returns join orders on orders.id = returns.of_order
            """,
            """
            insert into return_items (of_return, of_order, product, quantity)
            select id, of_order, product, quantity from returns
            """,
            "drop table returns",
            // Kept as it was said, whether or not there is such an order.
            """
            create table withdrawals (
                id text primary key,
                said_number text not null,
                name text not null,
                mail text not null,
                language text not null,
                items text,
                declared bigint not null,
                of_order text references orders (id),
                outcome text not null,
                detail text not null,
                form_key text not null unique
            )
            """,
            "create index withdrawals_by_outcome on withdrawals (outcome, id)",
            "create index withdrawals_of_order on withdrawals (of_order)",
            """
            create table deadlines (
                subject text not null,
                kind text not null,
                ends bigint not null,
                last_day text not null,
                anchor text not null,
                anchored bigint not null,
                rule text not null,
                state text not null,
                settled bigint,
                primary key (subject, kind)
            )
            """,
            "create index deadlines_open on deadlines (ends) where state = 'open'",
            "create index deadlines_by_state on deadlines (state, ends)",
        ])
}
