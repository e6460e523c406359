// The passport of one unit: what is guaranteed for it, and to whom. It begins with the delivery,
// and whoever gives the unit away can give the passport with it.

package struct Warranty: Identified, Hashable, Sendable {
    package static let idPrefix = "wty"

    package let id: ID<Warranty>
    /// What people read to each other: `W-F7K2-9QWD`.
    package let number: String
    package let order: ID<Order>
    package let product: String
    /// Which one it is of those of this product in the order, from 1.
    package let unit: Int
    package let part: Ware.Part
    /// Who may claim.
    package var holder: ID<Account>
    /// Whose law it is under, wherever the holder lives.
    package let market: Country
    package var delivered: Day
    /// When the unit was given back for its money; nothing is guaranteed from then on.
    package var ended: Moment?

    package init(
        id: ID<Warranty>, number: String, order: ID<Order>, product: String, unit: Int,
        part: Ware.Part, holder: ID<Account>, market: Country, delivered: Day,
        ended: Moment? = nil
    ) {
        self.id = id
        self.number = number
        self.order = order
        self.product = product
        self.unit = unit
        self.part = part
        self.holder = holder
        self.market = market
        self.delivered = delivered
        self.ended = ended
    }

    /// How long a code works that hands the passport on: a parcel may carry it.
    package static let codeLifetime = Span.days(14)

    /// Whether something may be claimed now. `deadlines` are those of the passport.
    package func allowClaim(_ deadlines: [Deadline], at now: Moment) throws(Refusal) {
        guard ended == nil else { throw .notCovered }
        let terms = deadlines.filter { [.legalGuarantee, .makersWarranty].contains($0.kind) }
        guard let last = terms.max(by: { $0.ends < $1.ends }) else { throw .notCovered }
        guard now < last.ends else { throw .warrantyOver(lastDay: last.day) }
    }
}
