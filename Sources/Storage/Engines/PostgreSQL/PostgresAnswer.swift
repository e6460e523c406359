// What PostgreSQL answered: rows, a count of changes, or an error.
import CLibpq

final class PostgresAnswer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// What was done: `COMMIT`, `INSERT 0 5`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// Rows inserted, changed or deleted.
    var changes: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    func rows() throws -> [Row] {
        let fields = 0..<PQnfields(result)
        let columns = fields.map { String(cString: PQfname(result, $0)) }
        let types = fields.map { PQftype(result, $0) }
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(result)))
        for line in 0..<PQntuples(result) {
            let values = try fields.map { try value(line, $0, types[Int($0)]) }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    /// The parts of an error, by the letters of PG_DIAG_… in postgres_ext.h, which Swift can't see.
    enum ErrorField: Character {
        case state = "C"
        case message = "M"
        case detail = "D"
        case table = "t"
        case column = "c"
        case constraint = "n"
    }

    func field(_ field: ErrorField) -> String? {
        let letter = Int32(field.rawValue.asciiValue ?? 0)
        return PQresultErrorField(result, letter).map { String(cString: $0) }
    }

    private func value(_ line: Int32, _ field: Int32, _ type: Oid) throws -> SQLValue {
        if PQgetisnull(result, line, field) == 1 { return .null }
        let length = Int(PQgetlength(result, line, field))
        let raw = UnsafeRawBufferPointer(start: PQgetvalue(result, line, field), count: length)
        switch type {
        case 20, 21, 23, 1700:  // int8, int2, int4; and numeric, which a sum of int8 is
            guard let number = Int64(String(decoding: raw, as: UTF8.self)) else {
                throw FloatingPointRead()
            }
            return .integer(number)
        case 16:  // bool, which a comparison is
            return .integer(raw.first == UInt8(ascii: "t") ? 1 : 0)
        case 17:  // bytea
            guard let bytes = bytes(ofHex: raw.dropFirst(2)) else {
                throw UnreadableValue(expected: "bytes", found: .text(""))
            }
            return .bytes(bytes)
        case 700, 701: throw FloatingPointRead()
        default: return .text(String(decoding: raw, as: UTF8.self))
        }
    }
}
