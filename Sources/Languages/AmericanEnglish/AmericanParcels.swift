// What the pages say of parcels, in English.

import Rules

extension ParcelPhrases {
    static let english = ParcelPhrases(
        title: "Parcels",
        parcel: { "Parcel \($0)" },
        state: { state in
            switch state {
            case .onTheWay: "on its way"
            case .missing: "being searched for"
            case .delivered: "delivered"
            case .lost: "lost"
            case .returned: "came back undelivered"
            case .replaced: "sent again"
            case .refunded: "paid back"
            }
        },
        tracking: { kind in
            switch kind {
            case .accepted: "taken over by the carrier"
            case .departed: "left the country"
            case .customs: "with customs"
            case .outForDelivery: "out for delivery"
            case .delivered: "delivered"
            case .lost: "lost, says the carrier"
            case .returned: "on its way back, undelivered"
            }
        },
        left: { "left on \($0)" },
        stillHere: "Still in our warehouse",
        leavesBy: { "leaves by \($0)" },
        calledOff: "Not coming, paid back",
        expected: { "expected by \($0)" },
        reportMissing: "It hasn’t come",
        searchedUntil: { "We tell you more by \($0)." },
        reportUntil: { "If you don’t have it, tell us by \($0)." },
        saysDelivered: { "delivered on \($0), says the carrier" },
        found: { "Found: \($0)" },
        cancelRest: "Cancel what hasn’t left",
        cancelRestHint: """
            What is still in our warehouse you can cancel without giving a reason, and get back \
            everything you paid for it.
            """,
        onTheWayText: "A part of your order has left, and the rest follows.",
        underWay: "Parcels that don’t arrive",
        searchedFor: { since, days in
            "searched for since \(since), \(days == 1 ? "1 day" : "\(days) days")"
        },
        registerWith: { "Register with \($0)" },
        label: "Label",
        verdict: { verdict in
            switch verdict {
            case .missing: "Search"
            case .found: "Found"
            case .lost: "Lost"
            case .returned: "Came back"
            case .sendAgain: "Send again"
            case .refund: "Pay back"
            }
        })
}
