// What the operator's page says of duty and tax that may be got back.

package import Rules

package struct RecoveryPhrases: Sendable {
    package var title: String
    package var intro: String
    package var nothing: String
    package var charge: @Sendable (Charge) -> String
    package var way: @Sendable (RecoveryRule.Way) -> String
    package var state: @Sendable (Recoverable.State) -> String
    package var until: @Sendable (_ day: String) -> String
    package var claimed: @Sendable (_ reference: String, _ day: String) -> String
    package var came: @Sendable (_ amount: String, _ day: String) -> String
    /// The buttons.
    package var claim: String
    package var receive: String
}
