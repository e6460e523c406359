// The guide, the announcement and the proof in French.

import Rules

extension GuidePhrases {
    static let french = GuidePhrases(
        menu: "Comment acheter",
        title: "Comment acheter",
        lead: {
            """
            «\u{A0}\($0)\u{A0}» pas à pas\u{A0}: quand la vente ouvre, ce que vous payez en tout, et ce \
            qu’il faut faire.
            """
        },
        beforeTitle: "Pas à pas",
        timesTitle: "Quand elle ouvre",
        orderTitle: "Qui passe en premier",
        order: { policy in
            switch policy {
            case .shuffled:
                """
                À l’ouverture, l’ordre de toutes les personnes présentes dans la salle d’attente est tiré \
                au sort. Arriver tôt ou cliquer vite n’y change rien.
                """
            case .firstCome:
                "Qui entre le premier dans la salle d’attente passe le premier."
            case .draw:
                """
                À l’ouverture, l’ordre de toutes les personnes présentes est tiré au sort, et seules les \
                premières places gagnent. Ce qu’elles laissent est ensuite pour tout le monde.
                """
            }
        },
        door: { burst, perMinute in
            """
            Les \(Formats.french.number(burst)) premières places peuvent réserver tout de suite, puis \
            \(Formats.french.number(perMinute)) de plus chaque minute.
            """
        },
        pricesTitle: "Combien cela coûte, et combien vous pouvez en avoir",
        product: "Produit",
        price: "Prix",
        inAll: "Livré",
        limit: "Maximum",
        units: "Exemplaires par session",
        holdTitle: "Vos exemplaires vous attendent",
        hold: {
            """
            Ce que vous réservez est gardé \($0), le temps de commander. S’il vous en faut plus, vous \
            pouvez obtenir la même durée encore une fois. Ce qui n’est pas payé d’ici là passe à la \
            personne suivante.
            """
        },
        afterTitle: "Ensuite",
        soonOver: """
            Il reste moins de deux minutes. Passez commande maintenant, ou demandez plus de temps.
            """,
        soonOverLast: "Il reste moins de deux minutes. Passez commande maintenant.",
        announcementTitle: "Annonce",
        calendar: "Ajouter à l’agenda",
        calendarEntry: {
            "\($0), session \(Formats.french.number($1))\u{A0}: ouverture de la vente"
        },
        calendarText: {
            """
            La salle d’attente ouvre à \($0). Connectez-vous avant, et entrez avant l’ouverture de la \
            vente.
            """
        },
        calendarAlarm: "La salle d’attente est ouverte. Connectez-vous et entrez.",
        feed: "Flux des ventes",
        pasteTitle: "Prêt à coller",
        pasteHint: "Pour vos propres pages et les réseaux sociaux.",
        copy: "Copier",
        copied: "Copié",
        post: { sale, opens, link in
            """
            \(sale)
            Ouverture\u{A0}: \(opens). Très peu d’exemplaires, et un seul prix, \
            livraison, droits de douane et TVA compris.
            \(link)
            """
        },
        pictureTitle: "Image à partager",
        pictureText: { "\($0). Ouverture\u{A0}: \($1)." },
        opensAt: { "Ouverture\u{A0}: \($0)" },
        proofTitle: "Était-ce équitable\u{202F}?",
        proofLead: """
            Personne n’a besoin de nous croire. Voici ce qui était promis avant la session, ce qui s’y est \
            passé, et de quoi recalculer les deux.
            """,
        proofLater: """
            L’ordre n’a pas encore été tiré au sort. Dès l’ouverture, la preuve se trouve ici.
            """,
        entrants: "Tickets au tirage",
        sold: "Vendus",
        stillFree: "Restants",
        oddsTitle: "Ce que nous avons annoncé, et ce qu’il en fut",
        oddsHint: """
            À l’ouverture, nous disons certaines les places qui obtiendraient un exemplaire même si toutes \
            celles d’avant prenaient tout ce qu’elles peuvent.
            """,
        certainUpTo: "Certain jusqu’à la place",
        lastServed: "Dernière place servie",
        nobody: "personne",
        checkTitle: "Vérifiez vous-même",
        checkHint: """
            Votre navigateur charge la transcription publique et la recalcule\u{A0}: la graine d’après son \
            empreinte, l’ordre de tous les tickets d’après la graine, et le sceau de chaque ligne du \
            registre.
            """,
        check: "Vérifier dans ce navigateur",
        checking: "Vérification…",
        checkHolds: """
            C’est exact\u{A0}: la graine, l’ordre et chaque ligne du registre sont conformes à la promesse.
            """,
        checkFails: "Ce n’est pas exact\u{A0}:",
        lawTitle: "Vos droits",
        lawLead: { "Ce que la loi et nous-mêmes garantissons pour un achat ici (\($0))." },
        lawOrder: "Commander",
        lawOrderText: {
            """
            Vous ne vous engagez à payer qu’avec le bouton «\u{A0}\($0)\u{A0}», sous le prix total.
            """
        })
}
