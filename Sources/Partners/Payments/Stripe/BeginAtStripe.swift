// Stripe is told what is owed, and names the page where the payer types in a card.

import Logging
package import Rules

extension Stripe {
    /// A page is open for a day at most; a new one is then asked for under the next key.
    private static let mostPages = 20

    package func begin(_ request: PaymentRequest) async -> Begun {
        guard let form = StripeForm(request) else {
            log.error("Stripe can't be asked for \(request.total): not an amount it deals in")
            return .unavailable("\(request.total.currency) isn't an amount Stripe deals in")
        }
        for page in 1...Self.mostPages {
            let key = "begin-\(request.requestID)" + (page == 1 ? "" : "-\(page)")
            switch await connection.post("/v1/checkout/sessions", key: key, form) {
            case .accepted(let body):
                guard let told = StripeAnswer.read(StripeSession.self, body) else {
                    return .unavailable("Stripe's answer can't be read")
                }
                // Under a key that was used before comes the answer from then; what has become of
                // the page meanwhile, only the page itself says.
                guard let begun = await openPage(told, orElse: request.agreedURL) else { continue }
                return begun
            case .refused(let status, let error):
                // Not the buyer's doing: an amount, an address or our account isn't as it should.
                log.error("Stripe doesn't take \(request.orderNumber): \(status) \(error.told)")
                return .unavailable(error.told)
            case .unclear(let trouble):
                return .unavailable(trouble)
            }
        }
        return .unavailable("too many pages were opened for \(request.orderNumber)")
    }

    /// Nil when the page is closed and nothing came of it.
    private func openPage(_ told: StripeSession, orElse agreedURL: String) async -> Begun? {
        switch await read(told.id) {
        case .created, .declined:
            guard let url = told.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
                return .unavailable("a page without an address")
            }
            return .begun(reference: told.id, approveURL: url)
        // Who comes back having paid already is sent on as Stripe would.
        case .approved, .captured, .pending:
            return .begun(reference: told.id, approveURL: agreedURL)
        case .voided, .notFound: return nil
        case .unknown(let trouble): return .unavailable(trouble)
        }
    }
}

extension StripeForm {
    /// Nil when Stripe can't write one of the amounts.
    init?(_ request: PaymentRequest) {
        self.init()
        self["mode"] = "payment"
        self["client_reference_id"] = request.requestID
        self["success_url"] = request.agreedURL
        self["cancel_url"] = request.cancelledURL
        self["locale"] = request.language.stripeLocale
        // Cards, and the phones that hold cards: what is captured within minutes or not at all.
        self["allowed_payment_method_types[0]"] = "card"
        // The price was agreed to in the market's currency; Stripe mustn't offer it in another.
        self["adaptive_pricing[enabled]"] = "false"
        self["metadata[payment]"] = request.requestID
        self["metadata[order]"] = request.orderNumber
        let intent = "payment_intent_data"
        self["\(intent)[capture_method]"] = "manual"
        self["\(intent)[description]"] = request.orderNumber
        self["\(intent)[metadata][payment]"] = request.requestID
        self["\(intent)[metadata][order]"] = request.orderNumber
        add(shipping: request.address, to: intent)
        guard add(linesOf: request) else { return nil }
    }

    private mutating func add(shipping address: Address, to intent: String) {
        let shipping = "\(intent)[shipping]"
        self["\(shipping)[name]"] = address.name
        self["\(shipping)[phone]"] = address.phone
        self["\(shipping)[address][line1]"] = address.line1
        self["\(shipping)[address][line2]"] = address.line2
        self["\(shipping)[address][city]"] = address.city
        self["\(shipping)[address][state]"] = address.subdivision
        self["\(shipping)[address][postal_code]"] = address.postcode
        self["\(shipping)[address][country]"] = address.country.code
    }

    /// The goods, then one line for each of the costs around them: the page shows what the review
    /// showed, and the sum is the sum that was agreed to.
    private mutating func add(linesOf request: PaymentRequest) -> Bool {
        let names = request.costNames
        let costs = [
            (names.shipping, request.shipping), (names.duty, request.duty + request.fees),
            (names.tax, request.tax),
        ]
        let lines =
            request.lines.map { ($0.name, $0.unitPrice, $0.quantity) }
            + costs.filter { !$0.1.isZero }.map { ($0.0, $0.1, 1) }
        for (index, (name, price, quantity)) in lines.enumerated() {
            guard let amount = StripeAmount(price) else { return false }
            let line = "line_items[\(index)]"
            self["\(line)[quantity]"] = String(quantity)
            self["\(line)[price_data][currency]"] = amount.currency
            self["\(line)[price_data][unit_amount]"] = String(amount.units)
            self["\(line)[price_data][product_data][name]"] = name.cut(to: 250)
        }
        return true
    }
}

extension Language {
    fileprivate var stripeLocale: String {
        switch self {
        case .americanEnglish: "en"
        case .britishEnglish: "en-GB"
        case .french: "fr"
        case .german: "de"
        }
    }
}
