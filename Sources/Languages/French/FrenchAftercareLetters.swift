// The letters of what comes after the sale, in French.

import Rules

extension AftercareLetters {
    static let french = AftercareLetters(
        withdrawalReceipt: frenchReceipt, returnReceived: frenchReceived,
        dispatchLate: frenchDispatchLate, deliveryLate: frenchDeliveryLate)
}

private let formats = Formats.french

private func frenchReceipt(_ reader: LetterReader, _ said: WithdrawalLetter) -> Letter {
    let outcome =
        switch said.outcome {
        case .open:
            """
            Nous l’examinons et vous écrirons de nouveau. Votre déclaration vaut à compter de cet \
            instant.
            """
        case .cancelled:
            "Rien n’était encore parti\u{A0}: la commande est annulée et tout vous est remboursé."
        case .returning(let number):
            """
            Votre retour porte le numéro \(number). La marche à suivre est dans notre prochain \
            message.
            """
        case .refused:
            """
            D’après nos dossiers, une rétractation n’est plus possible ici. Si vous êtes d’un autre \
            avis, écrivez-nous.
            """
        }
    return Letter(
        .french, to: reader,
        "Nous avons reçu votre rétractation\u{A0}: commande \(said.orderNumber)",
        [
            """
            le \(formats.moment(said.declared, offset: .zero, seconds: true)), nous avons reçu \
            votre déclaration de rétractation du contrat\u{A0}:
            """,
            [
                "  Commande\u{A0}: \(said.orderNumber)", "  Nom\u{A0}: \(said.name)",
                "  Articles\u{A0}: \(said.units.isEmpty ? "tout" : said.units.said(formats))",
            ].joined(separator: "\n"),
            outcome, "Cet accusé de réception en ligne\u{A0}:\n\(said.link)",
        ])
}

private func frenchReceived(_ reader: LetterReader, _ goods: ReceivedLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre retour \(goods.returnNumber) est vérifié",
        [
            """
            nous avons vérifié votre retour \(goods.returnNumber) de la commande \
            \(goods.orderNumber).
            """,
            goods.note.isEmpty ? nil : "Notre constat\u{A0}:\n  \(goods.note)",
            goods.deduction.isZero
                ? nil
                : """
                Pour la dépréciation allant au-delà d’un simple essai, nous retenons \
                \(formats.money(goods.deduction)). Si vous êtes d’un autre avis, écrivez-nous.
                """,
            """
            Nous vous rendons \(formats.money(goods.amount)), par le moyen de paiement utilisé.
            """,
            "Voir votre commande\u{A0}:\n\(goods.link)",
        ])
}

private func frenchDispatchLate(_ reader: LetterReader, _ late: LateLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre commande \(late.orderNumber) est en retard\u{A0}: attendre ou annuler",
        [
            late.rest.isEmpty
                ? """
                votre commande \(late.orderNumber) devait quitter notre entrepôt au plus tard le \
                \(formats.weekday(late.day)). Ce n’est pas le cas, et nous en sommes désolés.
                """
                : """
                toute votre commande \(late.orderNumber) devait quitter notre entrepôt au plus tard \
                le \(formats.weekday(late.day)). Il y reste \(late.rest.said(formats)), et nous en \
                sommes désolés.
                """,
            """
            Jusqu’au départ, vous pouvez annuler à tout moment\u{A0}: nous vous rendons \
            \(formats.money(late.total)), soit tout ce que vous avez payé pour ces articles.
            """,
            late.waitUntil.map {
                """
                Sans réponse de votre part, nous comprenons que vous attendez jusqu’au \
                \(formats.weekday($0)). Si rien n’est parti d’ici là et que vous n’avez pas accepté \
                d’attendre davantage, nous annulons et remboursons tout.
                """
            } ?? "Si vous ne faites rien, nous l’envoyons dès que possible.",
            "Choisissez ici\u{A0}:\n\(late.link)",
        ])
}

private func frenchDeliveryLate(_ reader: LetterReader, _ late: LateLetter) -> Letter {
    Letter(
        .french, to: reader,
        "Votre commande \(late.orderNumber) n’est pas arrivée à temps",
        [
            late.rest.isEmpty
                ? """
                votre commande \(late.orderNumber) devait vous parvenir au plus tard le \
                \(formats.weekday(late.day)). D’après nos dossiers, ce n’est pas le cas, et nous en \
                sommes désolés.
                """
                : """
                toute votre commande \(late.orderNumber) devait vous parvenir au plus tard le \
                \(formats.weekday(late.day)). D’après nos dossiers, il manque encore \
                \(late.rest.said(formats)), et nous en sommes désolés.
                """,
            """
            Si vous ne voulez plus attendre, annulez\u{A0}: nous vous rendons \
            \(formats.money(late.total)), soit tout ce que vous avez payé pour ces articles. Si tout \
            est arrivé, dites-le-nous.
            """,
            "Voir votre commande\u{A0}:\n\(late.link)",
        ])
}
