// The page about the rules in English.

extension RulesPhrases {
    static let americanEnglish = english(.americanEnglish)

    static func english(_ formats: Formats) -> RulesPhrases {
        RulesPhrases(
            title: "Rules of the price",
            version: { "In force: rule set \($0)." },
            from: { "Files in \($0) take the place of the shipped ones, as soon as they change." },
            shippedOnly: "The rules that came with the program; no directory of your own is set.",
            fault: "The files there now are broken. The rules from before stay in force:",
            toConfirm: { "Before “\($0)” opens" },
            toConfirmText: """
                Nobody knows these for sure. Look them up, enter what applies, or confirm them as they \
                are: whatever customs asks for beyond them is the shop’s to pay.
                """,
            confirm: "Confirm those that are ticked",
            nothingToConfirm: "Everything it rests on is known or confirmed.",
            confirmedBy: { "confirmed by \($0)" },
            endsSoon: {
                "Ends within \(formats.count($0, one: "day", other: "days"))"
            },
            unconfirmed: "From memory or projected",
            unknown: "Not known",
            none: "None.",
            inForce: { "In force today: \($0)" },
            rule: "Rule", terms: "What it says",
            until: { "until \($0)" },
            sources: "Read in",
            gates: "What products need before they may be sold",
            gateOpen: "not proved: withheld",
            gateProved: { "proved by \($1), checked by \($0)" },
            nexus: "Sales by state, twelve months",
            nexusText: """
                Tax is collected only where the shop is registered. From four fifths of a threshold on, \
                prepare to register.
                """,
            nexusCount: {
                "\($0) in \(formats.count($1, one: "order", other: "orders")), of \($2)"
            },
            registered: "registered", near: "threshold is near", reached: "threshold reached",
            wishes: "Countries that people asked for",
            wishCount: { formats.count($0, one: "address", other: "addresses") })
    }
}
