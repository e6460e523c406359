// What an invoice says, in French.

import Rules

extension InvoicePhrases {
    static let french = InvoicePhrases(
        title: { "Facture \($0)" },
        invoice: "Facture",
        print: "Imprimer",
        dated: { "Du \($0), pour la commande \($1)." },
        delivered: { "Livrée le \($0)." },
        seller: "Vendeur",
        buyer: "Acheteur",
        number: { number in
            switch number.kind {
            case .vat: "N° de TVA\u{A0}: \(number.text)"
            case .eori: "N° EORI\u{A0}: \(number.text)"
            case .ioss: "N° IOSS\u{A0}: \(number.text)"
            }
        },
        item: "Article",
        quantity: "Quantité",
        unitPrice: "Prix unitaire",
        amount: "Montant",
        paid: """
            Payée. La livraison, les droits et la TVA sont compris dans le total et payés par nous.
            """)
}
