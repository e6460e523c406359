// What is to be priced: wares, how many, at which price, and how they are to travel.

package struct Basket: Hashable, Sendable {
    package var lines: [Line]
    package var carriage: Carriage

    package init(_ lines: [Line], by carriage: Carriage = .standard) {
        self.lines = lines
        self.carriage = carriage
    }

    package struct Line: Hashable, Sendable {
        package var ware: Ware
        package var quantity: Int
        /// In the market's currency, without tax and duty; those follow from the destination.
        package var unitPrice: Money

        package init(_ ware: Ware, quantity: Int, unitPrice: Money) {
            self.ware = ware
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    package enum Carriage: Hashable, Sendable {
        /// The cheapest method that takes the parcels.
        case standard
        /// A method by its code: `express`.
        case method(String)
        /// A freight that was agreed or published elsewhere; no table is asked.
        case fixed(Money)
    }
}
