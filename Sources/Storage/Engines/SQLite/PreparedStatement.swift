// A prepared statement, bound and stepped by SQLite's own functions. GRDB's do the same by way of
// values of its own, and that costs a batch of the sale more than SQLite's part of the work.
import GRDB
import GRDBSQLite

struct PreparedStatement {
    let columns: [String]
    /// Owned by the connection's cache, which outlives the transaction that this belongs to.
    private let handle: OpaquePointer

    /// Throws `DatabaseError`, as everything here does.
    init(_ text: String, in database: Database) throws {
        let statement = try database.cachedStatement(sql: text)
        columns = statement.columnNames
        handle = statement.sqliteStatement
    }

    /// Binds, and calls `row` for each row of the answer. Leaves nothing bound to the next run:
    /// every run binds all there is.
    func run(
        _ values: some Sequence<SQLValue>, row: (PreparedStatement) throws -> Void = { _ in }
    ) throws {
        defer { sqlite3_reset(handle) }
        var position: Int32 = 0
        for value in values {
            position += 1
            try check(bind(value, at: position))
        }
        precondition(position == sqlite3_bind_parameter_count(handle), "an argument is missing")
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try row(self)
            case SQLITE_DONE: return
            case let code: throw error(code)
            }
        }
    }

    /// The row that was stepped to.
    func values() throws -> [SQLValue] {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.count)
        for index in 0..<Int32(columns.count) { values.append(try value(index)) }
        return values
    }

    private func value(_ index: Int32) throws -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_TEXT: return .text(String(decoding: bytes(index), as: UTF8.self))
        case SQLITE_BLOB: return .bytes(Array(bytes(index)))
        default: throw FloatingPointRead()
        }
    }

    private func bytes(_ index: Int32) -> UnsafeBufferPointer<UInt8> {
        // The pointer before the count, as SQLite asks for it.
        let start = sqlite3_column_blob(handle, index)?.assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, index)))
    }

    private func bind(_ value: SQLValue, at position: Int32) throws -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let number): return sqlite3_bind_int64(handle, position, number)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { bytes in
                // A blob without an address would be a null.
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(handle, position, 0)
                    : sqlite3_bind_blob(
                        handle, position, bytes.baseAddress, Int32(bytes.count), copied)
            }
        case .text(var text):
            return try text.withUTF8 { letters in
                if letters.contains(0) { throw NULInText() }
                // A text without an address would be a null.
                if letters.isEmpty { return sqlite3_bind_text(handle, position, "", 0, copied) }
                return letters.withMemoryRebound(to: CChar.self) { letters in
                    sqlite3_bind_text(
                        handle, position, letters.baseAddress, Int32(letters.count), copied)
                }
            }
        }
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw error(code) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        let database = sqlite3_db_handle(handle)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database)),
            message: sqlite3_errmsg(database).map { String(cString: $0) })
    }
}

/// SQLITE_TRANSIENT: SQLite keeps a copy of what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
