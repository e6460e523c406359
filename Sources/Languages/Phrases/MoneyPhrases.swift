// What is said of money that moves: why it goes back, and, to the operator, what isn't at rest.

package import Rules

package struct MoneyPhrases: Sendable {
    /// What a way to pay is called: `card`, `paypal`.
    package var method: @Sendable (_ method: String) -> String
    /// Told to the buyer, on the partner's receipt too: short.
    package var refundReason: @Sendable (Refund.Reason) -> String

    package var title: String
    package var nothing: String
    package var trouble: @Sendable (MoneyTrouble) -> String
    package var way: @Sendable (WayOut) -> String
    package var since: @Sendable (_ age: Span) -> String
    package var ledger: String
    package var entry: @Sendable (LedgerEntry.Kind) -> String
    package var kept: String
}
