// Wishes about a sale, beside those about a country: of which product, and what was announced to
// whom already.

extension Migration {
    static let saleWishes = Migration(
        16, "wishes about sales",
        [
            // Null for a wish that is about the country.
            "alter table wishes add column about text",
            "alter table wishes add column product text",
            "alter table wishes add column announced text",
            "create index wishes_of_sales on wishes (country, id) where about = 'sale'",
        ])
}
