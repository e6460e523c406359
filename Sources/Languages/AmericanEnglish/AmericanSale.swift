// The pages of a sale in American English.

import Rules

extension SalePhrases {
    static let americanEnglish = english(.americanEnglish)

    /// Both Englishes say the same, and write numbers their own way.
    static func english(_ formats: Formats) -> SalePhrases {
        SalePhrases(
            noSaleTitle: "No sale right now",
            noSaleText:
                "There is nothing to buy at the moment. Come back when a sale is announced.",
            rangeTitle: { "What you can buy in \(definite($0))" },
            toSale: "To the sale",
            taxIncluded: "with VAT",
            taxExcluded: "before shipping, duty and tax",
            delivered: { "\($0) delivered to your door, everything included" },
            deliveredHint: {
                """
                One unit to a typical address in \(definite($0)), sent the cheapest way. At checkout you get the \
                exact price for your address, and it never rises afterwards.
                """
            },
            wayBackTitle: "Sending it back",
            wayBack: { days, cost in
                """
                Within \(formats.count(days, one: "day", other: "days")) of delivery, for any reason. \
                Sending one back costs you \(cost).
                """
            },
            wayBackNotSent: { days in
                """
                Within \(formats.count(days, one: "day", other: "days")) of delivery, for any reason. \
                Its battery may not travel back, so you keep it and are refunded all the same.
                """
            },
            limit: { "At most \(formats.number($0)) per person and household in the whole sale" },
            guaranteeTitle: "If it breaks",
            guaranteeByLaw: { "\(formats.count($0, one: "month", other: "months")) by law" },
            guaranteeByMaker: {
                "\(formats.count($0, one: "month", other: "months")) of warranty from the maker"
            },
            dispatch: {
                """
                Leaves our warehouse in China within \
                \(formats.count($0, one: "working day", other: "working days")).
                """
            },
            withheldTitle: "Not sold here for now",
            withheldText: "We’d like to, but something required is still missing:",
            round: { "Round \(formats.number($0))" },
            roomOpens: "Waiting room opens",
            opens: "Sale opens",
            closes: "Sale closes",
            roomOpensIn: "The waiting room opens in",
            opensIn: "The sale opens in",
            closesIn: "The sale closes in",
            timesHint: "Times are in your own time zone if your browser runs scripts, else in UTC.",
            howItWorksTitle: "How to buy",
            howItWorks: { policy in
                let isByLot = policy != .firstCome
                return [
                    "Create an account and confirm your address, well before the sale.",
                    isByLot
                        ? "Enter the waiting room any time before the sale opens. Early or late makes no difference."
                        : "Enter the waiting room as soon as it opens: whoever comes first is first.",
                    isByLot
                        ? "At the opening the order is drawn by lot. You see your place and your turn."
                        : "At the opening you see your place and your turn.",
                    "When it is your turn, reserve. Your units are held while you check out.",
                    "You see the whole price before you agree to it. Then you pay.",
                ]
            },
            announced: "announced",
            roomOpen: "waiting room open",
            drawing: "The order is being settled.",
            live: "on sale now",
            free: { free, units in
                "\(formats.number(free)) of \(formats.number(units)) available"
            },
            allHeld: { "All are held; \(formats.number($0)) may come back." },
            nextReturn: "The next hold ends:",
            soldOut: "Sold out",
            closed: "closed",
            paused: { reason in
                reason.isEmpty
                    ? "paused"
                    : "Paused: \(reason) All clocks stand still, and nobody loses time."
            },
            allSold: "Everything is sold.",
            allSoldText: """
                Every unit of this round has found somebody. You needn’t wait any longer.
                """,
            nothingLeft: "Nothing will be left.",
            nothingLeftText: """
                This round ends, or its units do, before your turn comes. You needn’t wait any longer.
                """,
            roundOver: "This round is over.",
            unitsInRound: { "\(formats.count($0, one: "unit", other: "units")) in this round" },
            roomTitle: "Waiting room",
            enterRoom: "Enter the waiting room",
            enterHint: "One ticket per account. You can enter until the sale opens.",
            inRoom: "You’re in.",
            inRoomText: { policy in
                policy == .firstCome
                    ? """
                    Whoever entered first is first. Your place appears here at the opening. You can close \
                    this page and come back.
                    """
                    : """
                    At the opening the order is drawn by lot, and your place appears here. You can close \
                    this page and come back.
                    """
            },
            waiting: { "\(formats.count($0, one: "person is", other: "people are")) in the room." },
            leaveRoom: "Leave the room",
            leaveHint: "You can enter again until the sale opens.",
            place: { place, of in "Place \(formats.number(place)) of \(formats.number(of))" },
            turnIn: "Your turn comes in",
            yourTurn: "It’s your turn.",
            yourTurnText: "Choose what you want to reserve.",
            missedRoom:
                "The order is settled. You can still get a place behind everybody in it.",
            fairnessTitle: "How you can check that it is fair",
            commitment: "Commitment",
            commitmentText: """
                Before the room opened we published the SHA-256 of a secret seed. At the opening the \
                seed becomes public; with it anybody can recompute the order from the tickets.
                """,
            ticket: "Your ticket",
            quantity: "How many",
            reserve: "Reserve",
            reserveHint: { "Reserved units are yours for \($0). Nothing is charged yet." },
            held: "Held for you",
            heldFewer: "There were fewer left than you asked for. These are yours:",
            heldFor: "Held for another",
            unitNumbers: { "Unit \($0)" },
            letGo: "Let go",
            toCheckout: "Check out")
    }
}
