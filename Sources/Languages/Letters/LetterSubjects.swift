// What the letters are about, as plain values: a letter is written from these and nothing else.

package import Rules

/// An order with everything its total is made of.
package struct OrderLetter: Hashable, Sendable {
    package let number: String
    package let items: [Item]
    package let shipping: Money
    package let duty: Money
    package let tax: Money
    package let fees: Money
    package let total: Money
    /// The last day on which the parcel leaves the warehouse.
    package let promise: Day
    /// The order's page.
    package let link: String
    /// Nil where it isn't known: the market or the goods are no longer in the rules.
    package let wayBack: WayBack?

    package init(
        number: String, items: [Item], shipping: Money, duty: Money, tax: Money, fees: Money,
        total: Money, promise: Day, link: String, wayBack: WayBack?
    ) {
        self.number = number
        self.items = items
        self.shipping = shipping
        self.duty = duty
        self.tax = tax
        self.fees = fees
        self.total = total
        self.promise = promise
        self.link = link
        self.wayBack = wayBack
    }

    package struct Item: Hashable, Sendable {
        package let name: String
        package let quantity: Int
        package let goods: Money

        package init(name: String, quantity: Int, goods: Money) {
            self.name = name
            self.quantity = quantity
            self.goods = goods
        }
    }
}

/// Units that came back and are held for somebody who stood by.
package struct UnitsLetter: Hashable, Sendable {
    package let product: String
    package let quantity: Int
    /// Wall time.
    package let expires: Moment
    /// The page of the round.
    package let link: String

    package init(product: String, quantity: Int, expires: Moment, link: String) {
        self.product = product
        self.quantity = quantity
        self.expires = expires
        self.link = link
    }
}

/// How goods go back, as far as it is known when the letter is written.
package struct WayBack: Hashable, Sendable {
    /// Days after the delivery.
    package let days: Int
    package let cost: Cost

    package init(days: Int, cost: Cost) {
        self.days = days
        self.cost = cost
    }

    package enum Cost: Hashable, Sendable {
        /// The buyer pays it: about so much for all of the order.
        case buyer(Money)
        case store
        /// No carrier takes these goods back: they are refunded without it.
        case notSent
    }
}

/// The day a parcel was received, and the last day to ask to send it back.
package struct DeliveryLetter: Hashable, Sendable {
    package let day: Day
    package let lastReturnDay: Day

    package init(day: Day, lastReturnDay: Day) {
        self.day = day
        self.lastReturnDay = lastReturnDay
    }
}

package struct RefundLetter: Hashable, Sendable {
    package let orderNumber: String
    package let amount: Money
    package let reason: Refund.Reason
    package let link: String

    package init(orderNumber: String, amount: Money, reason: Refund.Reason, link: String) {
        self.orderNumber = orderNumber
        self.amount = amount
        self.reason = reason
        self.link = link
    }
}

/// So many of something.
package struct LetterUnits: Hashable, Sendable {
    package let name: String
    package let quantity: Int

    package init(_ name: String, _ quantity: Int) {
        self.name = name
        self.quantity = quantity
    }
}

extension [LetterUnits] {
    /// `2 × Mi Band, 1 × Mi Headphones`.
    func said(_ formats: Formats) -> String {
        map { "\(formats.number($0.quantity)) × \($0.name)" }.joined(separator: ", ")
    }
}

package struct ReturnLetter: Hashable, Sendable {
    package let orderNumber: String
    /// What the buyer writes on the parcel, so that it is known on arrival.
    package let returnNumber: String
    package let units: [LetterUnits]
    /// Where to, line by line, in the writing of the country of arrival.
    package let address: [String]
    package let cost: WayBack.Cost
    /// The last day to hand the parcel over.
    package let lastDay: Day
    package let link: String

    package init(
        orderNumber: String, returnNumber: String, units: [LetterUnits], address: [String],
        cost: WayBack.Cost, lastDay: Day, link: String
    ) {
        self.orderNumber = orderNumber
        self.returnNumber = returnNumber
        self.units = units
        self.address = address
        self.cost = cost
        self.lastDay = lastDay
        self.link = link
    }
}

extension OrderLetter {
    /// The lines of a bill, in the words of a language. What costs nothing is left out, except the
    /// freight and duty, about which everybody asks.
    func bill(
        _ formats: Formats, shipping: String, duty: String, tax: String, fees: String,
        total: String, colon: String = ":"
    ) -> String {
        var lines = items.map { item in
            "\(formats.number(item.quantity)) × \(item.name)\(colon) \(formats.money(item.goods))"
        }
        lines.append("\(shipping)\(colon) \(formats.money(self.shipping))")
        lines.append("\(duty)\(colon) \(formats.money(self.duty))")
        if !self.tax.isZero { lines.append("\(tax)\(colon) \(formats.money(self.tax))") }
        if !self.fees.isZero { lines.append("\(fees)\(colon) \(formats.money(self.fees))") }
        lines.append("\(total)\(colon) \(formats.money(self.total))")
        return lines.map { "  " + $0 }.joined(separator: "\n")
    }
}
