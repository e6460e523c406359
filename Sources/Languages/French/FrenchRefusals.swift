// How the shop says no in French.

import Rules

extension RefusalPhrases {
    static let french = RefusalPhrases(
        told: { frenchRefusal($0, offset: $1) }, name: frenchFieldName, fault: frenchFault)
}

private func frenchRefusal(_ refusal: Refusal, offset: Span) -> ToldRefusal {
    let formats = Formats.french
    switch refusal {
    case .input(let faults):
        let count = formats.count(faults.count, one: "point est", other: "points sont")
        return ToldRefusal(
            "\(count) à revoir.", "Corrigez ce qui est signalé, puis envoyez à nouveau.")
    case .notFound:
        return ToldRefusal(
            "Il n’y a rien ici.", "Vérifiez l’adresse ou repartez de la page d’accueil.")
    case .idempotencyKeyMissing:
        return ToldRefusal(
            "La requête est arrivée sans en-tête Idempotency-Key.",
            "Joignez-en un à chaque requête qui modifie quelque chose.")
    case .idempotencyKeyReused:
        return ToldRefusal(
            "Ce formulaire a déjà été envoyé avec un autre contenu.",
            "Rechargez la page et remplissez-le à nouveau.")
    case .wrongMailOrPassword:
        return ToldRefusal(
            "L’adresse e-mail ou le mot de passe est incorrect.",
            "Réessayez ou choisissez un nouveau mot de passe.")
    case .notLoggedIn:
        return ToldRefusal(
            "Il faut une connexion à votre compte.",
            "Connectez-vous\u{A0}: vous reviendrez ensuite à cette page.")
    case .mailNotConfirmed:
        return ToldRefusal(
            "Votre adresse e-mail n’est pas encore confirmée.",
            "Suivez le lien reçu dans notre e-mail.")
    case .linkExpired:
        return ToldRefusal(
            "Ce lien a déjà servi ou n’est plus valable.", "Demandez-en un nouveau.")
    case .codeExpired:
        return ToldRefusal(
            "Ce code est inexact, déjà utilisé ou trop ancien.",
            "Vérifiez les caractères, ou demandez un nouveau code là où vous l’avez eu.")
    case .tooManyAttempts(let wait):
        return ToldRefusal(
            "Il y a eu trop de tentatives.", "Réessayez \(formats.within(wait)).")
    case .notAllowed:
        return ToldRefusal(
            "Votre compte n’a pas ce droit.", "Connectez-vous avec un compte qui en dispose.")
    case .marketUnknown:
        return ToldRefusal(
            "Nous ne vendons pas encore dans ce pays.", "Choisissez un pays de la liste.")
    case .addressOutsideMarket:
        return ToldRefusal(
            "L’adresse se trouve dans un autre pays que celui où vous achetez.",
            """
            Indiquez une adresse dans ce pays ou changez de pays d’achat. Là où nous ne vendons pas \
            encore, vous pouvez demander à être prévenu.
            """)
    case .addressExcluded(let area):
        return ToldRefusal(
            "Nous ne livrons pas à cette adresse (\(area)).", "Indiquez une adresse ailleurs.")
    case .notSoldHere:
        return ToldRefusal(
            "Cet article n’est pas vendu dans votre pays.", "Voyez ce qui y est proposé.")
    case .withheld(let reason):
        return ToldRefusal(
            "Cet article n’est pas vendu dans votre pays pour l’instant\u{A0}: \(reason)",
            "Il pourra être proposé une fois ce point réglé.")
    case .noShippingMethod:
        return ToldRefusal(
            "Aucun transporteur n’achemine ces articles ensemble vers cette adresse.",
            "Commandez-en moins à la fois.")
    case .roomNotOpen(let opens):
        return ToldRefusal(
            "La salle d’attente n’est pas encore ouverte.",
            "Elle ouvre le \(formats.moment(opens, offset: offset)).")
    case .saleNotOpen(let opens):
        return ToldRefusal(
            "La vente n’a pas encore commencé.",
            "Elle commence le \(formats.moment(opens, offset: offset)).")
    case .saleClosed:
        return ToldRefusal("La vente est terminée.", "Consultez la date de la prochaine.")
    case .salePaused(let reason):
        return ToldRefusal(
            "La vente est suspendue\u{A0}: \(reason)",
            "Restez ici\u{A0}: personne n’y perd sa place ni son temps.")
    case .noTicket:
        return ToldRefusal(
            "Vous n’avez pas de place dans cette session.",
            "Entrez dans la salle d’attente pour en obtenir une.")
    case .workMissing:
        return ToldRefusal(
            "Le calcul demandé à l’entrée manque ou est trop ancien.",
            "Appuyez de nouveau sur le bouton\u{A0}; votre navigateur le refera.")
    case .waitFirst(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal("C’était un peu tôt.", "Appuyez de nouveau sur le bouton à \(time).")
    case .notYourTurn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal("Ce n’est pas encore votre tour.", "Il viendra vers \(time).")
    case .soldOut:
        return ToldRefusal("Épuisé.", "Plus rien ne reviendra dans cette session.")
    case .allHeld(let next):
        let time = formats.time(next, offset: offset, seconds: true)
        return ToldRefusal(
            "Toutes les unités sont actuellement réservées par d’autres acheteurs.",
            "Certaines peuvent revenir\u{202F}; la prochaine à \(time).")
    case .limitReached(let limit, let held):
        return ToldRefusal(
            """
            La limite est de \(formats.number(limit)) par acheteur et vous en avez déjà \
            \(formats.number(held)).
            """,
            """
            Vos réservations et vos commandes comptent\u{202F}; libérez-en pour en prendre \
            d’autres.
            """
        )
    case .householdLimitReached(let limit):
        return ToldRefusal(
            """
            La limite est de \(formats.number(limit)) par foyer\u{202F}; elle est atteinte à \
            cette adresse.
            """,
            "Les commandes de tous ceux qui y habitent comptent.")
    case .busy(let wait):
        return ToldRefusal(
            "Il y a énormément de monde en ce moment.",
            "Réessayez \(formats.within(wait)). Vous n’y perdez rien.")
    case .askedTooOften(let wait):
        return ToldRefusal(
            "C’était trop souvent en peu de temps.",
            """
            Réessayez \(formats.within(wait)). Votre place et ce qui vous est réservé restent à \
            vous.
            """)
    case .unitsFree:
        return ToldRefusal(
            "Il y a des exemplaires libres en ce moment.",
            "Réservez-en un\u{202F}; inutile d’attendre ceux des autres.")
    case .alreadyProlonged:
        return ToldRefusal(
            "Vous avez déjà eu plus de temps une fois.",
            """
            D’autres attendent ces exemplaires\u{202F}; terminez votre commande dans le temps qui \
            reste.
            """)
    case .notDrawn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal(
            "Votre ticket n’a pas été tiré.",
            """
            Mettez-vous en liste d’attente pour ce que laissent les gagnants, ou revenez à \
            \(time)\u{202F}: le reste sera alors pour tous.
            """)
    case .orderNotDrawn:
        return ToldRefusal(
            "L’ordre de cette session n’est pas encore tiré.",
            "Il est public dès le début de la vente.")
    case .beaconNotYet(let moment):
        return ToldRefusal(
            "La valeur de la balise ne peut pas encore être connue.",
            """
            Elle est publiée le \(formats.moment(moment, offset: offset, seconds: true)), une fois la \
            liste close.
            """)
    case .beaconTooLate:
        return ToldRefusal(
            "La liste de cette session a été close alors que la valeur de la balise était connue.",
            "L’ordre est tiré sans elle, et le procès-verbal le dit.")
    case .orderDrawn:
        return ToldRefusal(
            "L’ordre de cette session est déjà tiré.", "Plus rien n’entre dans le tirage.")
    case .basketEmpty:
        return ToldRefusal(
            "Vous n’avez rien réservé.", "Réservez un article dans une vente en cours.")
    case .reservationLapsed:
        return ToldRefusal(
            "Votre réservation a expiré avant le paiement.",
            """
            Si une somme a été débitée, elle vous sera rendue. Réservez à nouveau s’il reste des \
            unités.
            """
        )
    case .quoteExpired:
        return ToldRefusal(
            "Le prix a été recalculé depuis que vous l’avez vu.",
            "Relisez-le et confirmez-le. Rien n’a été commandé.")
    case .addressChangesPrice(let total):
        return ToldRefusal(
            """
            À cette adresse, la commande coûterait \(formats.money(total)) et non le prix convenu.
            """,
            """
            Gardez l’adresse, ou annulez la commande et passez-en une autre tant que la vente dure.
            """)
    case .orderStateForbids(let state): return frenchStage(Stage(state))
    case .paymentDeclined(let decline): return frenchDecline(decline)
    case .paymentUnavailable:
        return ToldRefusal(
            "Ce moyen de paiement est indisponible pour le moment.",
            "Essayez-en un autre, ou celui-ci dans une minute.")
    case .tooMuchForOneParcel(let parcels):
        return ToldRefusal(
            "Les règles de transport interdisent de mettre ces articles dans un seul colis.",
            "Répartissez-les\u{A0}: il faut \(parcels) colis.")
    case .parcelStillExpected(let day):
        return ToldRefusal(
            "Le colis peut encore être en route jusqu’au \(formats.day(day)).",
            "S’il n’est pas là à cette date, signalez-le ici\u{A0}: nous le cherchons et en répondons."
        )
    case .reportClosed(let day):
        return ToldRefusal(
            "Cela pouvait être signalé ici jusqu’au \(formats.day(day)).",
            "Écrivez-nous quand même\u{A0}: nous répondons de ce qui n’est jamais arrivé.")
    case .parcelInUse:
        return ToldRefusal(
            """
            Un article de ce colis est renvoyé, réclamé ou cédé\u{A0}: le colis est donc arrivé.
            """,
            "S’il n’en manque qu’une partie, demandez un retour et dites-le.")
    case .carrierRefused(let reason):
        return ToldRefusal(
            "Le transporteur refuse ce colis\u{A0}: \(reason)",
            "Corrigez ce qui le gêne, ou choisissez un autre transporteur.")
    case .picturesUnavailable:
        return ToldRefusal(
            "Cette machine ne peut pas préparer d’images pour le moment.",
            "Rien n’a changé. Son exploitant doit installer libvips (Debian\u{A0}: libvips-tools).")
    case .carrierUnavailable:
        return ToldRefusal(
            "Le transporteur ne répond pas clairement pour le moment.",
            "Réessayez dans une minute\u{A0}: ce sera le même colis.")
    case .returnWindowClosed(let day):
        return ToldRefusal(
            "Le dernier jour pour renvoyer cet article était le \(formats.day(day)).",
            "S’il est défectueux, les garanties s’appliquent toujours\u{A0}: écrivez-nous.")
    case .returnNotDelivered:
        return ToldRefusal(
            "Cet article n’est pas encore livré.", "Vous pourrez le renvoyer après l’avoir reçu.")
    case .customsStillOpen(let day):
        return ToldRefusal(
            "La loi laisse encore du temps jusqu’au \(formats.day(day)).",
            "Le dossier se ferme de lui-même ensuite.")
    case .warrantyOver(let day):
        return ToldRefusal(
            "Les garanties de cet article ont pris fin le \(formats.day(day)).",
            "Écrivez-nous tout de même\u{A0}: peut-être pouvons-nous vous aider.")
    case .notCovered:
        return ToldRefusal(
            "Rien n’est garanti pour cet article.",
            """
            Il a été rendu, ou c’est une pièce détachée. Écrivez-nous si vous êtes d’un autre avis.
            """)
    case .claimOpen(let number):
        return ToldRefusal(
            "Votre demande \(number) à ce sujet est encore en cours.",
            "Attendez qu’elle soit close\u{202F}; vous recevez un e-mail à chaque étape.")
    case .stillOpen(let number):
        return ToldRefusal(
            "\(number) n’est pas encore terminé.",
            """
            Tant que nous vous devons quelque chose, nous devons vous connaître. Revenez ensuite.
            """)
    case .nothingToReturn:
        return ToldRefusal(
            "Vous avez déjà demandé le retour de tous ces articles.",
            "Suivez les instructions reçues par e-mail.")
    }
}

private func frenchStage(_ stage: Stage) -> ToldRefusal {
    switch stage {
    case .unpaid:
        ToldRefusal("Ce n’est pas encore payé.", "Payez d’abord, puis réessayez.")
    case .paying:
        ToldRefusal(
            "Un paiement est en cours.",
            "Attendez d’en connaître l’issue\u{202F}; cela prend une minute.")
    case .settled:
        ToldRefusal("C’est déjà payé.", "Il n’y a plus rien à faire ici.")
    case .dispatched:
        ToldRefusal(
            "Le colis a quitté l’entrepôt.", "Une fois livré, il pourra être renvoyé.")
    case .over:
        ToldRefusal(
            "C’est terminé et ne peut plus être modifié.", "Recommencez si vous le souhaitez.")
    }
}
