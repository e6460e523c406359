// What the pages say of parcels, in German.

import Rules

extension ParcelPhrases {
    static let german = ParcelPhrases(
        title: "Pakete",
        parcel: { "Paket \($0)" },
        state: { state in
            switch state {
            case .onTheWay: "unterwegs"
            case .missing: "wird gesucht"
            case .delivered: "zugestellt"
            case .lost: "verloren gegangen"
            case .returned: "unzustellbar zurückgekommen"
            case .replaced: "noch einmal gesendet"
            case .refunded: "erstattet"
            }
        },
        tracking: { kind in
            switch kind {
            case .accepted: "vom Versanddienst übernommen"
            case .departed: "hat das Land verlassen"
            case .customs: "beim Zoll"
            case .outForDelivery: "in Zustellung"
            case .delivered: "zugestellt"
            case .lost: "laut Versanddienst verloren"
            case .returned: "unzustellbar, auf dem Rückweg"
            }
        },
        left: { "abgeschickt am \($0)" },
        stillHere: "Noch in unserem Lager",
        leavesBy: { "verlässt es spätestens am \($0)" },
        calledOff: "Kommt nicht mehr, erstattet",
        expected: { "erwartet bis \($0)" },
        reportMissing: "Es ist nicht angekommen",
        searchedUntil: { "Bis \($0) sagen wir Ihnen mehr." },
        reportUntil: { "Haben Sie es nicht, sagen Sie es uns bis \($0)." },
        saysDelivered: { "laut Versanddienst zugestellt am \($0)" },
        found: { "Gefunden: \($0)" },
        cancelRest: "Stornieren, was noch nicht unterwegs ist",
        cancelRestHint: """
            Was noch in unserem Lager ist, können Sie ohne Angabe von Gründen stornieren und \
            bekommen alles zurück, was Sie dafür bezahlt haben.
            """,
        onTheWayText: "Ein Teil Ihrer Bestellung ist unterwegs, der Rest folgt.",
        underWay: "Pakete, die nicht ankommen",
        searchedFor: { since, days in
            "gesucht seit \(since), \(days) \(days == 1 ? "Tag" : "Tage")"
        },
        registerWith: { "Bei \($0) anmelden" },
        label: "Paketaufkleber",
        verdict: { verdict in
            switch verdict {
            case .missing: "Suchen"
            case .found: "Gefunden"
            case .lost: "Verloren"
            case .returned: "Zurückgekommen"
            case .sendAgain: "Noch einmal senden"
            case .refund: "Erstatten"
            }
        })
}
