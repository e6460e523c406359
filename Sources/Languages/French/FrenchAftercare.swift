// What comes after the sale, in French.

import Rules

extension AftercarePhrases {
    static let french = AftercarePhrases(
        withdraw: "Renoncer au contrat ici",
        giveBack: "Renvoyer un article",
        withdrawText: """
            Vous n’avez pas besoin de compte. Dites-nous de quelle commande il s’agit\u{202F}; à la page \
            suivante, vous choisissez ce qui revient et vous confirmez.
            """,
        goOn: "Continuer",
        check: "Vérifiez vos indications",
        orderNotFound: """
            Nous ne trouvons pas de commande avec ce numéro et cette adresse. Vérifiez les deux. Vous \
            pouvez tout de même confirmer\u{A0}: nous chercherons la commande nous-mêmes, et votre \
            déclaration vaut dès maintenant.
            """,
        wholeOrder: """
            Rien n’est encore parti de notre entrepôt. La commande est annulée en entier et tout vous \
            est remboursé.
            """,
        units: { "Nombre\u{A0}: \($0)" },
        payWayBack: """
            Le renvoi est à votre charge. Voici les moyens permis pour ces articles\u{A0}:
            """,
        wayBackFree: "Le renvoi est à notre charge.",
        keep: """
            Aucun transporteur ne peut reprendre ces articles. Vous n’avez pas à les renvoyer et vous \
            êtes remboursé tout de même.
            """,
        confirmWithdrawal: "Confirmer la rétractation",
        confirmGivingBack: "Confirmer le retour",
        receipt: "Nous avons reçu votre déclaration",
        received: { "Reçue le \($0)" },
        everything: "tout",
        outcomeOpen: """
            Nous l’examinons et vous écrirons. Votre déclaration vaut à compter de cet instant.
            """,
        outcomeCancelled: "La commande est annulée. Tout vous est remboursé.",
        outcomeReturning: {
            "Votre retour porte le numéro \($0). La marche à suivre est dans votre courrier."
        },
        outcomeRefused: """
            D’après nos dossiers, ces articles ne peuvent plus être rendus. Si vous êtes d’un autre \
            avis, écrivez-nous.
            """,
        receiptMailed: { "Nous avons envoyé cet accusé de réception à \($0)." },
        wayBack: "Retour",
        sendBy: { "À déposer au plus tard le \($0)." },
        haveSent: "Je l’ai envoyé",
        sentOn: "Envoyé le",
        tellSent: "Signaler",
        refundBy: { "Vous êtes remboursé au plus tard le \($0)." },
        returns: "Retours",
        noReturns: "Rien n’est sur le chemin du retour.",
        condition: { condition in
            switch condition {
            case .asNew: "comme neuf"
            case .triedOut: "essayé"
            case .used: "utilisé au-delà d’un essai"
            case .damaged: "endommagé"
            case .incomplete: "incomplet"
            case .notSent: "à ne pas renvoyer"
            }
        },
        isChecked: "Vérifié\u{A0}: rembourser",
        deductionHint: """
            Seulement pour une dépréciation au-delà d’un simple essai, et si l’acheteur était informé.
            """,
        withdrawals: "Rétractations sans commande connue",
        withdrawalsText: "Trouver la commande, agir, et écrire à l’adresse.",
        settled: "Réglé")
}
