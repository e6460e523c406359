// A claim under a guarantee: asked, answered, and put right by a repair, a replacement or the
// money. Its life is one enum and one function, as an order's is.

package struct Claim: Identified, Hashable, Sendable {
    package static let idPrefix = "clm"

    package let id: ID<Claim>
    /// What people write on the parcel and read to each other: `C-F7K2-9QWD`.
    package let number: String
    package let warranty: ID<Warranty>
    package let account: ID<Account>
    package let description: String
    /// What the holder would like; the law lets them choose between the first two.
    package let wish: Remedy?
    package let asked: Moment
    package private(set) var state: State
    /// Why it was declined.
    package private(set) var reason: String?
    package private(set) var remedy: Remedy?
    /// The way back by which the money is given back.
    package private(set) var goods: ID<Return>?
    /// What was repaired, or what replaces it, on its way to the holder; nothing is paid for it.
    package private(set) var shipment: Shipment?

    package init(
        id: ID<Claim>, number: String, warranty: ID<Warranty>, account: ID<Account>,
        description: String, wish: Remedy?, asked: Moment, state: State = .asked,
        reason: String? = nil, remedy: Remedy? = nil, goods: ID<Return>? = nil,
        shipment: Shipment? = nil
    ) {
        self.id = id
        self.number = number
        self.warranty = warranty
        self.account = account
        self.description = description
        self.wish = wish
        self.asked = asked
        self.state = state
        self.reason = reason
        self.remedy = remedy
        self.goods = goods
        self.shipment = shipment
    }

    package enum Remedy: String, Hashable, Sendable, CaseIterable {
        case repair, replacement, refund
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case asked
        /// The store answers for it, and hasn't said how.
        case accepted
        case declined
        case repair
        case replacement
        case refund
        case done

        package var isOpen: Bool { self != .declined && self != .done }
    }

    package enum Event: Hashable, Sendable {
        case accept
        case decline(reason: String)
        case repair
        case replace
        case payBack(ID<Return>)
        /// The repaired unit, or the one in its place, leaves for the holder.
        case send(Shipment)
        /// The money has gone back.
        case finish
    }

    /// What the event makes of the claim, and the work owed for it.
    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) -> [Job] {
        switch (state, event) {
        case (.asked, .accept):
            state = .accepted
            return [.letter(.claimAccepted, about: id.text)]
        case (.asked, .decline(let reason)):
            self.reason = reason
            state = .declined
            return [.letter(.claimDeclined, about: id.text)]
        case (.accepted, .repair): return move(to: .repair, as: .repair)
        // What can't be repaired after all is replaced, and what can't be replaced is paid back.
        case (.accepted, .replace), (.repair, .replace):
            return move(to: .replacement, as: .replacement)
        case (.accepted, .payBack(let goods)), (.repair, .payBack(let goods)),
            (.replacement, .payBack(let goods)):
            self.goods = goods
            return move(to: .refund, as: .refund)
        case (.repair, .send(let shipment)), (.replacement, .send(let shipment)):
            self.shipment = shipment
            state = .done
            return [.letter(.claimDone, about: id.text)]
        case (.refund, .finish):
            // The letter about the money says it.
            state = .done
            return []
        default:
            throw .orderStateForbids(state: state.rawValue)
        }
    }

    private mutating func move(to state: State, as remedy: Remedy) -> [Job] {
        self.state = state
        self.remedy = remedy
        return [.letter(.claimRemedy, about: id.text)]
    }
}
