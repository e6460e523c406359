// What SQLite's errors mean to the shop.
import GRDB

func failure(_ error: DatabaseError, in statement: String) -> any Error {
    let message = error.message ?? "no message"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
        return StorageBusy(reason: message)
    case .SQLITE_CONSTRAINT:
        if let kind = constraintKind(error.extendedResultCode) {
            return ConstraintViolation(
                kind: kind, name: constraintName(message), detail: message)
        }
    default: break
    }
    let code = String(error.extendedResultCode.rawValue)
    return StatementFailed(code: code, message: message, statement: statement)
}

private func constraintKind(_ code: ResultCode) -> ConstraintViolation.Kind? {
    switch code {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
    case .SQLITE_CONSTRAINT_CHECK: .check
    case .SQLITE_CONSTRAINT_NOTNULL: .notNull
    case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
    default: nil
    }
}

/// `UNIQUE constraint failed: a.b, a.c`, `… failed: index 'name'`, or nothing after the colon.
private func constraintName(_ message: String) -> String {
    guard let colon = message.firstIndex(of: ":") else { return "" }
    let name = message[message.index(after: colon)...].drop { $0 == " " }
    if name.hasPrefix("index '"), name.hasSuffix("'") {
        return String(name.dropFirst(7).dropLast())
    }
    return String(name)
}
