// The pages in British English: as in American, but for a few words, dates and amounts.

import Rules

extension SitePhrases {
    static let britishEnglish: SitePhrases = {
        var phrases = americanEnglish
        phrases.promise = """
            The price you agree to is all you pay: delivery, duty and VAT are in it, and we pay them.
            """
        return phrases
    }()
}

extension SalePhrases {
    static let britishEnglish: SalePhrases = {
        var phrases = english(.britishEnglish)
        phrases.taxExcluded = "before delivery, duty and VAT"
        return phrases
    }()
}

extension CheckoutPhrases {
    static let britishEnglish: CheckoutPhrases = {
        var phrases = english(.britishEnglish)
        phrases.title = "Checkout"
        phrases.shipping = "Delivery"
        phrases.tax = "VAT"
        phrases.changeAddress = "Change address or delivery"
        return phrases
    }()
}

extension OrderPhrases {
    static let britishEnglish: OrderPhrases = {
        var phrases = english(.britishEnglish)
        let state = phrases.state
        phrases.state = { $0 == .cancelled ? "cancelled" : state($0) }
        phrases.cancelledText = "This order is cancelled. Whatever you had paid goes back to you."
        return phrases
    }()
}

extension ConsolePhrases {
    static let britishEnglish = english(.britishEnglish)
}

extension RulesPhrases {
    static let britishEnglish = english(.britishEnglish)
}

extension GuidePhrases {
    static let britishEnglish: GuidePhrases = {
        var phrases = english(.britishEnglish)
        phrases.post = { sale, opens, link in
            """
            \(sale)
            Opens \(opens). Very few units, and one price with delivery, duty and VAT in it.
            \(link)
            """
        }
        return phrases
    }()
}

extension MoneyPhrases {
    static let britishEnglish: MoneyPhrases = {
        var phrases = english(.britishEnglish)
        let reason = phrases.refundReason
        phrases.refundReason = { $0 == .cancelled ? "The order was cancelled." : reason($0) }
        return phrases
    }()
}
