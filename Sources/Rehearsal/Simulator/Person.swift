// Somebody in the simulated town, and what they know of their own affairs.

import Rules

struct Person: Sendable {
    let account: Account
    let street: String
    var orders: [ID<Order>] = []
    var payments: [Paying] = []
    /// What they would stand by for.
    var missed: (product: String, round: Int)?

    struct Paying: Sendable {
        let order: ID<Order>
        let payment: ID<Payment>
        let reference: String
    }
}
