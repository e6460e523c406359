// The scenes from the checkout on: what is agreed to, what becomes of it, and who one is.

extension Scene {
    private static let checkout = "/sales/{sale}/checkout"
    private static let review = "/sales/{sale}/review"

    /// An address that the rules of every market know how to read.
    private static let address = [
        "name": "Noor Example", "line1": "{street}", "city": "{city}", "postcode": "{postcode}",
        "subdivision": "{subdivision}", "phone": "{phone}",
    ]

    static let ofBuying = [
        Scene("checkout", .held, as: "buyer", at: checkout),
        Scene("checkout-soon", .soon, as: "buyer", at: checkout),
        Scene(
            "checkout-faults", .held, as: "buyer", at: checkout, sending: review,
            ["name": "Noor Example", "line1": "", "city": "", "postcode": "?", "phone": "12"],
            status: 422),
        Scene("checkout-empty", .turn, as: "buyer", at: checkout, status: 409),
        Scene("review", .held, as: "buyer", at: checkout, sending: review, address),
        Scene(
            "review-changed", .held, as: "buyer", at: checkout,
            sending: "/sales/{sale}/order", address.merging(["agreed": "1"]) { $1 }, status: 409),
    ]

    static let ofOrders = [
        Scene("orders-none", .turn, as: "buyer", at: "/orders"),
        Scene("orders", .paying, as: "paid", at: "/orders"),
        Scene("order-placed", .paying, as: "placed", at: "/orders/{placed}"),
        Scene("order-declined", .paying, as: "declined", at: "/orders/{declined}"),
        Scene("order-unclear", .paying, as: "unclear", at: "/orders/{unclear}"),
        Scene("order-paid", .paying, as: "paid", at: "/orders/{paid}"),
        Scene("order-lapsed", .paying, as: "lapsed", at: "/orders/{lapsed}"),
        Scene("order-cancelled", .paying, as: "cancelled", at: "/orders/{cancelled}"),
        Scene("order-late", .afterwards, as: "late", at: "/orders/{late}"),
        Scene("order-dispatched", .paying, as: "dispatched", at: "/orders/{dispatched}"),
        Scene("order-customs", .afterwards, as: "customs", at: "/orders/{customs}"),
        Scene("order-overdue", .afterwards, as: "overdue", at: "/orders/{overdue}"),
        Scene("order-delivered", .afterwards, as: "delivered", at: "/orders/{delivered}"),
        Scene("return-asked", .afterwards, as: "returning", at: "/orders/{returning}"),
        Scene("return-sent", .afterwards, as: "sentback", at: "/orders/{sentback}"),
        Scene("return-refunded", .afterwards, as: "returned", at: "/orders/{returned}"),
        Scene("order-not-mine", .paying, as: "placed", at: "/orders/{paid}", status: 404),
        Scene("withdraw", .announced, at: "/withdraw"),
        Scene(
            "withdraw-faults", .announced, at: "/withdraw", sending: "/withdraw",
            ["order": "", "name": "", "mail": "nobody"], status: 422),
        Scene(
            "withdraw-check", .afterwards, as: "delivered",
            at: "/withdraw?order={delivered}", sending: "/withdraw",
            ["order": "{delivered}", "name": "Noor Example", "mail": "delivered@example.com"]),
        Scene(
            "withdraw-unknown", .afterwards, at: "/withdraw", sending: "/withdraw",
            ["order": "7777-7777", "name": "Noor Example", "mail": "noor@example.com"]),
        Scene("withdraw-receipt", .afterwards, at: "/withdraw/{withdrawal}"),
        Scene("withdraw-receipt-stray", .afterwards, at: "/withdraw/{stray}"),
    ]

