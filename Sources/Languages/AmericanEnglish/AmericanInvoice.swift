// What an invoice says, in English.

import Rules

extension InvoicePhrases {
    static let english = InvoicePhrases(
        title: { "Invoice \($0)" },
        invoice: "Invoice",
        print: "Print",
        dated: { "Of \($0), for order \($1)." },
        delivered: { "Delivered on \($0)." },
        seller: "Seller",
        buyer: "Buyer",
        number: { number in
            switch number.kind {
            case .vat: "VAT number \(number.text)"
            case .eori: "EORI number \(number.text)"
            case .ioss: "IOSS number \(number.text)"
            }
        },
        item: "Item",
        quantity: "Quantity",
        unitPrice: "Unit price",
        amount: "Amount",
        paid: "Paid. Delivery, duty and tax are in the total, and we pay them.")
}
