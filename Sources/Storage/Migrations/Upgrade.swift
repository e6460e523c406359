// Which schema a database has, and how it gets the next one.

extension Engine {
    /// 0 for an empty database. Throws `SchemaTooNew` when this program doesn't know it.
    func schemaVersion(knownUpTo migrations: [Migration]) throws -> Int {
        let found = try read { reader in
            try reader.hasSchemaTable(dialect) ? try reader.schemaVersion() : 0
        }
        let known = migrations.latest
        if found > known { throw SchemaTooNew(found: found, known: known) }
        return found
    }

    /// All steps that are missing, in one transaction: a database has the old schema or the new.
    /// `before` is called when nobody else can change the schema any more, and nothing has.
    func apply(_ migrations: [Migration], before: (Reader) throws -> Void) throws {
        try upgrade { transaction in
            // Asked again: another node may have been faster to the lock.
            let isNew = try !transaction.hasSchemaTable(dialect)
            let found = try isNew ? 0 : transaction.schemaVersion()
            if found >= migrations.latest { return }
            try before(transaction)
            if isNew { try transaction.make(schemaTable, in: dialect) }
            for migration in migrations where migration.number > found {
                for statement in migration.statements {
                    try transaction.make(statement, in: dialect)
                }
                try transaction.run(
                    """
                    insert into schema_version (number, name)
                    values (\(migration.number), \(migration.name))
                    """)
            }
        }
    }
}

private let schemaTable = """
    create table schema_version (
        number bigint not null primary key,
        name text not null
    )
    """

extension Reader {
    /// Of a SQLite file: whether anything was ever kept in it.
    func hasTables() throws -> Bool {
        try count("select count(*) from sqlite_schema where type = 'table'") > 0
    }

    fileprivate func hasSchemaTable(_ dialect: Dialect) throws -> Bool {
        switch dialect {
        case .sqlite:
            try count("select count(*) from sqlite_schema where name = 'schema_version'") > 0
        case .postgres:
            try count(
                """
                select count(*) from pg_catalog.pg_tables
                where schemaname = current_schema() and tablename = 'schema_version'
                """) > 0
        }
    }

    fileprivate func schemaVersion() throws -> Int {
        try count("select coalesce(max(number), 0) from schema_version")
    }
}

extension Transaction {
    fileprivate func make(_ statement: String, in dialect: Dialect) throws {
        try run(SQL(trusted: portable(statement, to: dialect)))
    }
}
