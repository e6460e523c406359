// The units of one product in one round: of one market, or shared by all. The only place where
// units are counted; the table carries the same rule as a CHECK.

package struct Allotment: Identified, Hashable, Sendable {
    package static let idPrefix = "alt"

    package let id: ID<Allotment>
    package let round: ID<Round>
    package let product: String
    /// Nil when all markets share the units.
    package let market: Country?
    package let units: Int
    package var reserved: Int
    package var sold: Int
    /// The lowest unit number that was never given out; numbers begin at 1.
    package var nextNumber: Int

    package init(
        id: ID<Allotment>, round: ID<Round>, product: String, market: Country?, units: Int,
        reserved: Int = 0, sold: Int = 0, nextNumber: Int = 1
    ) {
        precondition(reserved >= 0 && sold >= 0 && reserved + sold <= units)
        self.id = id
        self.round = round
        self.product = product
        self.market = market
        self.units = units
        self.reserved = reserved
        self.sold = sold
        self.nextNumber = nextNumber
    }

    package var free: Int { units - reserved - sold }
    package var isSoldOut: Bool { sold == units }
}
