// Chances, standby and proof in German.

extension FairnessPhrases {
    static let german: FairnessPhrases = {
        let formats = Formats.german
        return FairnessPhrases(
            certain: "Sicher: Wenn Sie dran sind, ist eines für Sie da.",
            likely: "Wahrscheinlich: Bei diesem Tempo sind noch welche da, wenn Sie dran sind.",
            unlikely: "Unwahrscheinlich: Bei diesem Tempo sind alle weg, bevor Sie dran sind.",
            impossible: "Nicht mehr möglich: Für Ihren Platz bleibt keines übrig.",
            notDrawn: {
                """
                Ihre Nummer wurde nicht gezogen. Was die Gezogenen übrig lassen, ist ab \($0) für \
                alle da.
                """
            },
            standBy: "Auf die Warteliste",
            standByHint: """
                Läuft eine Reservierung ab, geht das Stück an den besten Platz auf der Warteliste. Wir \
                schreiben Ihnen sofort.
                """,
            standingBy: { ahead in
                ahead == 0
                    ? "Sie stehen auf der Warteliste und sind als Nächstes dran."
                    : """
                    Sie stehen auf der Warteliste, hinter \
                    \(formats.count(ahead, one: "Person", other: "Personen")).
                    """
            },
            standDown: "Nicht mehr warten",
            moreTime: "Ich brauche mehr Zeit",
            moreTimeHint: { "Einmal können Sie \($0) mehr bekommen." },
            seed: "Startwert",
            entrants: "Prüfsumme der Liste aller Nummern",
            record: "Kopf des öffentlichen Protokolls",
            recordHint: """
                Was mit jedem nummerierten Stück geschieht, steht in einem öffentlichen Protokoll. Wer \
                seinen Kopf aufhebt, sieht später, ob etwas daran geändert wurde.
                """,
            download: "Protokoll dieser Runde herunterladen",
            verifyHint: """
                „onsale verify DATEI“ prüft es ohne den Laden: Startwert, Reihenfolge, jeden Zeitpunkt, \
                jedes Stück.
                """,
            whyTitle: "Warum dieses Ergebnis?",
            whyTicket: { place, turn in
                "Sie hatten Platz \(formats.number(place)). Um \(turn) waren Sie dran."
            },
            bought: { "\($0): Sie haben \($1) gekauft." },
            holds: { "\($0): \($1) für Sie reserviert." },
            lapsed: {
                "\($0): Ihre Reservierung lief um \($1) ab, die Stücke gingen an andere weiter."
            },
            letGo: { "\($0): Sie haben Ihre Stücke um \($1) freigegeben." },
            withheld: {
                """
                \($0): Um \($1) mussten wir Ihre Reservierung zurücknehmen. In Ihrem Land darf es \
                zurzeit nicht verkauft werden.
                """
            },
            goneBefore: {
                "\($0): Um \($1), bevor Sie dran waren, waren alle reserviert oder verkauft."
            },
            unused: {
                """
                \($0): Als Sie dran waren, gab es noch welche, und das bis \($1). Bis dahin hatten Sie \
                keines reserviert.
                """
            },
            stillOpen: { "\($0): Es gibt noch freie, und Sie haben keines reserviert." })
    }()
}
