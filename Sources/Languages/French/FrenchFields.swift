// What fields are called in French, and what can be wrong with them.

import Rules

func frenchFieldName(_ field: Field) -> String {
    switch field {
    case .mail: "Adresse e-mail"
    case .password: "Mot de passe"
    case .name: "Nom et prénom"
    case .language: "Langue"
    case .market: "Pays d’achat"
    case .line1: "Numéro et rue"
    case .line2: "Complément d’adresse (facultatif)"
    case .city: "Ville"
    case .subdivision: "Région ou État"
    case .postcode: "Code postal"
    case .country: "Pays"
    case .phone: "Téléphone"
    case .product: "Article"
    case .quantity: "Quantité"
    case .method: "Mode"
    case .reason: "Motif"
    case .acceptance: "Votre accord"
    case .carrier: "Transporteur"
    case .trackingNumber: "Numéro de suivi"
    case .day: "Date"
    case .lines: "Articles"
    case .code: "Code"
    case .order: "Numéro de commande"
    case .condition: "État"
    case .note: "Remarque"
    case .deduction: "Retenue"
    case .newPassword: "Nouveau mot de passe"
    case .description: "Défaut constaté"
    case .wish: "Votre souhait"
    case .photos: "Photos"
    case .remedy: "Solution"
    case .decision: "Décision"
    case .value: "Valeur"
    case .caption: "Description de la photo"
    case .reference: "Référence"
    case .amount: "Montant"
    case .body: "Requête"
    }
}

func frenchFault(_ fault: Fault) -> String {
    let formats = Formats.french
    let characters = { formats.count($0, one: "caractère", other: "caractères") }
    let said =
        switch fault.problem {
        case .missing: "veuillez remplir ce champ."
        case .malformed:
            fault.field == .mail
                ? "une adresse s’écrit comme nom@example.com."
                : "ce n’est pas écrit sous la forme attendue."
        case .tooShort(let least): "au moins \(characters(least))."
        case .tooLong(let most): "au plus \(characters(most))."
        case .outOfRange(let least, let most):
            "choisissez de \(formats.number(least)) à \(formats.number(most))."
        case .amountOutOfRange(let most):
            "saisissez un montant de 0 à \(formats.money(most))."
        case .notOffered:
            fault.field.isPassword
                ? "celui-ci est parmi les premiers que l’on essaie. Choisissez-en un autre."
                : "ce choix n’est pas proposé ici."
        case .taken: "c’est déjà pris."
        case .tooMany(let most): "pas plus de \(formats.number(most))."
        case .tooNarrow(let pixels): "au moins \(formats.number(pixels))\(noBreak)pixels de large."
        case .tooLarge(let megabytes):
            "\(formats.number(megabytes))\(noBreak)Mo au plus par fichier."
        case .wrong: "ce n’est pas celui que nous connaissons."
        }
    return "\(frenchFieldName(fault.field))\(noBreak): \(said)"
}
