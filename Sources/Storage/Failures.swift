// What can go wrong with what is stored. None of these is a refusal: a person is never shown one,
// except that `StorageBusy` becomes a polite 503.

/// The queue is full, or a lock was not to be had in time. Nothing was written; try again later.
package struct StorageBusy: Error {
    package let reason: String
    package init(reason: String) { self.reason = reason }
}

/// The database can't be reached, after every retry. Nothing was written.
package struct StorageUnavailable: Error, CustomStringConvertible {
    package let reason: String
    package var description: String { "the database can't be reached: \(reason)" }
}

/// The connection was lost while the commit was under way: it may have happened or not. Whoever
/// wrote must read back before writing again; an idempotency key makes that safe.
package struct CommitUnknown: Error {
    package let reason: String
    package init(reason: String) { self.reason = reason }
}

/// The schema said no. The same on both engines.
package struct ConstraintViolation: Error, Hashable {
    package enum Kind: Sendable { case unique, check, notNull, foreignKey }

    package let kind: Kind
    /// Unique and not null: `table.column, table.column`, or the name of an index on an expression.
    /// Check: the name of the constraint, so give it one. Foreign key: empty, SQLite doesn't tell.
    package let name: String
    /// The engine's own words, for the log.
    package let detail: String
}

/// The engine refused a statement: we wrote it wrong, or the disk is full.
package struct StatementFailed: Error, CustomStringConvertible {
    /// SQLite's extended result code, or PostgreSQL's SQLSTATE.
    package let code: String
    package let message: String
    package let statement: String

    package var description: String { "\(code): \(message), in: \(statement)" }
}

/// PostgreSQL can't store a NUL in a text, so neither engine does.
package struct NULInText: Error {}

/// `one` met another number of rows than one.
package struct NotOneRow: Error {
    package let found: Int
}

/// The schema is older than this program, and only an operator may bring it up to date.
package struct SchemaTooOld: Error, CustomStringConvertible {
    package let found: Int
    package let needed: Int

    package var description: String {
        """
        The database has schema \(found), this program needs \(needed). Back it up with pg_dump, \
        then run `onsale migrate`.
        """
    }
}

/// The schema was made by a newer program than this one.
package struct SchemaTooNew: Error, CustomStringConvertible {
    package let found: Int
    package let known: Int

    package var description: String {
        """
        The database has schema \(found), this program knows only up to \(known). Run the newer \
        version, or restore the backup that was made before it.
        """
    }
}

/// A backup that can't be made, and what to do instead.
package struct BackupRefused: Error, CustomStringConvertible {
    package let description: String
}

/// A statement gives a number with a fraction, which no column holds and no rule reckons with.
package struct FloatingPointRead: Error {}
