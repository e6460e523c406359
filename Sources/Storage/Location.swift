// Where the shop keeps its rows: a file, or a PostgreSQL cluster. One word in the configuration.

package enum Location: Hashable, Sendable {
    case sqlite(path: String)
    /// Handed to libpq as it is, so it may name several hosts.
    case postgres(url: String)

    /// Reads what `--database` was given: a `postgres://` URL, or else a path.
    package init(_ text: String) {
        let isURL = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
        self = isURL ? .postgres(url: text) : .sqlite(path: text)
    }
}
