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
    let charge: StripeCharge?

    enum CodingKeys: String, CodingKey {
        case id, status, amount, currency
        case received = "amount_received"
        case failure = "last_payment_error"
        case charge = "latest_charge"
    }

    /// What must be expanded for Stripe to tell what it keeps.
    static let withFee = "latest_charge.balance_transaction"

    /// What Stripe keeps; nil while it hasn't worked it out.
    var fee: Money? {
        guard case .whole(let movement) = charge?.movement, let units = movement.fee, units > 0
        else { return nil }
        return StripeAmount(currency: movement.currency, units: units).money
    }

    /// What came; nil when nobody can read it.
    var taken: Money? {
        guard let units = received ?? amount, let currency else { return nil }
        return StripeAmount(currency: currency, units: units).money
    }
}

/// Expanded when we ask for it, else its id, and then nothing is known of its movement.
struct StripeCharge: Decodable {
    let movement: Movement?

    enum Movement: Decodable {
        case whole(StripeMovement)
        case named

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if (try? value.decode(String.self)) != nil {
                self = .named
            } else {
                self = .whole(try value.decode(StripeMovement.self))
            }
        }
    }

    private enum CodingKeys: String, CodingKey { case movement = "balance_transaction" }

    init(from decoder: any Decoder) throws {
        if (try? decoder.singleValueContainer().decode(String.self)) != nil {
            movement = nil
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        movement = try values.decodeIfPresent(Movement.self, forKey: .movement)
    }
}

/// On the account's balance, in its currency.
struct StripeMovement: Decodable {
    let fee: Int64?
    let currency: String
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
