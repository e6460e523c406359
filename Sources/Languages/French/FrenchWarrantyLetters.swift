// The letters about a claim, in French.

import Rules

extension WarrantyLetters {
    static let french = WarrantyLetters(
        received: frenchReceived, accepted: frenchAccepted, declined: frenchDeclined,
        remedy: frenchRemedy, done: frenchDone)
}

private let formats = Formats.french

private func see(_ claim: ClaimLetter) -> String { "Voir votre demande\u{A0}:\n\(claim.link)" }

/// The law first.
private func cover(_ claim: ClaimLetter) -> String {
    let lines = [
        claim.lawUntil.map { "  Garantie légale\u{A0}: jusqu’au \(formats.day($0))" },
        claim.makerUntil.map {
            let name =
                claim.lawUntil == nil ? "Garantie du fabricant" : "En plus, garantie du fabricant"
            return "  \(name)\u{A0}: jusqu’au \(formats.day($0))"
        },
    ]
    return "Vos garanties\u{A0}:\n" + lines.compactMap { $0 }.joined(separator: "\n")
}

private func frenchReceived(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Nous avons reçu votre demande \(claim.number)\u{A0}: \(claim.product)",
        [
            "nous sommes désolés que cet article présente un défaut\u{A0}: \(claim.product).",
            cover(claim),
            claim.answerBy.map {
                "Vous aurez notre réponse au plus tard le \(formats.weekday($0))."
            },
            see(claim),
        ])
}

private func frenchAccepted(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre demande \(claim.number) est acceptée",
        [
            """
            nous avons examiné votre demande \(claim.number) concernant \(claim.product) et nous \
            l’acceptons.
            """,
            """
            Notre prochain message vous dira si nous le réparons, le remplaçons ou le remboursons. \
            Cela ne vous coûte rien.
            """,
            see(claim),
        ])
}

private func frenchDeclined(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre demande \(claim.number) est refusée",
        [
            """
            nous avons examiné votre demande \(claim.number) concernant \(claim.product) et ne \
            pouvons pas l’accepter.
            """,
            "Notre motif\u{A0}:\n  \(claim.reason)", cover(claim),
            """
            Vos droits légaux ne dépendent pas de notre avis. Si vous êtes d’un autre avis, \
            écrivez-nous.
            """,
            see(claim),
        ])
}

private func frenchRemedy(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    let said =
        switch claim.remedy {
        case .repair: "Nous le réparons à nos frais et vous le renvoyons."
        case .replacement: "Nous vous en envoyons un autre, à nos frais."
        case .refund, nil:
            """
            Son prix est remboursé par le moyen de paiement utilisé, à la personne qui a payé la \
            commande, dès que le retour est vérifié.
            """
        }
    return Letter(
        .french, to: reader,
        "La suite donnée à votre demande \(claim.number)",
        ["au sujet de votre demande \(claim.number), \(claim.product). \(said)"]
            + wayIn(claim) + [see(claim)])
}

private func wayIn(_ claim: ClaimLetter) -> [String] {
    switch claim.wayIn {
    case .keep:
        [
            """
            Vous n’avez rien à envoyer\u{A0}: aucun transporteur ne peut prendre l’article \
            défectueux. Déposez-le dans un point de collecte d’appareils et de piles usagés.
            """
        ]
    case .send(let number, let address):
        [
            """
            Envoyez-le-nous bien emballé, en inscrivant \(number) sur le colis. Le port est à notre \
            charge\u{A0}: gardez le reçu. Adresse\u{A0}:
            """,
            address.map { "  " + $0 }.joined(separator: "\n"),
        ]
    }
}

private func frenchDone(_ reader: LetterReader, _ claim: ClaimLetter) -> Letter {
    let what =
        claim.remedy == .repair ? "votre article réparé est parti" : "un autre article est parti"
    return Letter(
        .french, to: reader,
        "En route vers vous\u{A0}: \(claim.product)",
        [
            "\(what) aujourd’hui\u{A0}: \(claim.product), demande \(claim.number).",
            claim.shipment.map { "  \($0.carrier), numéro de suivi \($0.trackingNumber)" },
            cover(claim), see(claim),
        ])
}
