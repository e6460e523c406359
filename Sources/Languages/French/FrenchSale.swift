// The pages of a sale in French.

import Rules

extension SalePhrases {
    static let french: SalePhrases = {
        let formats = Formats.french
        @Sendable func days(_ count: Int) -> String {
            formats.count(count, one: "jour", other: "jours")
        }
        @Sendable func months(_ count: Int) -> String { formats.number(count) + "\u{A0}mois" }
        return SalePhrases(
            noSaleTitle: "Pas de vente en ce moment",
            noSaleText: """
                Il n’y a rien à acheter pour l’instant. Revenez quand une vente sera annoncée.
                """,
            rangeTitle: { "En vente ici (\($0))" },
            toSale: "Vers la vente",
            taxIncluded: "TTC",
            taxExcluded: "hors livraison, droits et taxes",
            delivered: { "\($0) livré chez vous, tout compris" },
            deliveredHint: {
                """
                Un exemplaire à une adresse ordinaire (\($0)), par le moyen le moins cher. Au moment de \
                commander, vous voyez le prix exact pour votre adresse\u{A0}; il n’augmente plus ensuite.
                """
            },
            wayBackTitle: "Renvoyer l’article",
            wayBack: { count, cost in
                """
                Dans les \(days(count)) suivant la réception, sans motif. Renvoyer un exemplaire vous \
                coûte \(cost).
                """
            },
            wayBackNotSent: { count in
                """
                Dans les \(days(count)) suivant la réception, sans motif. Sa batterie ne peut pas voyager \
                en retour\u{A0}: vous gardez l’article et vous êtes remboursé quand même.
                """
            },
            limit: {
                "\(formats.number($0)) au plus par personne et par foyer sur l’ensemble de la vente"
            },
            guaranteeTitle: "En cas de panne",
            guaranteeByLaw: { "\(months($0)) de garantie légale" },
            guaranteeByMaker: { "\(months($0)) de garantie du fabricant" },
            dispatch: {
                """
                Quitte notre entrepôt en Chine sous \
                \(formats.count($0, one: "jour ouvré", other: "jours ouvrés")).
                """
            },
            withheldTitle: "Pas encore en vente ici",
            withheldText: "Nous le voudrions, mais il manque encore une obligation\u{A0}:",
            round: { "Session \(formats.number($0))" },
            roomOpens: "Ouverture de la salle d’attente",
            opens: "Début de la vente",
            closes: "Fin de la vente",
            roomOpensIn: "La salle d’attente ouvre dans",
            opensIn: "La vente commence dans",
            closesIn: "La vente se termine dans",
            timesHint: """
                Les heures sont dans votre fuseau si votre navigateur exécute les scripts, sinon en UTC.
                """,
            howItWorksTitle: "Comment acheter",
            howItWorks: { policy in
                let isByLot = policy != .firstCome
                return [
                    "Créez un compte et confirmez votre adresse e-mail bien avant la vente.",
                    isByLot
                        ? "Entrez dans la salle avant le début de la vente. Tôt ou tard, cela ne change rien."
                        : "Entrez dans la salle d’attente dès son ouverture\u{A0}: premier arrivé, premier servi.",
                    isByLot
                        ? "Au début, l’ordre est tiré au sort. Vous voyez votre place et votre tour."
                        : "Au début, vous voyez votre place et votre tour.",
                    "À votre tour, réservez. Vos articles sont gardés pendant que vous commandez.",
                    "Vous voyez le prix complet avant d’accepter. Ensuite, vous payez.",
                ]
            },
            announced: "annoncée",
            roomOpen: "salle d’attente ouverte",
            drawing: "L’ordre de passage est en cours d’établissement.",
            live: "en cours",
            free: { free, units in
                "\(formats.number(free)) sur \(formats.number(units)) disponibles"
            },
            allHeld: { "Tous sont réservés\u{A0}; \(formats.number($0)) peuvent encore revenir." },
            nextReturn: "La prochaine réservation expire\u{A0}:",
            soldOut: "Épuisé",
            closed: "terminée",
            paused: { reason in
                reason.isEmpty
                    ? "suspendue"
                    : """
                    Suspendue\u{A0}: \(reason) Toutes les horloges sont arrêtées, personne ne perd de temps.
                    """
            },
            allSold: "Tout est vendu.",
            allSoldText: """
                Chaque article de cette session a trouvé preneur. Inutile d’attendre plus longtemps.
                """,
            nothingLeft: "Il ne restera rien.",
            nothingLeftText: """
                Cette session, ou son stock, s’achève avant votre tour. Inutile d’attendre plus \
                longtemps.
                """,
            roundOver: "Cette session est terminée.",
            unitsInRound: {
                "\(formats.count($0, one: "exemplaire", other: "exemplaires")) dans cette session"
            },
            roomTitle: "Salle d’attente",
            enterRoom: "Entrer dans la salle d’attente",
            enterHint: "Un ticket par compte. Vous pouvez entrer jusqu’au début de la vente.",
            inRoom: "Vous y êtes.",
            inRoomText: { policy in
                policy == .firstCome
                    ? """
                    Premier arrivé, premier servi. Votre place s’affiche ici au début de la vente. Vous pouvez \
                    fermer cette page et revenir.
                    """
                    : """
                    Au début de la vente, l’ordre est tiré au sort et votre place s’affiche ici. Vous pouvez \
                    fermer cette page et revenir.
                    """
            },
            waiting: {
                "\(formats.count($0, one: "personne attend", other: "personnes attendent")) dans la salle."
            },
            leaveRoom: "Quitter la salle",
            leaveHint: "Vous pouvez revenir jusqu’au début de la vente.",
            place: { place, of in "Place \(formats.number(place)) sur \(formats.number(of))" },
            turnIn: "C’est à vous dans",
            yourTurn: "C’est à vous.",
            yourTurnText: "Choisissez ce que vous voulez réserver.",
            missedRoom: """
                L’ordre est établi. Vous pouvez encore obtenir une place derrière tous les autres.
                """,
            fairnessTitle: "Comment vérifier que tout est équitable",
            commitment: "Engagement",
            commitmentText: """
                Avant l’ouverture de la salle, nous avons publié le SHA-256 d’une graine secrète. Au début \
                de la vente, la graine devient publique\u{A0}: avec elle et les tickets, chacun peut \
                recalculer l’ordre.
                """,
            ticket: "Votre ticket",
            quantity: "Quantité",
            reserve: "Réserver",
            reserveHint: {
                "Ce que vous réservez vous est gardé \($0). Rien n’est encore débité."
            },
            held: "Réservé pour vous",
            heldFewer: "Il en restait moins que demandé. Voici ce qui est à vous\u{A0}:",
            heldFor: "Réservé encore",
            unitNumbers: { "Exemplaire \($0)" },
            letGo: "Libérer",
            toCheckout: "Commander")
    }()
}
