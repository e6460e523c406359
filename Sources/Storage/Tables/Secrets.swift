// The shop's own keys.

import Rules

extension Transaction {
    /// The key of that name; `fresh` becomes it if there is none yet.
    package func secret(_ name: String, orElse fresh: [UInt8]) throws -> [UInt8] {
        try run(
            """
            insert into secrets (name, secret) values (\(name), \(fresh))
            on conflict (name) do nothing
            """)
        return try one("select secret from secrets where name = \(name)").get(0)
    }
}
