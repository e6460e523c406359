// What a parcel's share of a quote is at customs, heading by heading. The shares of all parcels of
// an order add up to its quote, to the cent, whatever the order in which they leave.

extension CustomsCase.Charges {
    /// - Parameter sent: units of each product that left in other parcels.
    package init(of items: [ParcelPlan.Item], after sent: [String: Int], quote: Quote) {
        let worth = ReturnWorth(of: items.returned, after: sent, quote: quote, freight: .all)
        let headings = Dictionary(grouping: items) { quote.heading(of: $0.product) }
        self.init(
            duty: worth.duty, tax: worth.tax, fees: worth.fees,
            lines: headings.sorted { $0.key < $1.key }.map { heading, items in
                let part = ReturnWorth(
                    of: items.returned, after: sent, quote: quote, freight: .all)
                return Line(heading: heading, duty: part.duty, tax: part.tax, goods: part.goods)
            })
    }
}

extension Quote {
    fileprivate func heading(of product: String) -> String {
        lines.first { $0.product == product }?.tariffClass ?? product
    }

    /// The whole of it, for what left when an order had one parcel.
    var headings: [CustomsCase.Charges.Line] {
        let all = lines.map { ParcelPlan.Item(product: $0.product, quantity: $0.quantity) }
        return CustomsCase.Charges(of: all, after: [:], quote: self).lines
    }
}

extension [ParcelPlan.Item] {
    package var returned: [Return.Item] { map { Return.Item($0.product, $0.quantity) } }
}
