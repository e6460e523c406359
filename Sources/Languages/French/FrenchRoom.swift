// Autour de la salle d’attente, en français.

extension RoomPhrases {
    static let french = RoomPhrases(
        moveTitle: "Continuer sur votre téléphone",
        moveText: """
            Votre place appartient à votre compte. Un code vous connecte sur un autre appareil sans \
            saisir votre mot de passe, et les deux appareils gardent la place.
            """,
        moveButton: "Obtenir un code",
        codeTitle: "Code pour votre autre appareil",
        codeText: { "Saisissez-le à l’adresse \($0), ou ouvrez-y ce lien\u{A0}:" },
        codeOnce: "Il sert une seule fois. Un nouveau code l’annule. Il expire\u{A0}:",
        codeSecret: "Ne le montrez à personne\u{A0}: qui le possède est connecté à votre place.",
        toRoom: "Retour à la salle",
        useTitle: "Continuer ici",
        useText: """
            Saisissez le code affiché par votre autre appareil\u{A0}: celui-ci sera connecté.
            """,
        useButton: "Se connecter et aller à la salle",
        clustersTitle: "Tickets qui ont un point commun",
        clustersText: """
            Un groupe ne prouve rien contre personne. Une famille partage un foyer\u{A0}; un bureau, \
            une école, un réseau mobile partagent une adresse\u{A0}; les téléphones d’un même modèle \
            se ressemblent. Personne n’est refusé pour cela. Les limites par acheteur et par foyer \
            valent pour tous. Un grand groupe dont les tickets sont arrivés en quelques secondes et \
            qui a peu réservé mérite un coup d’œil.
            """,
        sameHousehold: "Même foyer",
        sameDevice: "Même adresse réseau et même type d’appareil",
        sameAddress: "Même adresse réseau",
        noClusters: "Aucun ticket ne le partage avec un autre.",
        clusterSize: { Formats.french.count($0, one: "ticket", other: "tickets") },
        clusterReserved: { tickets, units in
            """
            \(Formats.french.number(tickets)) ont réservé\u{A0}; ensemble ils ont \
            \(Formats.french.count(units, one: "unité", other: "unités"))
            """
        },
        workHint: """
            À l’entrée, votre navigateur fait un court calcul. Il tient à distance les programmes \
            qui viennent en masse\u{A0}; vous n’avez rien à faire.
            """,
        working: "Votre navigateur calcule. Cela prend quelques secondes.",
        waitTitle: "Un moment d’attente",
        waitText: """
            L’attente remplace le calcul que font les navigateurs avec scripts. Le bouton vous fait \
            entrer une fois l’heure venue, pas avant.
            """,
        waitFrom: "Le bouton agit à partir de\u{A0}:")
}
