// What the pages say of parcels, in French.

import Rules

extension ParcelPhrases {
    static let french = ParcelPhrases(
        title: "Colis",
        parcel: { "Colis \($0)" },
        state: { state in
            switch state {
            case .onTheWay: "en route"
            case .missing: "recherché"
            case .delivered: "livré"
            case .lost: "perdu"
            case .returned: "revenu sans avoir pu être livré"
            case .replaced: "renvoyé"
            case .refunded: "remboursé"
            }
        },
        tracking: { kind in
            switch kind {
            case .accepted: "pris en charge par le transporteur"
            case .departed: "a quitté le pays"
            case .customs: "en douane"
            case .outForDelivery: "en cours de livraison"
            case .delivered: "livré"
            case .lost: "perdu, selon le transporteur"
            case .returned: "non livré, sur le chemin du retour"
            }
        },
        left: { "parti le \($0)" },
        stillHere: "Encore dans notre entrepôt",
        leavesBy: { "départ au plus tard le \($0)" },
        calledOff: "N’arrivera pas, remboursé",
        expected: { "attendu au plus tard le \($0)" },
        reportMissing: "Il n’est pas arrivé",
        searchedUntil: { "Nous vous en dirons plus au plus tard le \($0)." },
        reportUntil: { "Si vous ne l’avez pas, signalez-le au plus tard le \($0)." },
        saysDelivered: { "livré le \($0), selon le transporteur" },
        found: { "Retrouvé\u{A0}: \($0)" },
        cancelRest: "Annuler ce qui n’est pas parti",
        cancelRestHint: """
            Ce qui se trouve encore dans notre entrepôt peut être annulé sans motif\u{A0}: vous \
            récupérez tout ce que vous aviez payé pour cela.
            """,
        onTheWayText: "Une partie de votre commande est en route, le reste suit.",
        underWay: "Colis qui n’arrivent pas",
        searchedFor: { since, days in
            "recherché depuis le \(since), \(days) \(days > 1 ? "jours" : "jour")"
        },
        registerWith: { "Enregistrer auprès de \($0)" },
        label: "Étiquette",
        verdict: { verdict in
            switch verdict {
            case .missing: "Rechercher"
            case .found: "Retrouvé"
            case .lost: "Perdu"
            case .returned: "Revenu"
            case .sendAgain: "Renvoyer"
            case .refund: "Rembourser"
            }
        })
}
