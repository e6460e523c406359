// What an invoice says, in German.

import Rules

extension InvoicePhrases {
    static let german = InvoicePhrases(
        title: { "Rechnung \($0)" },
        invoice: "Rechnung",
        print: "Drucken",
        dated: { "Vom \($0), zur Bestellung \($1)." },
        delivered: { "Geliefert am \($0)." },
        seller: "Verkäufer",
        buyer: "Käufer",
        number: { number in
            switch number.kind {
            case .vat: "USt-IdNr. \(number.text)"
            case .eori: "EORI-Nummer \(number.text)"
            case .ioss: "IOSS-Nummer \(number.text)"
            }
        },
        item: "Artikel",
        quantity: "Menge",
        unitPrice: "Einzelpreis",
        amount: "Betrag",
        paid: """
            Bezahlt. Versand, Zoll und Umsatzsteuer sind im Gesamtbetrag enthalten und werden von uns \
            bezahlt.
            """)
}
