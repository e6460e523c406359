// A quote is kept with its order as JSON, and read again as the same quote.
import Foundation
import Rules
import Shop
import Testing

struct QuoteKeepingTests {
    @Test(arguments: modelMarkets)
    func `a quote that was written is read as the same quote`(country: Country) throws {
        let quote = try shippedRules.quote(
            "band:2 power-bank-10400:1 headphones:1", in: country.code, on: "2026-11-23")
        let text = try JSONEncoder().encode(quote)
        #expect(try JSONDecoder().decode(Quote.self, from: text) == quote)
    }

    @Test func `a dearer method is paid, and the cheapest is remembered for a refund`() throws {
        let country = Country("DE")!
        var basket = shippedRules.basket("headphones:1", in: country, freight: nil)
        func quote() throws -> Quote {
            try LandedCost.quote(
                basket: basket, destination: shippedRules.markets[country]!.typicalDestination,
                on: Day("2026-11-23")!, rules: shippedRules)
        }
        let cheapest = try quote()
        #expect(cheapest.carriage?.method == "post")
        basket.carriage = .method("express")
        let express = try quote()
        #expect(express.shipping > cheapest.shipping)
        #expect(express.standardShipping == cheapest.shipping)
        basket.carriage = .method("pigeon")
        #expect(throws: Refusal.noShippingMethod) { try quote() }
    }

    @Test func `no basket, too much, and no market are refused`() throws {
        let country = Country("DE")!
        let nothing = Basket([])
        func quote(_ basket: Basket, _ to: String) throws -> Quote {
            try LandedCost.quote(
                basket: basket, destination: Destination(country: Country(to)!),
                on: Day("2026-11-23")!, rules: shippedRules)
        }
        #expect(throws: Refusal.basketEmpty) { try quote(nothing, "DE") }
        #expect(throws: Refusal.marketUnknown) { try quote(nothing, "AT") }
        let many = shippedRules.basket("band:1001", in: country, freight: nil)
        #expect(throws: Refusal.self) { try quote(many, "DE") }
    }
}
