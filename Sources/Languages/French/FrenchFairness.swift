// Chances, standby and proof in French.

extension FairnessPhrases {
    static let french: FairnessPhrases = {
        let formats = Formats.french
        return FairnessPhrases(
            certain: "Certain\u{A0}: il y en aura un pour vous quand viendra votre tour.",
            likely: "Probable\u{A0}: à ce rythme, il en restera quand viendra votre tour.",
            unlikely: "Peu probable\u{A0}: à ce rythme, il n’en restera plus à votre tour.",
            impossible: "Plus possible\u{A0}: il n’en restera pas pour votre place.",
            notDrawn: {
                """
                Votre ticket n’a pas été tiré. Ce que laissent les gagnants est pour tous à partir \
                de \($0).
                """
            },
            standBy: "Liste d’attente",
            standByHint: """
                Si une réservation expire, l’exemplaire va à la meilleure place de la liste d’attente. \
                Nous vous écrivons aussitôt.
                """,
            standingBy: { ahead in
                ahead == 0
                    ? "Vous êtes sur la liste d’attente, en tête."
                    : """
                    Vous êtes sur la liste d’attente, derrière \
                    \(formats.count(ahead, one: "personne", other: "personnes")).
                    """
            },
            standDown: "Ne plus attendre",
            moreTime: "Il me faut plus de temps",
            moreTimeHint: { "Vous pouvez obtenir encore \($0), une seule fois." },
            seed: "Graine",
            entrants: "Empreinte de la liste des tickets",
            record: "Tête du registre public",
            recordHint: """
                Tout changement d’un exemplaire numéroté est inscrit dans un registre public. Qui en \
                garde la tête peut voir plus tard si quelque chose y a été modifié.
                """,
            download: "Télécharger le procès-verbal de cette session",
            verifyHint: """
                «\u{A0}onsale verify FICHIER\u{A0}» le vérifie sans la boutique\u{A0}: la graine, \
                l’ordre, chaque tour, chaque exemplaire.
                """,
            whyTitle: "Pourquoi ce résultat\u{202F}?",
            whyTicket: { place, turn in
                "Vous aviez la place \(formats.number(place)). C’était à vous à \(turn)."
            },
            bought: { "\($0)\u{A0}: vous avez acheté \($1)." },
            holds: { "\($0)\u{A0}: \($1) réservé pour vous." },
            lapsed: {
                "\($0)\u{A0}: votre réservation a expiré à \($1), d’autres ont eu les exemplaires."
            },
            letGo: { "\($0)\u{A0}: vous avez libéré les vôtres à \($1)." },
            withheld: {
                """
                \($0)\u{A0}: à \($1), nous avons dû reprendre vos exemplaires. La vente en est \
                suspendue dans votre pays.
                """
            },
            goneBefore: {
                "\($0)\u{A0}: à \($1), avant votre tour, tout était réservé ou vendu."
            },
            unused: {
                """
                \($0)\u{A0}: à votre tour il en restait, et ce jusqu’à \($1). Vous n’en aviez pas \
                réservé d’ici là.
                """
            },
            stillOpen: { "\($0)\u{A0}: il y en a encore, et vous n’en avez pas réservé." })
    }()
}
