// What an invoice to a buyer says, and the way to its print.

package import Rules

package struct InvoicePhrases: Sendable {
    package var title: @Sendable (_ number: String) -> String
    /// The link to it.
    package var invoice: String
    package var print: String
    package var dated: @Sendable (_ day: String, _ order: String) -> String
    package var delivered: @Sendable (_ day: String) -> String
    package var seller: String
    package var buyer: String
    package var number: @Sendable (TaxNumber) -> String
    package var item: String
    package var quantity: String
    package var unitPrice: String
    package var amount: String
    package var paid: String
}
