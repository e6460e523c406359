// Around the waiting room in English.

extension RoomPhrases {
    static let americanEnglish = english(.americanEnglish)
    static let britishEnglish = english(.britishEnglish)

    private static func english(_ formats: Formats) -> RoomPhrases {
        RoomPhrases(
            moveTitle: "Continue on your phone",
            moveText: """
                Your place belongs to your account. With a code you are logged in on another device \
                without typing your password, and both devices keep the place.
                """,
            moveButton: "Get a code",
            codeTitle: "Code for your other device",
            codeText: { "Type it at \($0), or open this link there:" },
            codeOnce: "It works once. A new one makes it void. It ends at:",
            codeSecret: "Show it to nobody: whoever has it is logged in as you.",
            toRoom: "Back to the room",
            useTitle: "Continue here",
            useText: "Type the code that your other device shows. This device is logged in by it.",
            useButton: "Log in and go to the room",
            clustersTitle: "Tickets that share something",
            clustersText: """
                A group proves nothing about anybody. Families share a household; offices, schools \
                and mobile networks share an address; phones of one model look alike. Nobody is \
                refused for being in one. The limits per buyer and per household hold for all. A \
                large group whose tickets came within seconds and reserved little is worth a look.
                """,
            sameHousehold: "Same household",
            sameDevice: "Same network address and same kind of device",
            sameAddress: "Same network address",
            noClusters: "No two tickets share it.",
            clusterSize: { formats.count($0, one: "ticket", other: "tickets") },
            clusterReserved: { tickets, units in
                """
                \(formats.number(tickets)) of them reserved; together they have \
                \(formats.count(units, one: "unit", other: "units"))
                """
            },
            workHint: """
                Your browser does a short calculation when you enter. It keeps programs from \
                coming in masses; you needn’t do anything.
                """,
            working: "Your browser is calculating. This takes a few seconds.",
            waitTitle: "A moment of waiting",
            waitText: """
                It stands in for the calculation that browsers with scripts do. The button takes \
                you in once the time has come, not before.
                """,
            waitFrom: "The button works from:")
    }
}
