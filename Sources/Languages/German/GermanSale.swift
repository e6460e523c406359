// The pages of a sale in German.

import Rules

extension SalePhrases {
    static let german: SalePhrases = {
        let formats = Formats.german
        @Sendable func days(_ count: Int) -> String {
            formats.count(count, one: "Tag", other: "Tagen")
        }
        return SalePhrases(
            noSaleTitle: "Zurzeit kein Verkauf",
            noSaleText: """
                Im Augenblick gibt es nichts zu kaufen. Schauen Sie wieder herein, wenn ein Verkauf \
                angekündigt ist.
                """,
            rangeTitle: { "Das gibt es hier zu kaufen (\($0))" },
            toSale: "Zum Verkauf",
            taxIncluded: "inkl. USt.",
            taxExcluded: "zuzüglich Versand, Zoll und Steuer",
            delivered: { "\($0) bis an die Tür, alles inbegriffen" },
            deliveredHint: {
                """
                Ein Stück an eine typische Adresse (\($0)) auf dem günstigsten Weg. An der Kasse sehen \
                Sie den genauen Preis für Ihre Adresse; teurer wird er danach nie.
                """
            },
            wayBackTitle: "Rückgabe",
            wayBack: { count, cost in
                """
                Innerhalb von \(days(count)) nach Erhalt, ohne Angabe von Gründen. Die Rücksendung \
                eines Stücks kostet Sie \(cost).
                """
            },
            wayBackNotSent: { count in
                """
                Innerhalb von \(days(count)) nach Erhalt, ohne Angabe von Gründen. Der Akku darf nicht \
                zurückreisen: Sie behalten das Gerät und bekommen trotzdem Ihr Geld zurück.
                """
            },
            limit: { "Höchstens \(formats.number($0)) je Person und Haushalt im ganzen Verkauf" },
            guaranteeTitle: "Wenn es kaputtgeht",
            guaranteeByLaw: {
                "\(formats.count($0, one: "Monat", other: "Monate")) gesetzliche Gewährleistung"
            },
            guaranteeByMaker: {
                "\(formats.count($0, one: "Monat", other: "Monate")) Garantie des Herstellers"
            },
            dispatch: {
                """
                Verlässt unser Lager in China innerhalb von \
                \(formats.count($0, one: "Werktag", other: "Werktagen")).
                """
            },
            withheldTitle: "Hier vorerst nicht erhältlich",
            withheldText: "Wir würden gern, aber es fehlt noch etwas Vorgeschriebenes:",
            round: { "Runde \(formats.number($0))" },
            roomOpens: "Warteraum öffnet",
            opens: "Verkauf beginnt",
            closes: "Verkauf endet",
            roomOpensIn: "Der Warteraum öffnet in",
            opensIn: "Der Verkauf beginnt in",
            closesIn: "Der Verkauf endet in",
            timesHint: """
                Mit Skripten zeigt Ihr Browser die Zeiten in Ihrer Zeitzone, sonst in UTC.
                """,
            howItWorksTitle: "So kaufen Sie",
            howItWorks: { policy in
                let isByLot = policy != .firstCome
                return [
                    "Legen Sie rechtzeitig ein Konto an und bestätigen Sie Ihre E-Mail-Adresse.",
                    isByLot
                        ? """
                        Betreten Sie den Warteraum, bevor der Verkauf beginnt. Ob früh oder spät, ist \
                        gleich.
                        """
                        : """
                        Betreten Sie den Warteraum, sobald er öffnet: Wer zuerst kommt, ist zuerst dran.
                        """,
                    isByLot
                        ? """
                        Zu Beginn wird die Reihenfolge ausgelost. Sie sehen Ihren Platz und wann Sie \
                        dran sind.
                        """
                        : "Zu Beginn sehen Sie Ihren Platz und wann Sie dran sind.",
                    "Sind Sie dran, reservieren Sie. Ihre Stücke bleiben reserviert, während Sie bestellen.",
                    "Sie sehen den ganzen Preis, bevor Sie zustimmen. Dann bezahlen Sie.",
                ]
            },
            announced: "angekündigt",
            roomOpen: "Warteraum geöffnet",
            drawing: "Die Reihenfolge wird gerade festgelegt.",
            live: "läuft",
            free: { free, units in
                "\(formats.number(free)) von \(formats.number(units)) verfügbar"
            },
            allHeld: { "Alle sind reserviert; \(formats.number($0)) können noch frei werden." },
            nextReturn: "Die nächste Reservierung endet:",
            soldOut: "Ausverkauft",
            closed: "beendet",
            paused: { reason in
                reason.isEmpty
                    ? "angehalten"
                    : "Angehalten: \(reason) Alle Uhren stehen still, niemand verliert Zeit."
            },
            allSold: "Alles ist verkauft.",
            allSoldText: """
                Jedes Stück dieser Runde hat jemanden gefunden. Sie brauchen nicht länger zu warten.
                """,
            nothingLeft: "Es bleibt nichts übrig.",
            nothingLeftText: """
                Diese Runde oder ihr Vorrat endet, bevor Sie dran sind. Sie brauchen nicht länger zu \
                warten.
                """,
            roundOver: "Diese Runde ist vorbei.",
            unitsInRound: { "\(formats.number($0)) Stück in dieser Runde" },
            roomTitle: "Warteraum",
            enterRoom: "Warteraum betreten",
            enterHint: "Eine Nummer je Konto. Eintreten können Sie, bis der Verkauf beginnt.",
            inRoom: "Sie sind drin.",
            inRoomText: { policy in
                policy == .firstCome
                    ? """
                    Wer zuerst eingetreten ist, ist zuerst dran. Zu Beginn erscheint hier Ihr Platz. Sie \
                    können die Seite schließen und wiederkommen.
                    """
                    : """
                    Zu Beginn wird die Reihenfolge ausgelost, dann erscheint hier Ihr Platz. Sie können \
                    die Seite schließen und wiederkommen.
                    """
            },
            waiting: {
                "\(formats.count($0, one: "Person wartet", other: "Personen warten")) im Raum."
            },
            leaveRoom: "Raum verlassen",
            leaveHint: "Bis der Verkauf beginnt, können Sie wieder eintreten.",
            place: { place, of in "Platz \(formats.number(place)) von \(formats.number(of))" },
            turnIn: "Sie sind dran in",
            yourTurn: "Sie sind dran.",
            yourTurnText: "Wählen Sie aus, was Sie reservieren möchten.",
            missedRoom: """
                Die Reihenfolge steht fest. Sie bekommen noch einen Platz hinter allen anderen.
                """,
            fairnessTitle: "Wie Sie prüfen können, dass es fair zugeht",
            commitment: "Festlegung",
            commitmentText: """
                Bevor der Raum öffnete, haben wir den SHA-256-Wert eines geheimen Startwerts \
                veröffentlicht. Mit Beginn des Verkaufs wird der Startwert öffentlich; aus ihm und den \
                Nummern kann jeder die Reihenfolge nachrechnen.
                """,
            ticket: "Ihre Nummer",
            quantity: "Anzahl",
            reserve: "Reservieren",
            reserveHint: {
                "Reservierte Stücke gehören \($0) lang Ihnen. Noch wird nichts abgebucht."
            },
            held: "Für Sie reserviert",
            heldFewer: "Es waren weniger da, als Sie wollten. Diese sind für Sie reserviert:",
            heldFor: "Reserviert noch für",
            unitNumbers: { "Stück \($0)" },
            letGo: "Freigeben",
            toCheckout: "Zur Kasse")
    }()
}
