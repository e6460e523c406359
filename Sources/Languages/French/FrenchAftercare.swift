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
        cameBack: { "Contrôlé\u{A0}: \($0)." },
        keptBack: { "Nous retenons \($0) pour la perte de valeur." },
        dispatchMissed: {
            """
            La commande devait partir au plus tard le \($0) et n’est pas partie. Nous en sommes \
            désolés. Vous pouvez l’annuler ci-dessous et tout vous est remboursé.
            """
        },
        deliveryMissed: {
            """
            La commande devait arriver au plus tard le \($0). Si elle n’est pas là et que vous ne \
            voulez plus attendre, annulez-la ci-dessous et tout vous est remboursé.
            """
        },
        silenceUntil: {
            """
            Sans réponse de votre part, nous comprenons que vous attendez jusqu’au \($0)\u{202F}; si \
            rien n’est parti d’ici là, nous annulons et remboursons tout.
            """
        },
        waitLonger: "J’attends encore",
        agreedToWait: "Vous avez accepté d’attendre. Vous pouvez toujours annuler.",
        changeAddress: "Envoyer à une autre adresse",
        changeAddressHint: """
            Possible jusqu’au départ, dans le même pays et si le prix ne change pas.
            """,
        heldByCustoms: """
            La douane examine votre colis. Vous n’avez rien à faire ni à payer\u{A0}: nous \
            répondons et nous en supportons le coût. Si l’on vous réclame de l’argent, ne payez \
            pas.
            """,
        customs: "Douane",
        noCases: "Aucun colis n’est à la douane.",
        customsState: { state in
            switch state {
            case .quoted: "estimé"
            case .declared: "déclaré"
            case .released: "libéré"
            case .challenged: "contesté"
            case .answered: "répondu"
            case .decided: "tranché"
            case .protested: "recours déposé"
            case .final: "définitif"
            }
        },
        customsEvent: { event in
            switch event {
            case .declare: "Déclaré"
            case .release: "Libéré"
            case .challenge: "Contesté"
            case .answer: "Répondu"
            case .decide: "Tranché"
            case .protest: "Recours déposé"
            case .close: "Fermé"
            }
        },
        customsField: { field in
            switch field {
            case .what: "Événement"
            case .reference: "Référence"
            case .form: "Formulaire"
            case .declarant: "Déclarant"
            case .ground: "Motif"
            case .duty: "Droits"
            case .tax: "Taxe"
            case .fees: "Frais"
            case .answerBy: "Répondre avant le"
            case .carrierFee: "Frais du transporteur"
            }
        },
        customsGround: { ground in
            switch ground {
            case .classification: "classement tarifaire"
            case .value: "valeur"
            case .origin: "origine"
            case .quantity: "quantité"
            case .splitting: "fractionnement des envois"
            case .compliance: "conformité du produit"
            }
        },
        record: "Noter",
        evidence: "Dossier de preuves (ZIP)",
        estimate: "Estimé",
        assessed: "Fixé",
        layersToLookAt: "Règles à revoir",
        papers: "Papiers",
        pickList: "Préparation",
        deadlines: "Échéances",
        owed: "À faire",
        missed: "Manquées",
        nothingOwed: "Rien n’est à faire.",
        deadline: { kind in
            switch kind {
            case .dispatch: "expédition"
            case .consent: "accord sur un retard"
            case .delivery: "livraison"
            case .parcelSearch: "recherche d’un colis"
            case .refund: "remboursement"
            case .customsAnswer: "réponse à la douane"
            case .customsProtest: "recours à la douane"
            case .warrantyAnswer: "réponse à une réclamation"
            case .recovery: "demande de droits ou de taxe"
            case .missingReport: "signalement d’un colis non reçu"
            case .returnWindow: "délai de retour"
            case .sendingBack: "renvoi"
            case .legalGuarantee: "garantie légale"
            case .makersWarranty: "garantie du fabricant"
            case .roomOpens: "ouverture de la salle"
            case .roundOpens: "ouverture de la session"
            case .roundCloses: "fin de la session"
            case .customsFinal: "douane\u{A0}: clôture"
            }
        },
        forecast: "Promesses d’expédition",
        pace: { "Au rythme actuel, \($0) colis partent par jour ouvré." },
        broken: { orders in
            orders == 0
                ? "Toutes les promesses peuvent être tenues."
                : Formats.french.count(
                    orders, one: "promesse sera rompue", other: "promesses seront rompues")
                    + " si les départs n’augmentent pas."
        },
        forecastDay: "Au plus tard le",
        forecastPromised: "Promis",
        forecastLate: "Trop tard",
        tryAgain: "Réessayer",
        returns: "Retours",
        noReturns: "Rien n’est sur le chemin du retour.",
        returnStage: { state in
            switch state {
            case .requested: "annoncé"
            case .sent: "en route vers nous"
            case .received: "arrivé"
            case .refunded: "remboursé"
            }
        },
        refundDue: { "À rembourser au plus tard le \($0)" },
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
        photosHint: { most, megabytes in
            """
            Jusqu’à \(most), en JPEG, PNG ou WebP, \(megabytes)\u{A0}Mo au plus chacune. \
            L’acheteur les voit.
            """
        },
        withdrawals: "Rétractations sans commande connue",
        withdrawalsText: "Trouver la commande, agir, et écrire à l’adresse.",
        settled: "Réglé")
}
