// What stands around every page, and the operator's pages, in French.

extension SitePhrases {
    static let french = SitePhrases(
        skipLink: "Aller au contenu",
        menuTitle: "Menu principal",
        moreTitle: "À savoir aussi",
        home: "Vente",
        orders: "Commandes",
        account: "Compte",
        logIn: "Se connecter",
        signUp: "S’inscrire",
        console: "Console",
        chooserTitle: "Pays et langue",
        country: "Pays",
        language: "Langue",
        change: "Changer",
        promise: """
            Vous ne payez jamais plus que le prix convenu\u{A0}: livraison, droits et taxes sont \
            compris, et c’est nous qui les payons.
            """,
        refusedTitle: "Ce n’est pas possible",
        failedTitle: "Un problème est survenu de notre côté",
        failedText: """
            Vous n’y êtes pour rien, et rien n’est perdu. Réessayez dans un instant.
            """,
        failedReference: {
            "Si cela se reproduit, écrivez-nous en citant cette requête\u{A0}: \($0)"
        },
        toStart: "Vers la vente",
        optional: "facultatif")
}

extension ConsolePhrases {
    static let french: ConsolePhrases = {
        let formats = Formats.french
        return ConsolePhrases(
            title: "Console",
            overview: "Aujourd’hui",
            toDispatch: "À expédier",
            onTheWay: "En route",
            noneToDispatch: "Rien n’attend d’être expédié.",
            noneOnTheWay: "Rien n’est en route.",
            due: { "promis au plus tard le \($0)" },
            dispatch: "Expédier",
            deliver: "Livrée",
            deliveredOn: "Livrée le",
            dispatched: "Notée comme expédiée.",
            delivered: "Notée comme livrée.",
            rounds: "Sessions",
            pause: "Suspendre",
            resume: "Reprendre",
            pauseReason: "Motif, visible de tous",
            isPaused:
                "Le frein est serré\u{A0}: toutes les horloges de cette session sont arrêtées.",
            sold: { sold, held, units in
                """
                \(formats.number(sold)) vendus, \(formats.number(held)) réservés, sur \
                \(formats.number(units))
                """
            },
            jobs: "Travaux dus",
            jobsWaiting: { "\(formats.count($0, one: "travail", other: "travaux")) en attente." },
            jobsGivenUp: "Abandonnés",
            noJobsGivenUp: "Aucun n’a été abandonné.",
            order: "Commande")
    }()
}
