// Guarantees and claims in French.

import Rules

private let formats = Formats.french

extension WarrantyPhrases {
    static let french = WarrantyPhrases(
        passports: "Garanties",
        passportsText: "Un passeport par article qui vous a été livré ou transmis.",
        none: """
            Rien n’a encore été livré. Chaque article reçoit son passeport à son arrivée.
            """,
        passport: { "Passeport de garantie \($0)" },
        lawFirst: """
            La garantie légale prime. La garantie du fabricant s’y ajoute et n’en retire rien.
            """,
        lawElsewhere: """
            La loi de votre État peut vous accorder davantage que la garantie du fabricant.
            """,
        byLaw: "Garantie légale",
        byMaker: "Garantie du fabricant",
        until: { "jusqu’au \($0)" },
        ranOut: { "terminée le \($0)" },
        sparePart: """
            Une pièce détachée\u{A0}: la garantie du fabricant ne couvre que le matériel principal.
            """,
        ended: "Cet article a été rendu contre remboursement. Plus rien n’est garanti.",
        delivered: "Livré",
        order: "Commande",
        claimTitle: "Il présente un défaut",
        claimText: { days in
            """
            Dites-nous lequel et montrez-le si possible. Vous avez une réponse sous \
            \(formats.count(days, one: "jour", other: "jours")), sans aucun frais.
            """
        },
        moneyToBuyer: """
            Ce passeport vous a été transmis. En cas de remboursement, la somme revient à la \
            personne qui a payé la commande.
            """,
        descriptionHint: "Ce qui se passe, depuis quand, et ce que vous avez essayé.",
        noWish: "À vous de décider",
        remedy: { remedy in
            switch remedy {
            case .repair: "Réparation"
            case .replacement: "Remplacement"
            case .refund: "Remboursement"
            }
        },
        photosHint: { most, megabytes in
            """
            Jusqu’à \(formats.number(most)), en JPEG, PNG ou WebP, \
            \(formats.number(megabytes))\u{A0}Mo au plus chacune. Vous seul et notre équipe les \
            voyez.
            """
        },
        addressTitle: "Où envoyer l’article réparé ou remplacé\u{202F}?",
        claimButton: "Envoyer la demande",
        claim: { "Demande \($0)" },
        claims: "Demandes",
        state: { state in
            switch state {
            case .asked: "en attente de notre réponse"
            case .accepted: "acceptée"
            case .declined: "refusée"
            case .repair: "en réparation"
            case .replacement: "remplacement en cours"
            case .refund: "remboursement en cours"
            case .done: "réglée"
            }
        },
        asked: "Demandée",
        answerBy: { "Notre réponse vous parvient au plus tard le \($0)." },
        reasonTitle: "Pourquoi nous refusons",
        lawStays: """
            Vos droits légaux ne dépendent pas de notre avis. Si vous êtes d’un autre avis, \
            écrivez-nous.
            """,
        sendIn: {
            """
            Envoyez-le-nous en inscrivant \($0) sur le colis. Le port est à notre charge. \
            Adresse\u{A0}:
            """
        },
        keepIt: """
            Vous n’avez rien à envoyer\u{A0}: aucun transporteur ne peut prendre l’article défectueux.
            """,
        onItsWay: "En route vers vous",
        photo: { "Photo \(formats.number($0)) de la demande" },
        handOnTitle: "Le transmettre",
        handOnText: """
            Si vous donnez l’article, donnez aussi son passeport\u{A0}: demandez un code et \
            transmettez-le. La personne qui l’utilise pourra alors faire valoir les garanties, et \
            vous ne le pourrez plus.
            """,
        handOnButton: "Obtenir un code",
        codeTitle: "Le code pour le nouveau propriétaire",
        codeText: { "À saisir sur \($0), par une personne qui a un compte ici." },
        codeOnce: "Il sert une seule fois, jusqu’au",
        takeTitle: "Reprendre un passeport",
        takeText: """
            On vous a donné un article avec un code\u{202F}? Saisissez-le et le passeport est à vous.
            """,
        takeButton: "Reprendre",
        taken: "Le passeport est désormais à vous.",
        noClaims: "Aucune demande en cours.",
        accept: "Accepter",
        decline: "Refuser",
        carryOut: "Appliquer",
        send: "Envoyé au titulaire",
        wishes: { "souhaite\u{A0}: \($0)" },
        checkReturn: { "Vérifier le retour \($0)" })
}
