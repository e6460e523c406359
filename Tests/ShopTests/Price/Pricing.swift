// What the tests of the price share: the shipped rules, and a short way to write a basket.
import Rules
import Shop
import Testing

/// Read once: the rules are a value.
let shippedRules: Rulebook = {
    do {
        return try Rulebook.load(directory: nil)
    } catch {
        fatalError("the shipped rules are broken: \(error)")
    }
}()

let modelMarkets = ["US", "GB", "FR", "DE"].map { Country($0)! }

extension Rulebook {
    /// `power-bank-10400:2@14.00 band:1@15.00`, prices in the market's currency.
    func basket(_ text: String, in country: Country, freight: String?) -> Basket {
        let currency = markets[country]!.currency
        let lines = text.split(separator: " ").map { item in
            let parts = item.split(whereSeparator: { $0 == ":" || $0 == "@" }).map(String.init)
            let price =
                parts.count > 2
                ? Money(decimal: parts[2], currency)! : listPrices[parts[0]]![country]!
            return Basket.Line(wares[parts[0]]!, quantity: Int(parts[1])!, unitPrice: price)
        }
        let carriage = freight.map { Basket.Carriage.fixed(Money(decimal: $0, currency)!) }
        return Basket(lines, by: carriage ?? .standard)
    }

    func quote(
        _ text: String, in country: String, on day: String, freight: String? = nil
    ) throws -> Quote {
        let country = Country(country)!
        return try LandedCost.quote(
            basket: basket(text, in: country, freight: freight),
            destination: markets[country]!.typicalDestination, on: Day(day)!, rules: self)
    }
}
