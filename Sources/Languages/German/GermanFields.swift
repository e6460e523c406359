// What fields are called in German, and what can be wrong with them.

import Rules

func germanFieldName(_ field: Field) -> String {
    switch field {
    case .mail: "E-Mail-Adresse"
    case .password: "Passwort"
    case .name: "Vor- und Nachname"
    case .language: "Sprache"
    case .market: "Land, in dem Sie einkaufen"
    case .line1: "Straße und Hausnummer"
    case .line2: "Adresszusatz (freiwillig)"
    case .city: "Ort"
    case .subdivision: "Bundesland"
    case .postcode: "Postleitzahl"
    case .country: "Land"
    case .phone: "Telefon"
    case .product: "Artikel"
    case .quantity: "Anzahl"
    case .method: "Art"
    case .reason: "Grund"
    case .acceptance: "Ihre Zustimmung"
    case .carrier: "Versanddienst"
    case .trackingNumber: "Sendungsnummer"
    case .day: "Datum"
    case .lines: "Positionen"
    case .code: "Code"
    case .order: "Bestellnummer"
    case .condition: "Zustand"
    case .note: "Bemerkung"
    case .deduction: "Abzug"
    case .newPassword: "Neues Passwort"
    case .description: "Was nicht stimmt"
    case .wish: "Was Sie möchten"
    case .photos: "Fotos"
    case .remedy: "Abhilfe"
    case .decision: "Entscheidung"
    case .value: "Wert"
    case .caption: "Bildbeschreibung"
    case .reference: "Referenz"
    case .amount: "Betrag"
    case .body: "Anfrage"
    }
}

func germanFault(_ fault: Fault) -> String {
    let formats = Formats.german
    let said =
        switch fault.problem {
        case .missing: "bitte ausfüllen."
        case .malformed:
            fault.field == .mail
                ? "eine Adresse sieht aus wie name@example.com."
                : "das ist nicht in der erwarteten Form."
        case .tooShort(let least): "mindestens \(formats.number(least))\(noBreak)Zeichen."
        case .tooLong(let most): "höchstens \(formats.number(most))\(noBreak)Zeichen."
        case .outOfRange(let least, let most):
            "bitte \(formats.number(least)) bis \(formats.number(most)) wählen."
        case .amountOutOfRange(let most):
            "bitte einen Betrag von 0 bis \(formats.money(most)) eingeben."
        case .notOffered:
            fault.field.isPassword
                ? "dieses gehört zu den ersten, die man ausprobiert. Bitte wählen Sie ein anderes."
                : "das steht hier nicht zur Wahl."
        case .taken: "das ist schon vergeben."
        case .tooMany(let most): "nicht mehr als \(formats.number(most))."
        case .tooLarge(let megabytes):
            "höchstens \(formats.number(megabytes))\(noBreak)MB je Datei."
        case .tooNarrow(let pixels): "mindestens \(formats.number(pixels))\(noBreak)Pixel breit."
        case .wrong: "das ist nicht das, was wir kennen."
        }
    return "\(germanFieldName(fault.field)): \(said)"
}
