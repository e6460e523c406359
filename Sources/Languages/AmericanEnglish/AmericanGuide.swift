// The guide, the announcement and the proof in American English.

import Rules

extension GuidePhrases {
    static let americanEnglish = english(.americanEnglish)

    /// Both Englishes say the same, and write numbers their own way.
    static func english(_ formats: Formats) -> GuidePhrases {
        GuidePhrases(
            menu: "How to buy",
            title: "How to buy",
            lead: { "“\($0)”, step by step: when it opens, what it costs in all, and what to do." },
            beforeTitle: "Step by step",
            timesTitle: "When it opens",
            orderTitle: "Who comes first",
            order: { policy in
                switch policy {
                case .shuffled:
                    """
                    At the opening, everybody in the waiting room is put in order by lot. It makes no \
                    difference how early you came or how fast you click.
                    """
                case .firstCome:
                    "Whoever enters the waiting room first comes first."
                case .draw:
                    """
                    At the opening, everybody in the waiting room is put in order by lot, and only the \
                    first places win. What the winners leave is for everybody.
                    """
                }
            },
            door: { burst, perMinute in
                """
                The first \(formats.count(burst, one: "place", other: "places")) may reserve at once, \
                then \(formats.number(perMinute)) more each minute.
                """
            },
            pricesTitle: "What it costs, and how many you may have",
            product: "Product",
            price: "Price",
            inAll: "Delivered",
            limit: "Limit",
            units: "Units in a round",
            holdTitle: "Your units wait for you",
            hold: {
                """
                What you reserve is held for \($0) while you check out. If you need longer, you can have \
                the same time again, once. What is not paid by then goes to whoever stands by.
                """
            },
            afterTitle: "Afterwards",
            soonOver: "Less than two minutes are left. Check out now, or ask for more time.",
            soonOverLast: "Less than two minutes are left. Check out now.",
            announcementTitle: "Announcement",
            calendar: "Add to calendar",
            calendarEntry: { "\($0), round \(formats.number($1)): the sale opens" },
            calendarText: {
                "The waiting room opens at \($0). Log in before, and enter it before the sale opens."
            },
            calendarAlarm: "The waiting room is open. Log in and enter.",
            feed: "Feed of sales",
            pasteTitle: "Ready to paste",
            pasteHint: "For your own pages and for social networks.",
            copy: "Copy",
            copied: "Copied",
            post: { sale, opens, link in
                """
                \(sale)
                Opens \(opens). Very few units, and one price with shipping, duty and tax in it.
                \(link)
                """
            },
            pictureTitle: "Picture to share",
            pictureText: { "\($0). Opens \($1)." },
            opensAt: { "Opens \($0)" },
            proofTitle: "Was it fair?",
            proofLead: """
                Nobody has to believe us. Here is what was promised before the round, what happened in \
                it, and a way to recompute both.
                """,
            proofLater: "The order hasn’t been drawn yet. From the opening on, the proof is here.",
            entrants: "Tickets in the draw",
            sold: "Sold",
            stillFree: "Left over",
            oddsTitle: "What we told, and what came of it",
            oddsHint: """
                At the opening we call those places certain that would get a unit even if everybody \
                before them took as many as they may.
                """,
            certainUpTo: "Certain up to place",
            lastServed: "Last place that got one",
            nobody: "nobody",
            checkTitle: "Check it yourself",
            checkHint: """
                Your browser fetches the public transcript and recomputes it: the seed against its \
                hash, the order of all tickets from the seed, and the seal on every line.
                """,
            check: "Check it in this browser",
            checking: "Checking…",
            checkHolds:
                "It holds: the seed, the order and every line of the record are as promised.",
            checkFails: "It does not hold:",
            lawTitle: "Your rights",
            lawLead: { "What the law and we promise to whoever buys in \(definite($0))." },
            lawOrder: "Ordering",
            lawOrderText: {
                "You agree to pay only with the button “\($0)”, below the whole price."
            })
    }
}

/// A country in a sentence: in the United States, in France.
func definite(_ country: String) -> String {
    let plural = [
        "United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Seychelles",
        "Comoros", "Czech Republic", "Dominican Republic", "Central African Republic",
        "Marshall Islands", "Solomon Islands", "Isle of Man", "Cayman Islands", "Faroe Islands",
    ]
    return (plural.contains { country.hasPrefix($0) } ? "the " : "") + country
}
