// An address that a buyer keeps for the next order.

package struct SavedAddress: Identified, Hashable, Sendable {
    package static let idPrefix = "adr"

    package let id: ID<SavedAddress>
    package let account: ID<Account>
    package var address: Address

    package init(id: ID<SavedAddress>, account: ID<Account>, address: Address) {
        self.id = id
        self.account = account
        self.address = address
    }

    /// A family and its offices; more is a list of other people.
    package static let most = 10
}
