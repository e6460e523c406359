// One's own account in French.

import Rules

private let formats = Formats.french

extension PersonalPhrases {
    static let french = PersonalPhrases(
        overview: "Aperçu",
        returns: "Retours",
        noReturns: "Vous n’avez rien renvoyé.",
        addresses: "Adresses",
        addressesText: """
            Pour votre prochaine commande\u{A0}: vous en choisirez une d’un clic au moment de payer.
            """,
        addAddress: "Ajouter une adresse",
        changeAddress: "Modifier",
        removeAddress: "Supprimer",
        useAddress: "Utiliser cette adresse",
        keepAddress: "Garder cette adresse pour la prochaine commande",
        receipts: "Reçus",
        receiptsText: """
            Chaque tour auquel vous avez participé, et ce qu’est devenu votre ticket, d’après le \
            registre public.
            """,
        noReceipts: "Vous n’avez encore participé à aucun tour.",
        notOpened: "pas encore ouvert",
        signIn: "Connexion",
        devices: "Vos connexions",
        thisDevice: "cet appareil",
        unknownDevice: "Appareil inconnu",
        since: "depuis le",
        lastUsed: "dernière utilisation le",
        logOutThere: "Déconnecter",
        logOutOthers: "Déconnecter partout ailleurs",
        othersOut: "Tous les autres appareils sont déconnectés.",
        passwordTitle: "Changer de mot de passe",
        currentPassword: "Mot de passe actuel",
        passwordButton: "Changer le mot de passe",
        passwordDone: """
            Votre mot de passe est changé. Tous les autres appareils sont déconnectés.
            """,
        mailTitle: "Changer d’adresse e-mail",
        mailText: """
            Nous écrivons à la nouvelle adresse. Elle devient la vôtre quand vous suivez le lien, et \
            nous en informons l’ancienne.
            """,
        newMail: "Nouvelle adresse e-mail",
        mailButton: "Écrire à la nouvelle adresse",
        mailConfirmText: "Encore un clic et votre compte porte cette adresse e-mail.",
        mailConfirmButton: "Prendre la nouvelle adresse",
        mailDone: "Votre compte porte la nouvelle adresse e-mail.",
        yourRecords: "Vos données",
        exportTitle: "Les emporter",
        exportText: """
            Tout ce que nous avons sur vous, dans un fichier lisible par un programme (JSON)\u{A0}: \
            compte, adresses, commandes, paiements, retours, garanties, tickets, et qui les a \
            consultés.
            """,
        exportButton: "Tout télécharger",
        retentionTitle: "Ce que nous gardons, et combien de temps",
        retention: { subject in
            switch subject {
            case .orders: "Comptes d’une commande\u{A0}: articles, montants, dates, pays"
            case .addresses: "Nom, rue et téléphone d’une commande terminée"
            case .accounts: "Un compte que personne n’utilise"
            case .logs: "Qui a consulté quoi, et à quoi une place en salle était reconnue"
            }
        },
        months: {
            $0 > 12 && $0 % 12 == 0
                ? "\(formats.number($0 / 12))\(noBreak)ans" : "\(formats.number($0))\(noBreak)mois"
        },
        basis: { $0 == .law ? "la loi l’exige" : "notre choix" },
        looksTitle: "Qui, chez nous, a consulté vos données",
        noLooks: "Personne.",
        eraseTitle: "Supprimer votre compte",
        eraseText: """
            Vos nom, adresse e-mail, adresses, numéros de téléphone, photos et appareils sont écrasés \
            tout de suite, et personne ne peut les rétablir. Vous ne pourrez plus vous connecter.
            """,
        eraseKept: """
            Ceci est conservé sous un nom inventé, parce que la loi l’exige ou parce que le registre \
            public d’une vente doit rester vérifiable\u{A0}:
            """,
        eraseKeptNothing: "Rien de ce qui vous concerne ne doit être conservé.",
        keptUntil: { "Commande \($0)\u{A0}: articles, montants, dates et pays, jusqu’au \($1)" },
        kept: { "Commande \($0)\u{A0}: articles, montants, dates et pays" },
        eraseLosesWarranty: """
            Vous avez encore des articles sous garantie. Sans compte, vous ne pourrez plus rien \
            demander ici\u{A0}; transmettez d’abord leurs passeports à qui doit en profiter.
            """,
        eraseButton: "Supprimer définitivement mon compte",
        erasedTitle: "Votre compte est supprimé",
        erasedText: "Votre nom, vos adresses et tout ce qui vous concerne sont écrasés.",
        accessLog: "Accès",
        accessText: "Qui, chez nous, a consulté les données de qui, quand et sur quelle page.",
        accessOf: "Compte ou commande",
        show: "Afficher")
}
