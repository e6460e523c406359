// Why a payment was declined, and what to try, in English. The units stay held meanwhile.

import Rules

func englishDecline(_ decline: Decline) -> ToldRefusal {
    switch decline {
    case .notEnabledAbroad:
        ToldRefusal(
            "Your bank hasn’t enabled this card for online or international payments.",
            """
            Ask your bank to enable both, or pay with PayPal or another card. You were not \
            charged, and your units stay held meanwhile.
            """
        )
    case .noCover:
        ToldRefusal(
            "The payment was declined: there isn’t enough money on the card, or its limit is reached.",
            "Try another card or another way to pay. Your units stay held meanwhile.")
    case .expired:
        ToldRefusal(
            "The payment was declined: the card has expired.",
            "Try another card or another way to pay. Your units stay held meanwhile.")
    case .wrongDetails:
        ToldRefusal(
            "The payment was declined: a detail of the card isn’t right.",
            "Check its number, date and security code, and try again. Your units stay held.")
    case .notConfirmed:
        ToldRefusal(
            "Your bank asked you to confirm the payment, and it wasn’t confirmed.",
            "Try again and confirm it in your bank’s app or page. Your units stay held meanwhile.")
    case .accountRestricted:
        ToldRefusal(
            "PayPal doesn’t let your account make this payment. You were not charged.",
            "Pay by card instead, or ask PayPal for the reason. Your units stay held meanwhile.")
    case .other:
        ToldRefusal(
            "The payment was declined. You were not charged.",
            "Your units stay held meanwhile: try another way to pay, or ask your bank.")
    }
}
