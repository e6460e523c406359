// L’argent en mouvement: money that moves, in French.

import Rules

extension MoneyPhrases {
    static let french = MoneyPhrases(
        method: { $0 == "card" ? "une carte bancaire" : $0 == "paypal" ? "PayPal" : $0 },
        refundReason: { reason in
            switch reason {
            case .late: "Votre paiement est arrivé alors que les unités étaient déjà attribuées."
            case .wrongAmount: "Le montant reçu n’était pas celui convenu."
            case .cancelled: "La commande a été annulée."
            case .calledOff: "Une partie de la commande n’arrivera pas."
            case .returned: "Nous avons reçu votre retour."
            }
        },
        title: "Opérations en suspens",
        nothing: "Tous les paiements et remboursements sont réglés.",
        trouble: { trouble in
            switch trouble {
            case .paymentUnclear: "On ne sait pas encore si c’est payé"
            case .refundOwed: "Remboursement pas encore effectué"
            case .refundRefused: "Remboursement refusé par le prestataire"
            case .dispute: "Contesté par l’acheteur\u{A0}: à traiter chez le prestataire"
            case .discrepancy: "Les comptes du prestataire disent autre chose"
            case .strangeNotice: "Un avis sur rien de connu"
            case .workGivenUp: "Abandonné après une journée d’essais"
            }
        },
        way: { way in
            switch way {
            case .again: "Redemander maintenant"
            case .paidByHand: "Remboursé autrement"
            case .won: "Gagné"
            case .lost: "Perdu"
            case .dealtWith: "Traité"
            }
        },
        since: { "ouvert depuis \(Formats.french.duration($0))" },
        ledger: "Livre de caisse",
        entry: { kind in
            switch kind {
            case .captured: "Encaissé"
            case .refunded: "Rendu"
            case .fee: "Commission du prestataire"
            case .disputed: "Perdu dans un litige"
            case .customs: "Douane au-delà de l’estimation"
            case .customsBack: "Rendu par la douane"
            case .recovered: "Droits ou taxe récupérés"
            }
        },
        kept: "Conservé")
}
