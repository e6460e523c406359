// Many rows bound at once, column by column: an array a column is what PostgreSQL can unnest, and
// what lets the text of a statement stay the same whatever the number of rows.

struct SQLRows: Sendable {
    let name: String
    let columns: [Column]
    let count: Int

    struct Column: Sendable {
        let name: String
        let type: SQLType
        var values: [SQLValue]
    }

    /// With no rows nothing says what a column holds, and nothing depends on it: text will do.
    init(_ rows: [[any SQLBindable]], name: String, columns names: [String]) {
        self.name = name
        count = rows.count
        var columns: [Column] = []
        for (index, name) in names.enumerated() {
            let type = rows.first.map { Swift.type(of: $0[index]).sqlType } ?? .text
            columns.append(Column(name: name, type: type, values: []))
            columns[index].values.reserveCapacity(rows.count)
        }
        for row in rows {
            precondition(row.count == names.count, "a row has another number of values")
            for index in names.indices {
                let value = row[index].sqlValue
                precondition(
                    value.type == nil || value.type == columns[index].type,
                    "the column \(names[index]) mixes types")
                columns[index].values.append(value)
            }
        }
        self.columns = columns
    }

    /// The same rows under another name.
    init(naming name: String, like other: SQLRows) {
        self.name = name
        columns = other.columns
        count = other.count
    }
}
