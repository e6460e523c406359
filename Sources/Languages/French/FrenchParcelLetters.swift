// The letters about parcels, in French.

import Rules

extension ParcelLetters {
    static let french = ParcelLetters(
        dispatched: frenchDispatched, missing: frenchMissing, found: frenchFound,
        lost: frenchLost, returned: frenchReturned,
        restCancelled: { reader, number, link in
            Letter(
                .french, to: reader,
                "Le reste de votre commande \(number) est annulé",
                [
                    """
                    ce qui, de votre commande \(number), n’avait pas encore quitté notre entrepôt \
                    est annulé. Ce qui est en route vous parviendra.
                    """,
                    """
                    Tout ce que vous aviez payé pour le reste vous sera remboursé par le moyen de \
                    paiement utilisé. Nous vous écrirons dès que ce sera fait.
                    """,
                    "Voir votre commande\u{A0}:\n\(link)",
                ])
        })
}

private let formats = Formats.french

private func carriage(_ shipment: Shipment) -> String {
    """
      Transporteur\u{A0}: \(shipment.carrier)
      Numéro de suivi\u{A0}: \(shipment.trackingNumber)
    """
}

private func frenchDispatched(
    _ reader: LetterReader, _ order: OrderLetter, _ parcel: ParcelLetter
) -> Letter {
    let day = formats.weekday(parcel.shipment.day)
    let isWhole = parcel.part == .whole
    let rest: String? =
        switch parcel.part {
        case .whole: nil
        case .some(let units, let by):
            """
            Le reste, \(units.said(formats)), quitte notre entrepôt au plus tard le \
            \(formats.weekday(by)).
            """
        case .last: "Avec ce colis, toute votre commande est en route."
        }
    return Letter(
        .french, to: reader,
        isWhole
            ? "Votre commande \(order.number) est en route"
            : "Une partie de votre commande \(order.number) est en route",
        [
            isWhole
                ? "votre commande \(order.number) a quitté notre entrepôt le \(day)."
                : """
                une partie de votre commande \(order.number) a quitté notre entrepôt le \
                \(day)\u{A0}: \(parcel.units.said(formats)).
                """,
            carriage(parcel.shipment), rest,
            isWhole ? frenchBill(order) : nil,
            """
            Nous nous chargeons de la douane et des taxes. Si un transporteur vous réclame de \
            l’argent à la livraison, ne payez pas et écrivez-nous.
            """,
            "Voir votre commande\u{A0}:\n\(order.link)",
        ])
}

private func frenchMissing(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Nous cherchons votre colis\u{A0}: commande \(parcel.orderNumber)",
        [
            """
            un colis de votre commande \(parcel.orderNumber), contenant \
            \(parcel.units.said(formats)), ne vous est pas parvenu. Nous le cherchons auprès du \
            transporteur.
            """,
            carriage(parcel.shipment),
            parcel.delivered.map {
                "Selon le transporteur, il a été livré le \(formats.weekday($0))."
            },
            parcel.by.map {
                """
                Nous en saurons plus au plus tard le \(formats.weekday($0)). S’il n’est pas retrouvé \
                d’ici là, nous renvoyons les articles ou nous les remboursons. Vous n’avez rien à \
                faire.
                """
            },
            "Voir votre commande\u{A0}:\n\(parcel.link)",
        ])
}

private func frenchFound(
    _ reader: LetterReader, _ parcel: ParcelLetter, _ finding: String
) -> Letter {
    Letter(
        .french, to: reader,
        "Votre colis est retrouvé\u{A0}: commande \(parcel.orderNumber)",
        [
            """
            nous avons cherché le colis de votre commande \(parcel.orderNumber), contenant \
            \(parcel.units.said(formats)), qui vous manquait. Il a été livré, selon le \
            transporteur\u{A0}:
            """, finding, carriage(parcel.shipment),
            """
            Si vous ne l’avez toujours pas, signalez-le sur la page de votre commande\u{A0}:
            \(parcel.link)
            """,
        ])
}

private func frenchLost(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre colis est perdu\u{A0}: commande \(parcel.orderNumber)",
        [
            """
            un colis de votre commande \(parcel.orderNumber), contenant \
            \(parcel.units.said(formats)), s’est perdu en route. Nous en sommes désolés.
            """,
            carriage(parcel.shipment), outcome(parcel),
            "Voir votre commande\u{A0}:\n\(parcel.link)",
        ])
}

private func frenchReturned(_ reader: LetterReader, _ parcel: ParcelLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre colis nous est revenu\u{A0}: commande \(parcel.orderNumber)",
        [
            """
            un colis de votre commande \(parcel.orderNumber), contenant \
            \(parcel.units.said(formats)), n’a pas pu être livré et nous est revenu.
            """,
            carriage(parcel.shipment), outcome(parcel),
            parcel.by.map { _ in
                """
                Vérifiez l’adresse sur la page de votre commande, et écrivez-nous si elle n’est pas \
                bonne.
                """
            },
            "Voir votre commande\u{A0}:\n\(parcel.link)",
        ])
}

private func outcome(_ parcel: ParcelLetter) -> String {
    parcel.by.map { "Nous renvoyons les articles au plus tard le \(formats.weekday($0))." }
        ?? """
        Tout ce que vous aviez payé pour eux vous sera remboursé par le moyen de paiement utilisé. \
        Nous vous écrirons dès que ce sera fait.
        """
}
