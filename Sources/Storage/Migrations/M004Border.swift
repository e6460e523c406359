// The tables of the border: what an operator confirmed about the rules of a sale, which state a
// sale went to, and who wants to be told when the shop sells to their country.

extension Migration {
    static let border = Migration(
        4, "confirmed rules, states of sales, wishes",
        [
            // A confirmation holds for the words of the rule at that time, and for one sale.
            """
            create table rule_confirmations (
                sale text not null references sales (id),
                place text not null,
                name text not null,
                terms text not null,
                rules text not null,
                confirmed bigint not null,
                confirmed_by text not null,
                primary key (sale, place, name, terms)
            )
            """,
            // What counts towards a state's threshold: goods and freight, without tax.
            """
            create table order_states (
                of_order text primary key references orders (id),
                market text not null,
                subdivision text not null,
                sales bigint not null constraint sales_not_negative check (sales >= 0),
                currency text not null,
                placed bigint not null
            )
            """,
            "create index order_states_by_age on order_states (market, placed)",
            """
            create table wishes (
                id text primary key,
                mail text not null,
                country text not null,
                language text not null,
                asked bigint not null,
                confirmed bigint,
                told bigint,
                unique (mail, country)
            )
            """,
            "create index wishes_of_country on wishes (country, confirmed)",
            "create index wishes_unconfirmed on wishes (asked) where confirmed is null",
        ])
}
