// Parcels as rows of their own: an order may leave in several. What had one parcel in the order's
// row has it here, and a customs case belongs to a parcel.

extension Migration {
    static let parcels = Migration(
        13, "parcels, units called off, customs by parcel",
        [
            """
            create table parcels (
                id text primary key,
                of_order text not null references orders (id),
                number bigint not null constraint parcel_number_positive check (number > 0),
                carrier text not null,
                tracking_number text not null,
                dispatched text not null,
                state text not null,
                delivered text,
                unique (of_order, number)
            )
            """,
            "create index parcels_by_tracking_number on parcels (tracking_number)",
            "create index parcels_by_state on parcels (state, id)",
            """
            create table parcel_items (
                of_parcel text not null references parcels (id),
                product text not null,
                quantity bigint not null constraint parcel_items_positive check (quantity > 0),
                primary key (of_parcel, product)
            )
            """,
            """
            create table called_off (
                of_order text not null references orders (id),
                product text not null,
                quantity bigint not null constraint called_off_positive check (quantity > 0),
                primary key (of_order, product)
            )
            """,
            // The one parcel of earlier orders has the end of its order's id.
            """
            insert into parcels (id, of_order, number, carrier, tracking_number, dispatched, state,
                                 delivered)
            select 'pcl_' || substr(id, 5), id, 1, carrier, coalesce(tracking_number, ''),
                   coalesce(dispatched, promise),
                   case state when 'delivered' then 'delivered' when 'cancelled' then 'refunded'
                       else 'on_the_way' end,
                   delivered
            from orders where carrier is not null
            """,
            """
            insert into parcel_items (of_parcel, product, quantity)
            select 'pcl_' || substr(of_order, 5), product, cast(sum(quantity) as bigint)
            from order_lines join orders on orders.id = order_lines.of_order
            where orders.carrier is not null group by of_order, product
            """,
            """
            update jobs set subject = 'pcl_' || substr(subject, 5)
            where kind in ('track', 'letter:order_dispatched')
            """,
            "alter table orders drop column carrier",
            "alter table orders drop column tracking_number",
            "drop index customs_cases_by_state",
            "drop index customs_lines_of_case",
            "alter table customs_lines rename to earlier_customs_lines",
            "alter table customs_cases rename to earlier_customs_cases",
            """
            create table customs_cases (
                id text primary key,
                of_order text not null references orders (id),
                parcel text not null unique references parcels (id),
                market text not null,
                state text not null,
                body text not null
            )
            """,
            """
            create table customs_lines (
                id text primary key,
                of_case text not null references customs_cases (id),
                event text not null,
                day text not null,
                recorded bigint not null,
                detail text not null
            )
            """,
            """
            insert into customs_cases (id, of_order, parcel, market, state, body)
            select id, of_order, 'pcl_' || substr(of_order, 5), market, state, body
            from earlier_customs_cases
            """,
            """
            insert into customs_lines (id, of_case, event, day, recorded, detail)
            select id, of_case, event, day, recorded, detail from earlier_customs_lines
            """,
            "drop table earlier_customs_lines",
            "drop table earlier_customs_cases",
            "create index customs_cases_by_state on customs_cases (state, id)",
            "create index customs_cases_of_order on customs_cases (of_order)",
            "create index customs_lines_of_case on customs_lines (of_case, id)",
        ])
}
