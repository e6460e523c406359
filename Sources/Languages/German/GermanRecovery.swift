// Of duty and tax that may be got back, in German.

import Rules

extension RecoveryPhrases {
    static let german = RecoveryPhrases(
        title: "Zoll und Steuern zurück",
        intro: """
            Zu erstatteten Artikeln: was an der Grenze gezahlt oder für den Verkauf geschuldet wurde, \
            auf welchem Weg es zurückkommen kann und bis wann es zu beantragen ist. Regeln aus dem \
            Gedächtnis sind mit „unconfirmed“ gekennzeichnet.
            """,
        nothing: "Nichts ist zurückzuholen.",
        charge: { charge in
            switch charge {
            case .duty: "Zoll"
            case .tax: "Steuer"
            case .fee: "Gebühr"
            }
        },
        way: { way in
            switch way {
            case .drawback: "Drawback"
            case .repayment: "Erstattung durch den Zoll"
            case .iossCorrection: "Berichtigung der IOSS-Erklärung"
            case .taxReturn: "eigene Steuererklärung"
            }
        },
        state: { state in
            switch state {
            case .open: "nicht beantragt"
            case .claimed: "beantragt"
            case .received: "eingegangen"
            }
        },
        until: { "zu beantragen bis \($0)" },
        claimed: { "beantragt als \($0) am \($1)" },
        came: { "\($0) eingegangen am \($1)" },
        claim: "Beantragt",
        receive: "Eingegangen")
}
