// Of duty and tax that may be got back, in French.

import Rules

extension RecoveryPhrases {
    static let french = RecoveryPhrases(
        title: "Droits à récupérer",
        intro: """
            Pour les articles remboursés\u{A0}: ce qui a été payé à la frontière ou dû sur la vente, la \
            voie par laquelle cela peut être récupéré et la date limite de la demande. Les règles \
            citées de mémoire portent la mention «\u{A0}unconfirmed\u{A0}».
            """,
        nothing: "Rien n’est à récupérer.",
        charge: { charge in
            switch charge {
            case .duty: "droits"
            case .tax: "taxe"
            case .fee: "frais"
            }
        },
        way: { way in
            switch way {
            case .drawback: "drawback"
            case .repayment: "remboursement par la douane"
            case .iossCorrection: "correction de la déclaration IOSS"
            case .taxReturn: "déclaration fiscale du vendeur"
            }
        },
        state: { state in
            switch state {
            case .open: "non demandé"
            case .claimed: "demandé"
            case .received: "reçu"
            }
        },
        until: { "à demander avant le \($0) inclus" },
        claimed: { "demandé sous la référence \($0) le \($1)" },
        came: { "\($0) reçus le \($1)" },
        claim: "Demandé",
        receive: "Reçu")
}
