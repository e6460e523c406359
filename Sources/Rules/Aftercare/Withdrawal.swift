// Somebody's word that they withdraw from a contract. It counts from the moment it is made, so it
// is kept as it was said, even when it names an order that nobody can find; what follows from it is
// worked out afterwards.

package struct Withdrawal: Identified, Hashable, Sendable {
    package static let idPrefix = "wdr"

    package let id: ID<Withdrawal>
    /// As they were typed.
    package let orderNumber: String
    package let name: String
    package let mail: String
    package let language: Language
    /// Nil for everything that can be given back.
    package let items: [Return.Item]?
    /// To the millisecond: the receipt says it.
    package let declared: Moment
    /// The order that number and mail belong to.
    package let order: ID<Order>?
    package private(set) var outcome: Outcome

    package init(
        id: ID<Withdrawal>, orderNumber: String, name: String, mail: String, language: Language,
        items: [Return.Item]?, declared: Moment, order: ID<Order>?, outcome: Outcome = .open
    ) {
        self.id = id
        self.orderNumber = orderNumber
        self.name = name
        self.mail = mail
        self.language = language
        self.items = items
        self.declared = declared
        self.order = order
        self.outcome = outcome
    }

    package enum Outcome: Hashable, Sendable {
        /// Not looked at yet; or the order wasn't found, and somebody must look.
        case open
        /// Nothing had left: the order is cancelled and everything goes back.
        case cancelled
        case returning(ID<Return>)
        /// By the code of the refusal.
        case refused(String)
        /// An operator has dealt with it.
        case settled

        package var name: String {
            switch self {
            case .open: "open"
            case .cancelled: "cancelled"
            case .returning: "returning"
            case .refused: "refused"
            case .settled: "settled"
            }
        }

        /// What the name alone doesn't say.
        package var detail: String {
            switch self {
            case .returning(let id): id.text
            case .refused(let code): code
            case .open, .cancelled, .settled: ""
            }
        }

        package init?(name: String, detail: String) {
            switch name {
            case "open": self = .open
            case "cancelled": self = .cancelled
            case "settled": self = .settled
            case "refused": self = .refused(detail)
            case "returning":
                guard let id = ID<Return>(detail) else { return nil }
                self = .returning(id)
            default: return nil
            }
        }
    }

    package mutating func end(as outcome: Outcome) { self.outcome = outcome }
}
