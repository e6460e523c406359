// What the shop says when it says no: which rule it was, and what would change it.

package import Rules

package struct RefusalPhrases: Sendable {
    /// The second argument is how far the reader's clock is ahead of UTC.
    package let told: @Sendable (Refusal, Span) -> ToldRefusal
    /// What a field is called, on its label and in what is said of it.
    package let name: @Sendable (Field) -> String
    /// A whole sentence about a fault, that names the field: it is read in the list above a form
    /// as well as beside the field.
    package let fault: @Sendable (Fault) -> String
}

/// A refusal in two sentences.
package struct ToldRefusal: Hashable, Sendable {
    package let what: String
    package let remedy: String

    init(_ what: String, _ remedy: String) {
        self.what = what
        self.remedy = remedy
    }
}

/// What an order, a payment or a reservation is doing when it can't do what is asked. Their states
/// come as raw values, since all three are meant; the reader needs five answers only.
enum Stage {
    case unpaid, paying, settled, dispatched, over

    init(_ state: String) {
        switch state {
        case "placed", "created", "offered", "declined", "live": self = .unpaid
        case "paying", "capturing", "unknown": self = .paying
        case "paid", "captured", "sold": self = .settled
        case "partly_dispatched", "dispatched", "delivered", "on_the_way": self = .dispatched
        default: self = .over
        }
    }
}
