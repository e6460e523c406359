// The scenes from the checkout on: what is agreed to, and what becomes of it.

extension Scene {
    private static let checkout = "/sales/{sale}/checkout"
    private static let review = "/sales/{sale}/review"

    /// An address that the rules of every market know how to read.
    static let address = [
        "name": "Noor Example", "line1": "{street}", "city": "{city}", "postcode": "{postcode}",
        "subdivision": "{subdivision}", "phone": "{phone}",
    ]
    static let noAddress = [
        "name": "Noor Example", "line1": "", "city": "", "postcode": "?", "phone": "12",
    ]

    static let ofBuying = [
        Scene("checkout", .held, as: "buyer", at: checkout),
        Scene("checkout-soon", .soon, as: "buyer", at: checkout),
        Scene("checkout-known", .held, as: "patient", at: checkout),
        Scene(
            "checkout-faults", .held, as: "buyer", at: checkout, sending: review, noAddress,
            status: 422),
        Scene("checkout-empty", .turn, as: "buyer", at: checkout, status: 409),
        Scene("review", .held, as: "buyer", at: checkout, sending: review, address),
        Scene(
            "review-changed", .held, as: "buyer", at: checkout,
            sending: "/sales/{sale}/order", address.merging(["agreed": "1"]) { $1 }, status: 409),
    ]

    /// Orders by what became of them, each seen by whoever placed it and is named so.
    private static func orders(_ setting: Setting, _ states: String...) -> [Scene] {
        states.map { Scene("order-\($0)", setting, as: $0, at: "/orders/{\($0)}") }
    }

    static let ofOrders =
        seen(.turn, as: "buyer", ["orders-none": "/orders"])
        + seen(.paying, as: "paid", ["orders": "/orders"])
        + orders(
            .paying, "placed", "declined", "unclear", "paid", "lapsed", "cancelled", "dispatched")
        + orders(.afterwards, "late", "customs", "overdue", "delivered")
        + orders(.parcels, "several", "followed", "missing", "lost", "again", "repaid")
        + [
            Scene("order-not-mine", .paying, as: "placed", at: "/orders/{paid}", status: 404),
            Scene(
                "order-address-faults", .paying, as: "paid", at: "/orders/{paid}",
                sending: "/orders/{paid}/address", noAddress, status: 422),
            Scene(
                "return-faults", .afterwards, as: "delivered", at: "/orders/{delivered}",
                sending: "/orders/{delivered}/return", status: 422),
            Scene("return-asked", .afterwards, as: "returning", at: "/orders/{returning}"),
            Scene("return-sent", .afterwards, as: "sentback", at: "/orders/{sentback}"),
            Scene("return-refunded", .afterwards, as: "returned", at: "/orders/{returned}"),
            Scene("withdraw", .announced, at: "/withdraw"),
            Scene(
                "withdraw-faults", .announced, sending: "/withdraw",
                ["order": "", "name": "", "mail": "nobody"], status: 422),
            Scene(
                "withdraw-check", .afterwards, as: "delivered",
                at: "/withdraw?order={delivered}", sending: "/withdraw",
                ["order": "{delivered}", "name": "Noor Example", "mail": "delivered@example.com"]),
            Scene(
                "withdraw-unknown", .afterwards, sending: "/withdraw",
                ["order": "7777-7777", "name": "Noor Example", "mail": "noor@example.com"]),
            Scene("withdraw-receipt", .afterwards, at: "/withdraw/{withdrawal}"),
            Scene("withdraw-receipt-stray", .afterwards, at: "/withdraw/{stray}"),
        ]
}
