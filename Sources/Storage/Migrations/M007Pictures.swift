// The tables of pictures: what social networks show of a sale, and the operator's photographs. They
// are in the database so that every node has them, and every backup.

extension Migration {
    static let pictures = Migration(
        7, "pictures, photographs",
        [
            // By the name in their address, which changes when they do.
            """
            create table pictures (
                name text primary key,
                body bytea not null,
                made bigint not null
            )
            """,
            """
            create table photos (
                product text not null references products (code),
                position bigint not null constraint position_positive check (position >= 1),
                stem text not null,
                width bigint not null,
                height bigint not null,
                texts text not null,
                primary key (product, position)
            )
            """,
        ])
}
