// Why a payment was declined, as far as a buyer can do something about it. Partners have hundreds
// of codes for it; what helps the buyer are a handful of sentences.

package enum Decline: String, Hashable, Sendable, CaseIterable {
    /// The bank hasn't opened the card for payments online or abroad: what stopped most buyers of
    /// the model sale.
    case notEnabledAbroad = "card_not_enabled_abroad"
    case noCover = "card_without_cover"
    case expired = "card_expired"
    case wrongDetails = "card_details_wrong"
    /// The bank's own question (3-D Secure) wasn't answered.
    case notConfirmed = "card_not_confirmed"
    /// The payer's account with the partner can't pay; another way to pay can.
    case accountRestricted = "payer_account_restricted"
    /// Nothing is said of the reason, often on purpose.
    case other = "payment_declined"

    /// Reads a partner's code, of PayPal or Stripe. What isn't known is told as a plain decline:
    /// banks add codes without telling anybody.
    package init(code: String) {
        self = Self.known[code] ?? .other
    }

    private static let known: [String: Decline] = {
        let codes: [(Decline, String)] = [
            (
                .notEnabledAbroad,
                """
                DOMESTIC_TRANSACTION_REQUIRED CARD_TYPE_NOT_SUPPORTED \
                CURRENCY_NOT_SUPPORTED_FOR_COUNTRY CURRENCY_NOT_SUPPORTED_FOR_CARD_TYPE \
                CARD_COUNTRY_NOT_SUPPORTED \
                transaction_not_allowed card_not_supported currency_not_supported \
                restricted_card service_not_allowed do_not_honor
                """
            ),
            (.noCover, "insufficient_funds card_velocity_exceeded withdrawal_count_limit_exceeded"),
            (.expired, "CARD_EXPIRED expired_card invalid_expiry_month invalid_expiry_year"),
            (
                .wrongDetails,
                """
                incorrect_cvc invalid_cvc incorrect_number invalid_number incorrect_zip \
                incorrect_address invalid_account
                """
            ),
            (
                .notConfirmed,
                """
                authentication_required payment_intent_authentication_failure \
                PAYER_ACTION_REQUIRED card_authentication_failed
                """
            ),
            (
                .accountRestricted,
                """
                PAYER_ACCOUNT_RESTRICTED PAYER_ACCOUNT_LOCKED_OR_CLOSED PAYER_CANNOT_PAY \
                COMPLIANCE_VIOLATION MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED
                """
            ),
        ]
        var table: [String: Decline] = [:]
        for (decline, words) in codes {
            for code in words.split(separator: " ") { table[String(code)] = decline }
        }
        return table
    }()
}
