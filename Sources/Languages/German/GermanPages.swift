// What stands around every page, and the operator's pages, in German.

extension SitePhrases {
    static let german = SitePhrases(
        skipLink: "Zum Inhalt springen",
        menuTitle: "Hauptmenü",
        moreTitle: "Weiteres",
        home: "Verkauf",
        orders: "Bestellungen",
        account: "Konto",
        logIn: "Anmelden",
        signUp: "Registrieren",
        console: "Leitstand",
        chooserTitle: "Land und Sprache",
        country: "Land",
        language: "Sprache",
        change: "Ändern",
        promise: """
            Mehr als den vereinbarten Preis zahlen Sie nie: Versand, Zoll und Steuer sind darin \
            enthalten und werden von uns bezahlt.
            """,
        refusedTitle: "Das geht nicht",
        failedTitle: "Bei uns ist etwas schiefgegangen",
        failedText: """
            Es liegt nicht an Ihnen, und nichts ist verloren. Bitte versuchen Sie es gleich noch einmal.
            """,
        failedReference: {
            "Passiert es wieder, schreiben Sie uns und nennen Sie diese Anfrage: \($0)"
        },
        toStart: "Zum Verkauf",
        optional: "freiwillig")
}

extension ConsolePhrases {
    static let german: ConsolePhrases = {
        let formats = Formats.german
        return ConsolePhrases(
            title: "Leitstand",
            overview: "Heute",
            toDispatch: "Zu versenden",
            onTheWay: "Unterwegs",
            noneToDispatch: "Nichts wartet auf den Versand.",
            noneOnTheWay: "Nichts ist unterwegs.",
            due: { "zugesagt bis \($0)" },
            dispatch: "Versandt",
            deliver: "Zugestellt",
            deliveredOn: "Zugestellt am",
            dispatched: "Als versandt vermerkt.",
            delivered: "Als zugestellt vermerkt.",
            rounds: "Runden",
            pause: "Anhalten",
            resume: "Fortsetzen",
            pauseReason: "Grund, für alle sichtbar",
            isPaused: "Die Bremse ist gezogen: Alle Uhren dieser Runde stehen still.",
            sold: { sold, held, units in
                """
                \(formats.number(sold)) verkauft, \(formats.number(held)) reserviert, von \
                \(formats.number(units))
                """
            },
            jobs: "Offene Aufträge",
            jobsWaiting: {
                "\(formats.count($0, one: "Auftrag wartet", other: "Aufträge warten"))."
            },
            jobsGivenUp: "Aufgegeben",
            noJobsGivenUp: "Keiner wurde aufgegeben.",
            order: "Bestellung")
    }()
}
