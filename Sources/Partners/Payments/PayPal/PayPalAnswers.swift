// What PayPal answers, as it comes over the wire: only what we act on, and every field may be
// missing, because what comes from outside is checked where it is used.

struct PayPalOrder: Decodable {
    let id: String
    let status: String?
    let purchaseUnits: [Unit]?
    let links: [PayPalLink]?

    enum CodingKeys: String, CodingKey {
        case id, status, links
        case purchaseUnits = "purchase_units"
    }

    struct Unit: Decodable { let payments: Payments? }
    struct Payments: Decodable { let captures: [PayPalCapture]? }

    var captures: [PayPalCapture] {
        (purchaseUnits ?? []).flatMap { $0.payments?.captures ?? [] }
    }
}

struct PayPalLink: Decodable {
    let href: String
    let rel: String
}

struct PayPalCapture: Decodable {
    let id: String
    let status: String?
    let amount: PayPalAmount?
    let details: PayPalStatusDetails?
    let breakdown: Breakdown?

    enum CodingKeys: String, CodingKey {
        case id, status, amount
        case details = "status_details"
        case breakdown = "seller_receivable_breakdown"
    }

    /// What becomes of the amount: here, what PayPal keeps.
    struct Breakdown: Decodable {
        let fee: PayPalAmount?

        enum CodingKeys: String, CodingKey { case fee = "paypal_fee" }
    }
}

struct PayPalStatusDetails: Decodable { let reason: String? }

struct PayPalRefundRequest: Encodable {
    let amount: PayPalAmount
    let customID: String
    let note: String?

    enum CodingKeys: String, CodingKey {
        case amount
        case customID = "custom_id"
        case note = "note_to_payer"
    }
}

struct PayPalRefund: Decodable {
    let id: String
    let status: String?
    let amount: PayPalAmount?
    let details: PayPalStatusDetails?

    enum CodingKeys: String, CodingKey {
        case id, status, amount
        case details = "status_details"
    }
}

struct PayPalToken: Decodable {
    let token: String
    let seconds: Int

    enum CodingKeys: String, CodingKey {
        case token = "access_token"
        case seconds = "expires_in"
    }
}

/// PayPal said no, in its own format.
struct PayPalError: Decodable {
    let name: String
    let debugID: String?
    let details: [Detail]?

    enum CodingKeys: String, CodingKey {
        case name, details
        case debugID = "debug_id"
    }

    struct Detail: Decodable {
        let issue: String?
        let field: String?
    }

    /// The code that says most: the first issue, or else the name.
    var code: String { details?.lazy.compactMap(\.issue).first ?? name }
}
