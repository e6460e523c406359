// Stripe's test cards, and one of our own for what stopped most buyers of the model sale.

struct SandboxCard: Hashable, Sendable {
    let number: String
    let name: String
    /// Asked by the bank before anything else.
    var asksPayer = false
    /// What the bank says of it, as code and decline code; nil for yes.
    var refusal: Refusal?

    struct Refusal: Hashable, Sendable {
        let code: String
        var declineCode: String?

        var message: String { "Your card was declined: \(declineCode ?? code)." }
    }

    static let all: [SandboxCard] = [
        SandboxCard(number: "4242424242424242", name: "Visa, pays"),
        SandboxCard(
            number: "4000002760003184", name: "Asks for 3-D Secure, then pays", asksPayer: true),
        SandboxCard(
            number: "4000008260003178", name: "3-D Secure, then without cover", asksPayer: true,
            refusal: .declined("insufficient_funds")),
        SandboxCard(
            number: "4000008400001629", name: "3-D Secure, then declined", asksPayer: true,
            refusal: .declined("generic_decline")),
        SandboxCard(
            number: "4000000000000002", name: "Declined", refusal: .declined("generic_decline")),
        SandboxCard(
            number: "4000000000009995", name: "Without cover",
            refusal: .declined("insufficient_funds")),
        // Not one of Stripe's, which has no card for it.
        SandboxCard(
            number: "4000000000000051", name: "Not enabled for payments online or abroad",
            refusal: .declined("transaction_not_allowed")),
        SandboxCard(
            number: "4000000000000069", name: "Expired", refusal: Refusal(code: "expired_card")),
        SandboxCard(
            number: "4000000000000127", name: "Wrong security code",
            refusal: Refusal(code: "incorrect_cvc")),
        SandboxCard(
            number: "4000000000000119", name: "Trouble at the bank",
            refusal: Refusal(code: "processing_error")),
    ]

    /// By its number, or by the name that Stripe's libraries use in tests.
    static func find(_ text: String) -> SandboxCard? {
        let names = [
            "pm_card_visa": "4242424242424242",
            "pm_card_authenticationRequired": "4000002760003184",
            "pm_card_visa_chargeDeclined": "4000000000000002",
            "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
            "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
            "pm_card_chargeDeclinedIncorrectCvc": "4000000000000127",
            "pm_card_chargeDeclinedProcessingError": "4000000000000119",
        ]
        let number = names[text] ?? text.filter { $0 != " " }
        return all.first { $0.number == number }
    }
}

extension SandboxCard.Refusal {
    static func declined(_ code: String) -> Self { Self(code: "card_declined", declineCode: code) }
}
