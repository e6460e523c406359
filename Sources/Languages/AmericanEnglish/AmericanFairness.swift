// Chances, standby and proof in American English.

extension FairnessPhrases {
    static let americanEnglish = english(.americanEnglish)

    /// Both Englishes say the same, and write numbers their own way.
    static func english(_ formats: Formats) -> FairnessPhrases {
        FairnessPhrases(
            certain: "Certain: one is there for you when your turn comes.",
            likely: "Likely: at this pace some are left when your turn comes.",
            unlikely: "Unlikely: at this pace they are gone before your turn.",
            impossible: "No longer possible: none will be left for your place.",
            notDrawn: {
                "Your ticket wasn’t drawn. What the winners leave is for everybody from \($0) on."
            },
            standBy: "Stand by",
            standByHint: """
                If a hold lapses, the unit goes to whoever stands by with the best place. We write to \
                you at once.
                """,
            standingBy: { ahead in
                ahead == 0
                    ? "You stand by, and you are next."
                    : """
                    You stand by. \(formats.count(ahead, one: "person is", other: "people are")) \
                    before you.
                    """
            },
            standDown: "Stop waiting",
            moreTime: "I need more time",
            moreTimeHint: { "You can have another \($0), once." },
            seed: "Seed",
            entrants: "Digest of the list of tickets",
            record: "Head of the public record",
            recordHint: """
                Every change to a numbered unit is written into a public record. Whoever keeps its \
                head can tell later whether anything in it was changed.
                """,
            download: "Download the transcript of this round",
            verifyHint: """
                “onsale verify FILE” checks it without the shop: the seed, the order, every turn, \
                every unit.
                """,
            whyTitle: "Why this result?",
            whyTicket: { place, turn in
                "Your place was \(formats.number(place)). Your turn came at \(turn)."
            },
            bought: { "\($0): you bought \($1)." },
            holds: { "\($0): \($1) held for you." },
            lapsed: { "\($0): your hold ran out at \($1), and the units went on to others." },
            letGo: { "\($0): you let go of yours at \($1)." },
            withheld: {
                """
                \($0): at \($1) we had to take back what we held for you. It may not be sold in your \
                country for now.
                """
            },
            goneBefore: { "\($0): at \($1), before your turn, all were held or sold." },
            unused: {
                "\($0): some were free at your turn and until \($1), and you reserved none by then."
            },
            stillOpen: { "\($0): some are still free, and you have reserved none." })
    }
}