    static let ofPeople = [
        Scene("signup", .announced, at: "/signup"),
        Scene(
            "signup-faults", .announced, at: "/signup", sending: "/signup",
            ["name": "", "mail": "nobody", "password": "short"], status: 422),
        Scene(
            "signup-sent", .announced, at: "/signup", sending: "/signup",
            ["name": "Noor", "mail": "noor@example.com", "password": "three small ducks"]),
        Scene("confirm", .announced, at: "/confirm/{confirmation}"),
        Scene(
            "confirm-expired", .announced, at: "/confirm/old", sending: "/confirm/old",
            status: 410),
        Scene("login", .announced, at: "/login"),
        Scene(
            "login-refused", .announced, at: "/login", sending: "/login",
            ["mail": "somebody{visit}@example.com", "password": "wrong"], status: 401),
        Scene("login-changed", .announced, at: "/login?changed=1"),
        Scene("login-out", .announced, at: "/login?out=1"),
        Scene("reset", .announced, at: "/reset"),
        Scene(
            "reset-sent", .announced, at: "/reset", sending: "/reset",
            ["mail": "noor@example.com"]),
        Scene("reset-new", .announced, at: "/reset/token"),
        Scene(
            "reset-expired", .announced, at: "/reset/token", sending: "/reset/token",
            ["password": "short"], status: 410),
        Scene("account", .announced, as: "buyer", at: "/account"),
        Scene("account-saved", .announced, as: "buyer", at: "/account?saved=1"),
        Scene("account-confirmed", .announced, as: "buyer", at: "/account?confirmed=1"),
        Scene("account-unconfirmed", .announced, as: "newcomer", at: "/account"),
        Scene("elsewhere", .announced, at: "/elsewhere?country=AT"),
        Scene(
            "elsewhere-faults", .announced, at: "/elsewhere", sending: "/elsewhere",
            ["country": "", "mail": "nobody"], status: 422),
        Scene(
            "elsewhere-sent", .announced, at: "/elsewhere", sending: "/elsewhere",
            ["country": "AT", "mail": "noor@example.com"]),
        Scene("wish", .announced, at: "/wishes/{wish}"),
        Scene("tell-me", .announced, at: "/tell-me"),
        Scene("tell-me-product", .announced, as: "buyer", at: "/tell-me?product=handset"),
        Scene(
            "tell-me-faults", .announced, at: "/tell-me", sending: "/tell-me",
            ["product": "", "mail": "nobody"], status: 422),
        Scene(
            "tell-me-sent", .announced, at: "/tell-me", sending: "/tell-me",
            ["product": "", "mail": "noor@example.com"]),
        Scene("tell-me-confirm", .announced, at: "/wishes/{call}"),
        Scene("nothing-here", .announced, at: "/nothing/here", status: 404),
        Scene("not-allowed", .announced, as: "buyer", at: "/console", status: 403),
        Scene("failed", .broken, at: "/", status: 500),
    ]

    static let ofTheConsole = [
        Scene("console-quiet", .announced, as: "clerk", at: "/console"),
        Scene("console-live", .allheld, as: "clerk", at: "/console"),
        Scene("console-paused", .paused, as: "clerk", at: "/console"),
        Scene("console-later", .afterwards, as: "clerk", at: "/console"),
        Scene(
            "console-refused", .afterwards, as: "clerk", at: "/console",
            sending: "/console/orders/{late}/dispatch", ["carrier": "", "tracking_number": ""],
            status: 422),
        Scene("console-rules", .announced, as: "clerk", at: "/console/rules"),
        Scene("console-returns", .afterwards, as: "clerk", at: "/console/returns"),
        Scene("console-returns-none", .announced, as: "clerk", at: "/console/returns"),
        Scene("console-customs", .afterwards, as: "clerk", at: "/console/customs"),
        Scene("console-customs-none", .announced, as: "clerk", at: "/console/customs"),
        Scene(
            "console-customs-case", .afterwards, as: "clerk",
            at: "/console/customs/{case}"),
        Scene("console-deadlines", .afterwards, as: "clerk", at: "/console/deadlines"),
        Scene("console-deadlines-none", .announced, as: "clerk", at: "/console/deadlines"),
        Scene("console-money", .afterwards, as: "clerk", at: "/console/money"),
        Scene("console-money-none", .announced, as: "clerk", at: "/console/money"),
        Scene("console-clusters", .room, as: "clerk", at: "/console/rounds/{round1}/clusters"),
        Scene(
            "console-clusters-none", .announced, as: "clerk",
            at: "/console/rounds/{round1}/clusters"),
        Scene("console-picklist", .paying, as: "clerk", at: "/console/picklist"),
        Scene("console-picklist-none", .announced, as: "clerk", at: "/console/picklist"),
        Scene("console-papers", .paying, as: "clerk", at: "/console/orders/{paid}/papers"),
        Scene("console-order", .paying, as: "clerk", at: "/orders/{paid}"),
    ]
}
