// What the pages of a sale say: what is sold, when, in which state it is, and what to do next.

package import Rules

package struct SalePhrases: Sendable {
    package var noSaleTitle: String
    package var noSaleText: String
    package var rangeTitle: @Sendable (_ country: String) -> String
    package var toSale: String

    // What something costs
    package var taxIncluded: String
    package var taxExcluded: String
    package var delivered: @Sendable (_ total: String) -> String
    package var deliveredHint: @Sendable (_ country: String) -> String
    package var wayBackTitle: String
    package var wayBack: @Sendable (_ days: Int, _ cost: String) -> String
    package var wayBackNotSent: @Sendable (_ days: Int) -> String
    package var limit: @Sendable (_ limit: Int) -> String
    package var guaranteeTitle: String
    package var guaranteeByLaw: @Sendable (_ months: Int) -> String
    package var guaranteeByMaker: @Sendable (_ months: Int) -> String
    package var dispatch: @Sendable (_ workingDays: Int) -> String
    package var withheldTitle: String
    package var withheldText: String

    // The rounds
    package var round: @Sendable (_ number: Int) -> String
    package var roomOpens: String
    package var opens: String
    package var closes: String
    package var roomOpensIn: String
    package var opensIn: String
    package var closesIn: String
    package var timesHint: String
    package var howItWorksTitle: String
    package var howItWorks: @Sendable (Sale.OrderPolicy) -> [String]

    // States
    package var announced: String
    package var roomOpen: String
    package var drawing: String
    package var live: String
    package var free: @Sendable (_ free: Int, _ units: Int) -> String
    package var allHeld: @Sendable (_ count: Int) -> String
    package var nextReturn: String
    package var soldOut: String
    package var closed: String
    package var paused: @Sendable (_ reason: String) -> String
    /// Told at once when it is over.
    package var allSold: String
    package var allSoldText: String
    package var nothingLeft: String
    package var nothingLeftText: String
    package var roundOver: String
    package var unitsInRound: @Sendable (_ units: Int) -> String

    // The room
    package var roomTitle: String
    package var enterRoom: String
    package var enterHint: String
    package var inRoom: String
    package var inRoomText: @Sendable (Sale.OrderPolicy) -> String
    package var waiting: @Sendable (_ count: Int) -> String
    package var leaveRoom: String
    package var leaveHint: String
    package var place: @Sendable (_ place: Int, _ of: Int) -> String
    package var turnIn: String
    package var yourTurn: String
    package var yourTurnText: String
    package var missedRoom: String
    package var fairnessTitle: String
    package var commitment: String
    package var commitmentText: String
    package var ticket: String

    // Reserving
    package var quantity: String
    package var reserve: String
    package var reserveHint: @Sendable (_ hold: String) -> String
    package var held: String
    package var heldFewer: String
    package var heldFor: String
    package var unitNumbers: @Sendable (_ numbers: String) -> String
    package var letGo: String
    package var toCheckout: String
}
