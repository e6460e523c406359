// The letters in French.

import Rules

extension Letters {
    static let french = Letters(
        confirmAddress: frenchConfirmation, resetPassword: frenchReset,
        accountExists: frenchAccountExists, unitsHeld: frenchUnitsHeld, orderPaid: frenchOrderPaid,
        orderDelivered: frenchOrderDelivered, orderCancelled: frenchOrderCancelled,
        moneyReturned: frenchMoneyReturned, returnInstructions: frenchReturn)
}

private let formats = Formats.french

private func frenchConfirmation(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .french, to: reader,
        "Confirmez votre adresse",
        [
            """
            bienvenue chez \(reader.shop). Merci de confirmer que cette adresse est la \
            vôtre\u{A0}:
            """,
            link,
            """
            Le lien est valable deux jours. Ensuite, la salle d’attente de chaque vente vous est \
            ouverte.
            """,
            "Si vous n’avez pas créé de compte, ignorez cet e-mail\u{A0}: il ne se passera rien.",
        ])
}

private func frenchUnitsHeld(_ reader: LetterReader, _ units: UnitsLetter) -> Letter {
    let what = "\(formats.number(units.quantity)) × \(units.product)"
    return Letter(
        .french, to: reader,
        "Réservé pour vous\u{A0}: \(what)",
        [
            """
            des exemplaires sont revenus et c’était à vous. Réservé pour vous\u{A0}: \(what).
            """,
            """
            C’est à vous jusqu’au \(formats.moment(units.expires, offset: .zero)). Commandez et payez \
            avant, sinon ils vont à la personne suivante\u{A0}:
            """,
            units.link, "Si la vente est suspendue, vous avez d’autant plus de temps.",
        ])
}

private func frenchReset(_ reader: LetterReader, _ link: String) -> Letter {
    Letter(
        .french, to: reader,
        "Choisissez un nouveau mot de passe",
        [
            "vous pouvez choisir ici un nouveau mot de passe pour votre compte\u{A0}:", link,
            """
            Le lien sert une seule fois, pendant une heure. Tous vos appareils seront ensuite \
            déconnectés.
            """,
            """
            Si vous n’avez rien demandé, ignorez cet e-mail\u{A0}: votre mot de passe ne change \
            pas.
            """,
        ])
}

private func frenchAccountExists(
    _ reader: LetterReader, _ logIn: String, _ reset: String
) -> Letter {
    Letter(
        .french, to: reader,
        "Vous avez déjà un compte",
        [
            """
            quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Elle en a \
            déjà un\u{202F}; rien n’a été modifié. Pour vous connecter\u{A0}:
            """,
            logIn, "Si vous avez oublié votre mot de passe, choisissez-en un nouveau\u{A0}:", reset,
            "Si ce n’était pas vous, il n’y a rien à faire.",
        ])
}

func frenchBill(_ order: OrderLetter) -> String {
    order.bill(
        formats, shipping: "Livraison", duty: "Droits de douane", tax: "Taxes", fees: "Frais",
        total: "Total", colon: "\u{A0}:")
}

private func see(_ link: String) -> String { "Voir votre commande\u{A0}:\n\(link)" }

private func frenchOrderPaid(_ reader: LetterReader, _ order: OrderLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre commande \(order.number) est payée",
        [
            "merci\u{A0}: votre commande \(order.number) est payée, les articles sont à vous.",
            frenchBill(order),
            """
            C’est tout ce que vous payez. Nous nous chargeons de la douane et des taxes\u{202F}; \
            rien ne sera dû à la livraison.
            """,
            """
            Elle quittera notre entrepôt au plus tard le \(formats.weekday(order.promise)). \
            Sinon, vous pourrez annuler et tout vous sera remboursé.
            """,
            order.wayBack.map { way in
                """
                Vous pouvez la renvoyer dans les \
                \(formats.count(way.days, one: "jour", other: "jours")) suivant la réception. \
                \(cost(way.cost))
                """
            },
            see(order.link),
        ])
}

private func cost(_ cost: WayBack.Cost, of what: String = "toute la commande") -> String {
    switch cost {
    case .buyer(let money):
        "Le retour est à votre charge\u{A0}: environ \(formats.money(money)) pour \(what)."
    case .store: "Nous payons le retour."
    case .notSent:
        """
        Aucun transporteur ne reprend ces articles\u{A0}: vous n’aurez pas à les renvoyer et \
        l’argent vous sera tout de même rendu.
        """
    }
}

private func frenchOrderDelivered(
    _ reader: LetterReader, _ order: OrderLetter, _ delivery: DeliveryLetter
) -> Letter {
    Letter(
        .french, to: reader,
        "Votre commande \(order.number) est arrivée",
        [
            """
            votre commande \(order.number) a été livrée le \(formats.weekday(delivery.day)). Nous \
            espérons qu’elle vous plaît.
            """,
            frenchBill(order),
            """
            Sinon, vous pouvez demander à la renvoyer jusqu’au \
            \(formats.weekday(delivery.lastReturnDay)), sans donner de motif.
            """,
            order.wayBack.map { cost($0.cost) },
            "Demander un retour\u{A0}:\n\(order.link)",
        ])
}

private func frenchOrderCancelled(_ reader: LetterReader, _ order: OrderLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre commande \(order.number) est annulée",
        [
            "votre commande \(order.number) est annulée\u{A0}:", frenchBill(order),
            """
            Tout vous sera remboursé par le moyen de paiement utilisé. Nous vous écrirons dès que \
            ce sera fait.
            """,
            see(order.link),
        ])
}

private func frenchMoneyReturned(_ reader: LetterReader, _ refund: RefundLetter) -> Letter {
    let why =
        switch refund.reason {
        case .late:
            """
            Votre paiement nous est parvenu après la fin de votre réservation, alors que les \
            unités étaient déjà à quelqu’un d’autre. Nous en sommes désolés.
            """
        case .wrongAmount: "Le montant reçu n’était pas celui convenu\u{A0}; rien n’a été vendu."
        case .cancelled: "La commande a été annulée."
        case .calledOff: "Cette somme correspond à la partie de la commande qui n’arrivera pas."
        case .returned: "Nous avons reçu votre retour."
        }
    return Letter(
        .french, to: reader,
        "Votre remboursement pour la commande \(refund.orderNumber)",
        [
            """
            nous vous avons remboursé \(formats.money(refund.amount)) pour la commande \
            \(refund.orderNumber). \(why)
            """,
            """
            La somme revient par le moyen de paiement utilisé\u{202F}; selon votre banque, tout \
            de suite ou sous dix jours.
            """,
            see(refund.link),
        ])
}

private func frenchReturn(_ reader: LetterReader, _ goods: ReturnLetter) -> Letter {
    let what = goods.units.said(formats)
    let isSent = goods.cost != .notSent
    return Letter(
        .french, to: reader,
        "Votre retour \(goods.returnNumber)",
        [
            "vous souhaitez renvoyer \(what) de la commande \(goods.orderNumber). C’est d’accord.",
            cost(goods.cost, of: what),
            isSent
                ? """
                Déposez le colis au plus tard le \(formats.weekday(goods.lastDay)), bien \
                emballé, en y inscrivant \(goods.returnNumber). Gardez la preuve de dépôt. \
                Adresse de retour\u{A0}:
                """
                : nil,
            isSent ? goods.address.map { "  " + $0 }.joined(separator: "\n") : nil,
            isSent ? "Le remboursement suivra dès que nous l’aurons reçu et vérifié." : nil,
            see(goods.link),
        ])
}
