// Why a payment was declined, and what to try, in French. The units stay held meanwhile.

import Rules

func frenchDecline(_ decline: Decline) -> ToldRefusal {
    switch decline {
    case .notEnabledAbroad:
        ToldRefusal(
            "Votre banque n’a pas activé cette carte pour les paiements en ligne ou à l’étranger.",
            """
            Demandez-lui d’activer les deux, ou payez avec PayPal ou une autre carte. Rien n’a été \
            débité, et vos unités restent réservées entre-temps.
            """
        )
    case .noCover:
        ToldRefusal(
            "Le paiement a été refusé\u{A0}: provision insuffisante ou plafond de la carte atteint.",
            "Essayez une autre carte ou un autre moyen. Vos unités restent réservées entre-temps.")
    case .expired:
        ToldRefusal(
            "Le paiement a été refusé\u{A0}: la carte a expiré.",
            "Essayez une autre carte ou un autre moyen. Vos unités restent réservées entre-temps.")
    case .wrongDetails:
        ToldRefusal(
            "Le paiement a été refusé\u{A0}: une donnée de la carte est inexacte.",
            """
            Vérifiez le numéro, la date et le cryptogramme, puis réessayez. Vos unités restent \
            réservées entre-temps.
            """
        )
    case .notConfirmed:
        ToldRefusal(
            "Votre banque a demandé de confirmer le paiement, et il n’a pas été confirmé.",
            """
            Réessayez et confirmez dans l’application ou sur la page de votre banque. Vos unités \
            restent réservées entre-temps.
            """
        )
    case .accountRestricted:
        ToldRefusal(
            "PayPal n’autorise pas ce paiement depuis votre compte. Rien n’a été débité.",
            """
            Payez par carte, ou demandez la raison à PayPal. Vos unités restent réservées \
            entre-temps.
            """
        )
    case .other:
        ToldRefusal(
            "Le paiement a été refusé. Rien n’a été débité.",
            """
            Vos unités restent réservées\u{A0}: essayez un autre moyen de paiement ou contactez \
            votre banque.
            """
        )
    }
}
