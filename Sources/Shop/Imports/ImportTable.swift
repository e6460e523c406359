// A table that is imported: its rows by the names of their columns, and what is wrong with them, by
// line and column.

import Rules

enum ImportTable {
    /// More than a day's parcels of any limited sale; a bound keeps the one transaction short.
    static let mostRows = 2000
    /// Of a file, in bytes.
    static let mostBytes = 1_048_576

    struct Row {
        let line: Int
        fileprivate let fields: [String: String]

        /// Empty where the column or the field is.
        subscript(column: String) -> String { fields[column] ?? "" }

        /// Throws `ImportFault` for an empty field.
        func text(_ column: String, most: Int = 60) throws(ImportTrouble) -> String {
            let text = self[column]
            guard !text.isEmpty else { throw trouble(column, .missing) }
            guard text.count <= most else { throw trouble(column, .malformed) }
            return text
        }

        func day(_ column: String) throws(ImportTrouble) -> Day? {
            guard !self[column].isEmpty else { return nil }
            guard let day = Day(self[column]) else { throw trouble(column, .malformed) }
            return day
        }

        func trouble(_ column: String?, _ problem: ImportFault.Problem) -> ImportTrouble {
            ImportTrouble(fault: ImportFault(line: line, column: column, problem))
        }
    }

    /// Throws `ImportTrouble`: no table, too long, a column that is missing.
    static func read(_ text: String, columns: [String]) throws(ImportTrouble) -> [Row] {
        guard text.utf8.count <= mostBytes else {
            throw ImportTrouble(
                fault: ImportFault(line: 1, column: nil, .tooManyRows(most: mostRows)))
        }
        let rows: [CSV.Row]
        do throws(CSV.Fault) {
            rows = try CSV.read(text, most: mostRows + 1)
        } catch {
            switch error {
            case .quotation(let line):
                throw ImportTrouble(fault: ImportFault(line: line, column: nil, .quotation))
            case .tooManyRows:
                throw ImportTrouble(
                    fault: ImportFault(
                        line: mostRows + 2, column: nil, .tooManyRows(most: mostRows)))
            }
        }
        let names = (rows.first?.fields ?? []).map { $0.lowercased().filter { $0 != " " } }
        for column in columns where !names.contains(column) {
            throw ImportTrouble(
                fault: ImportFault(line: rows.first?.line ?? 1, column: column, .noColumn))
        }
        return rows.dropFirst().map { row in
            Row(line: row.line, fields: Dictionary(zip(names, row.fields)) { first, _ in first })
        }
    }
}

struct ImportTrouble: Error {
    let fault: ImportFault
}
