// The page about the rules in French.

extension RulesPhrases {
    static let french: RulesPhrases = {
        let formats = Formats.french
        return RulesPhrases(
            title: "Règles du prix",
            version: { "En vigueur\u{A0}: jeu de règles \($0)." },
            from: { "Les fichiers de \($0) remplacent ceux du programme dès qu’ils changent." },
            shippedOnly:
                "Les règles livrées avec le programme\u{A0}; aucun dossier propre n’est réglé.",
            fault: """
                Les fichiers présents sont erronés. Les règles d’avant restent en vigueur\u{A0}:
                """,
            toConfirm: { "Avant l’ouverture de «\u{A0}\($0)\u{A0}»" },
            toConfirmText: """
                Personne ne les connaît avec certitude. Vérifiez-les, saisissez ce qui s’applique ou \
                confirmez-les telles quelles\u{A0}: ce que la douane demandera en plus est à la charge \
                de la boutique.
                """,
            confirm: "Confirmer celles qui sont cochées",
            nothingToConfirm: "Tout ce sur quoi elle repose est connu ou confirmé.",
            confirmedBy: { "confirmée par \($0)" },
            endsSoon: { "Se termine sous \(formats.count($0, one: "jour", other: "jours"))" },
            unconfirmed: "De mémoire ou par projection",
            unknown: "Inconnu",
            none: "Rien.",
            inForce: { "En vigueur aujourd’hui\u{A0}: \($0)" },
            rule: "Règle", terms: "Ce qu’elle dit",
            until: { "jusqu’au \($0)" },
            sources: "Lu dans",
            gates: "Ce qu’il faut aux produits avant la vente",
            gateOpen: "non prouvé\u{A0}: retenu",
            gateProved: { "prouvé par \($1), vérifié par \($0)" },
            nexus: "Ventes par État, douze mois",
            nexusText: """
                La taxe n’est perçue que là où la boutique est enregistrée. Dès quatre cinquièmes d’un \
                seuil, préparez l’enregistrement.
                """,
            nexusCount: {
                """
                \($0) en \(formats.count($1, one: "commande", other: "commandes")), sur \($2)
                """
            },
            registered: "enregistrée", near: "seuil proche", reached: "seuil atteint",
            wishes: "Pays demandés",
            wishCount: { formats.count($0, one: "adresse", other: "adresses") })
    }()
}
