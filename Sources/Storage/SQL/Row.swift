// One row of an answer: values by the names of their columns.

package struct Row: Sendable {
    let columns: [String]
    let values: [SQLValue]

    /// Throws `UnreadableValue` when the value is something else, or there is no such column.
    /// Optional types read null as nil.
    package func get<T: SQLReadable>(_ column: String, as type: T.Type = T.self) throws -> T {
        guard let index = columns.firstIndex(of: column) else { throw NoSuchColumn(column: column) }
        return try get(index)
    }

    /// Every value with the name of its column, for who tells all there is.
    package var named: [(column: String, value: SQLValue)] {
        zip(columns, values).map { ($0, $1) }
    }

    /// By position, counted from 0.
    package func get<T: SQLReadable>(_ index: Int, as type: T.Type = T.self) throws -> T {
        guard values.indices.contains(index) else { throw NoSuchColumn(column: "\(index)") }
        do {
            return try T(sqlValue: values[index])
        } catch var unreadable as UnreadableValue {
            unreadable.column = columns[index]
            throw unreadable
        }
    }
}

/// The code asks for a column that its statement doesn't select.
package struct NoSuchColumn: Error {
    package let column: String
}
