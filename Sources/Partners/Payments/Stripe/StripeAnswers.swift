// What Stripe answers, as it comes over the wire: only what we act on, and every field may be
// missing, because what comes from outside is checked where it is used.

import Rules

struct StripeSession: Decodable {
    let id: String
    let status: String?
    let url: String?
    let intent: Intent?

    enum CodingKeys: String, CodingKey {
        case id, status, url
        case intent = "payment_intent"
    }

    /// Expanded when we ask for it, else its id.
    enum Intent: Decodable {
        case whole(StripeIntent)
        case named(String)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let name = try? value.decode(String.self) {
                self = .named(name)
            } else {
                self = .whole(try value.decode(StripeIntent.self))
            }
        }
    }

    var intentID: String? {
        switch intent {
        case .whole(let intent): intent.id
        case .named(let name): name
        case nil: nil
        }
    }
}

struct StripeIntent: Decodable {
    let id: String
    let status: String?
    let amount: Int64?
    let received: Int64?
    let currency: String?
    let failure: StripeError?

    enum CodingKeys: String, CodingKey {
        case id, status, amount, currency
        case received = "amount_received"
        case failure = "last_payment_error"
    }

    /// What came; nil when nobody can read it.
    var taken: Money? {
        guard let units = received ?? amount, let currency else { return nil }
        return StripeAmount(currency: currency, units: units).money
    }
}

struct StripeRefund: Decodable {
    let id: String
    let status: String?
    let amount: Int64?
    let currency: String?
    let failure: String?

    enum CodingKeys: String, CodingKey {
        case id, status, amount, currency
        case failure = "failure_reason"
    }
}

struct ToldStripeError: Decodable { let error: StripeError }

/// Stripe said no, in its own format.
struct StripeError: Decodable {
    let type: String?
    let code: String?
    let declineCode: String?
    let message: String?
    /// The intent that it is about, in the state it is in.
    let intent: Intent?

    struct Intent: Decodable { let status: String? }

    enum CodingKeys: String, CodingKey {
        case type, code, message
        case declineCode = "decline_code"
        case intent = "payment_intent"
    }

    /// The code that says most. A bank that gives no reason says `generic_decline`, and the code
    /// beside it then says more where it isn't the plain `card_declined`.
    var told: String {
        if let declineCode, declineCode != "generic_decline" { return declineCode }
        if let code, code != "card_declined" { return code }
        return declineCode ?? code ?? type ?? "error"
    }
}
