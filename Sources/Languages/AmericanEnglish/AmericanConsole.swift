// The operator's pages in English.

extension ConsolePhrases {
    static let americanEnglish = english(.americanEnglish)

    static func english(_ formats: Formats) -> ConsolePhrases {
        ConsolePhrases(
            title: "Console",
            overview: "Today",
            toDispatch: "To dispatch",
            onTheWay: "On the way",
            noneToDispatch: "Nothing is waiting to be sent.",
            noneOnTheWay: "Nothing is on its way.",
            due: { "promised by \($0)" },
            dispatch: "Dispatch",
            deliver: "Delivered",
            deliveredOn: "Delivered on",
            dispatched: "Dispatched.",
            delivered: "Recorded as delivered.",
            rounds: "Rounds",
            pause: "Pause",
            resume: "Resume",
            pauseReason: "Reason, shown to everybody",
            isPaused: "The brake is on: every clock of this round stands still.",
            sold: { sold, held, units in
                "\(formats.number(sold)) sold, \(formats.number(held)) held, of \(formats.number(units))"
            },
            jobs: "Work owed",
            jobsWaiting: { "\(formats.count($0, one: "job is", other: "jobs are")) waiting." },
            jobsGivenUp: "Given up",
            noJobsGivenUp: "None was given up.",
            order: "Order")
    }
}
