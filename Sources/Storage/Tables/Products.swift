// Products as buyers see them. Their texts are kept as one JSON text per product.

package import Rules

extension Reader {
    /// Code and texts (JSON by language) of every product, by code.
    package func productTexts() throws -> [(code: String, texts: String)] {
        try all("select code, texts from products order by code limit 1000").map {
            (try $0.get(0), try $0.get(1))
        }
    }
}

extension Transaction {
    /// Describes a product, or describes it anew.
    package func put(_ product: Product, texts: String) throws {
        try run(
            """
            insert into products (code, texts) values (\(product.code), \(texts))
            on conflict (code) do update set texts = excluded.texts
            """)
    }
}
