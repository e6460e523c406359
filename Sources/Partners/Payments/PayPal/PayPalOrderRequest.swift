// What PayPal is told of an order: POST /v2/checkout/orders, as it goes over the wire.

import Rules

struct PayPalOrderRequest: Encodable {
    var intent = "CAPTURE"
    let purchaseUnits: [Unit]
    let paymentSource: Source

    enum CodingKeys: String, CodingKey {
        case intent
        case purchaseUnits = "purchase_units"
        case paymentSource = "payment_source"
    }

    struct Unit: Encodable {
        /// Our order number: PayPal takes money for it once (`DUPLICATE_INVOICE_ID`), whatever
        /// we do.
        let invoiceID: String
        let customID: String
        let amount: Amount
        let items: [Item]
        let shipping: Shipping

        enum CodingKeys: String, CodingKey {
            case invoiceID = "invoice_id"
            case customID = "custom_id"
            case amount, items, shipping
        }
    }

    struct Amount: Encodable {
        let currency: String
        let value: String
        let breakdown: Breakdown

        enum CodingKeys: String, CodingKey {
            case currency = "currency_code"
            case value, breakdown
        }
    }

    struct Breakdown: Encodable {
        let goods: PayPalAmount
        let shipping: PayPalAmount
        /// Duty and import fees. PayPal has no field for them; `handling` is what the payer is
        /// shown as a cost of carriage that is neither goods nor tax. An item line of its own would
        /// count as goods, in refunds and in disputes.
        let handling: PayPalAmount
        let tax: PayPalAmount

        enum CodingKeys: String, CodingKey {
            case goods = "item_total"
            case shipping, handling
            case tax = "tax_total"
        }
    }

    struct Item: Encodable {
        let name: String
        let sku: String
        let quantity: String
        let unitAmount: PayPalAmount
        var category = "PHYSICAL_GOODS"

        enum CodingKeys: String, CodingKey {
            case name, sku, quantity, category
            case unitAmount = "unit_amount"
        }
    }

    struct Shipping: Encodable {
        let name: Name
        let address: PostalAddress

        struct Name: Encodable {
            let full: String
            enum CodingKeys: String, CodingKey { case full = "full_name" }
        }
    }

    struct PostalAddress: Encodable {
        let line1: String
        let line2: String?
        let city: String
        let subdivision: String?
        let postcode: String
        let country: String

        enum CodingKeys: String, CodingKey {
            case line1 = "address_line_1"
            case line2 = "address_line_2"
            case city = "admin_area_2"
            case subdivision = "admin_area_1"
            case postcode = "postal_code"
            case country = "country_code"
        }
    }

    struct Source: Encodable {
        let paypal: Wallet

        struct Wallet: Encodable {
            let context: Context
            enum CodingKeys: String, CodingKey { case context = "experience_context" }
        }
    }

    struct Context: Encodable {
        let brandName: String?
        let locale: String
        let returnURL: String
        let cancelURL: String
        /// The payer can't change the address at PayPal: duty and tax were worked out for this one.
        var shippingPreference = "SET_PROVIDED_ADDRESS"
        var userAction = "PAY_NOW"
        /// Without it an eCheck may keep scarce units waiting for days.
        var methodPreference = "IMMEDIATE_PAYMENT_REQUIRED"

        enum CodingKeys: String, CodingKey {
            case brandName = "brand_name"
            case locale
            case returnURL = "return_url"
            case cancelURL = "cancel_url"
            case shippingPreference = "shipping_preference"
            case userAction = "user_action"
            case methodPreference = "payment_method_preference"
        }
    }
}

extension PayPalOrderRequest {
    /// Nil when PayPal can't write one of the amounts.
    init?(_ request: PaymentRequest, brandName: String?) {
        guard let amount = Amount(request) else { return nil }
        let items = request.lines.compactMap(Item.init)
        guard items.count == request.lines.count else { return nil }
        purchaseUnits = [
            Unit(
                invoiceID: request.orderNumber, customID: request.requestID, amount: amount,
                items: items,
                shipping: Shipping(
                    name: .init(full: request.address.name), address: .init(request.address)))
        ]
        paymentSource = Source(
            paypal: .init(
                context: Context(
                    brandName: brandName?.cut(to: 127),
                    locale: request.language.payPalLocale, returnURL: request.agreedURL,
                    cancelURL: request.cancelledURL)))
    }
}

extension PayPalOrderRequest.Amount {
    fileprivate init?(_ request: PaymentRequest) {
        let goods = request.lines.reduce(Money.zero(request.total.currency)) {
            $0 + $1.unitPrice * $1.quantity
        }
        guard let total = PayPalAmount(request.total), let goods = PayPalAmount(goods),
            let shipping = PayPalAmount(request.shipping),
            let handling = PayPalAmount(request.duty + request.fees),
            let tax = PayPalAmount(request.tax)
        else { return nil }
        self.init(
            currency: total.currency, value: total.value,
            breakdown: .init(goods: goods, shipping: shipping, handling: handling, tax: tax))
    }
}

extension PayPalOrderRequest.Item {
    fileprivate init?(_ line: PaymentRequest.Line) {
        guard let unitAmount = PayPalAmount(line.unitPrice) else { return nil }
        self.init(
            name: line.name.cut(to: 127), sku: line.product.cut(to: 127),
            quantity: String(line.quantity), unitAmount: unitAmount)
    }
}

extension PayPalOrderRequest.PostalAddress {
    fileprivate init(_ address: Address) {
        self.init(
            line1: address.line1, line2: address.line2, city: address.city,
            subdivision: address.subdivision, postcode: address.postcode,
            country: address.country.code)
    }
}

extension Language {
    /// PayPal's pages want a country with the language.
    fileprivate var payPalLocale: String {
        switch self {
        case .americanEnglish: "en-US"
        case .britishEnglish: "en-GB"
        case .french: "fr-FR"
        case .german: "de-DE"
        }
    }
}

extension String {
    /// Whole letters, as many as PayPal's schema takes: it counts code points.
    func cut(to most: Int) -> String {
        var text = String(unicodeScalars.prefix(most))
        if text.unicodeScalars.count < unicodeScalars.count { text.removeLast() }
        return text
    }
}
