// What PostgreSQL's errors mean to the shop.

/// A trouble that may be gone at the next attempt, with nothing written so far.
enum PassingTrouble: Error {
    case lost(String)
    case collided(String)

    var isLoss: Bool {
        switch self {
        case .lost: true
        case .collided: false
        }
    }

    var reason: String {
        switch self {
        case .lost(let reason), .collided(let reason): reason
        }
    }

    /// What it is called when no attempt is left.
    var atLast: any Error {
        switch self {
        case .lost(let reason): StorageUnavailable(reason: reason)
        case .collided(let reason): StorageBusy(reason: reason)
        }
    }
}

extension PostgresAnswer {
    func failure(in statement: String) -> any Error {
        let code = field(.state) ?? "?????"
        let message = field(.message) ?? "no message"
        switch code {
        case "40001", "40P01":
            return PassingTrouble.collided(message)
        case "55P03":  // lock_timeout
            return StorageBusy(reason: message)
        case "57P01", "57P02", "57P03":  // shut down, crashed, starting up
            return PassingTrouble.lost(message)
        case "0A000" where message.hasPrefix("cached plan"):
            // The schema has changed under prepared statements; a new connection has none.
            return PassingTrouble.lost(message)
        default: break
        }
        if let violation = violation(code, message) { return violation }
        return StatementFailed(code: code, message: message, statement: statement)
    }

    private func violation(_ code: String, _ message: String) -> ConstraintViolation? {
        let constraint = field(.constraint) ?? ""
        let table = field(.table) ?? ""
        func violation(_ kind: ConstraintViolation.Kind, _ name: String) -> ConstraintViolation {
            ConstraintViolation(kind: kind, name: name, detail: "\(message) (\(constraint))")
        }
        switch code {
        case "23505":
            let columns = field(.detail).flatMap(keyColumns)
            let name = columns?.map { "\(table).\($0)" }.joined(separator: ", ")
            return violation(.unique, name ?? constraint)
        case "23514": return violation(.check, constraint)
        case "23502": return violation(.notNull, "\(table).\(field(.column) ?? "")")
        case "23503": return violation(.foreignKey, "")
        default: return nil
        }
    }
}

/// `Key (sale, number)=(…) already exists.` gives sale and number; nil for an expression.
private func keyColumns(_ detail: String) -> [String]? {
    guard let opening = detail.firstIndex(of: "("),
        let closing = detail.firstRange(of: ")=(")?.lowerBound
    else { return nil }
    let columns = detail[detail.index(after: opening)..<closing].split(separator: ",").map {
        String($0.drop { $0 == " " })
    }
    let arePlain = columns.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    return arePlain ? columns : nil
}
