// Rund um den Warteraum auf Deutsch.

extension RoomPhrases {
    static let german = RoomPhrases(
        moveTitle: "Auf dem Handy weitermachen",
        moveText: """
            Ihr Platz gehört zu Ihrem Konto. Mit einem Code melden Sie sich auf einem anderen Gerät \
            an, ohne Ihr Passwort einzugeben. Beide Geräte behalten den Platz.
            """,
        moveButton: "Code holen",
        codeTitle: "Code für Ihr anderes Gerät",
        codeText: { "Geben Sie ihn unter \($0) ein, oder öffnen Sie dort diesen Link:" },
        codeOnce: "Er gilt einmal. Ein neuer macht ihn ungültig. Er endet:",
        codeSecret: "Zeigen Sie ihn niemandem: Wer ihn hat, ist als Sie angemeldet.",
        toRoom: "Zurück zum Warteraum",
        useTitle: "Hier weitermachen",
        useText: """
            Geben Sie den Code ein, den Ihr anderes Gerät zeigt. Damit ist dieses Gerät angemeldet.
            """,
        useButton: "Anmelden und zum Warteraum",
        clustersTitle: "Tickets mit Gemeinsamkeiten",
        clustersText: """
            Eine Gruppe beweist nichts über die, die darin sind. Familien teilen einen Haushalt; \
            Büros, Schulen und Mobilfunknetze teilen eine Adresse; Telefone eines Modells sehen \
            gleich aus. Niemand wird deswegen abgewiesen. Die Grenzen je Käufer und je Haushalt \
            gelten für alle. Eine große Gruppe, deren Tickets binnen Sekunden kamen und die wenig \
            reserviert hat, ist einen Blick wert.
            """,
        sameHousehold: "Derselbe Haushalt",
        sameDevice: "Dieselbe Netzadresse und dieselbe Art Gerät",
        sameAddress: "Dieselbe Netzadresse",
        noClusters: "Keine zwei Tickets haben das gemeinsam.",
        clusterSize: { Formats.german.count($0, one: "Ticket", other: "Tickets") },
        clusterReserved: { tickets, units in
            """
            \(Formats.german.number(tickets)) davon haben reserviert; zusammen haben sie \
            \(Formats.german.count(units, one: "Stück", other: "Stück"))
            """
        },
        workHint: """
            Beim Betreten rechnet Ihr Browser einen Augenblick. Das hält Programme ab, die in \
            Massen kommen; Sie brauchen nichts zu tun.
            """,
        working: "Ihr Browser rechnet. Das dauert einige Sekunden.",
        waitTitle: "Einen Moment warten",
        waitText: """
            Das Warten ersetzt die Rechnung, die Browser mit Skripten ausführen. Mit der \
            Schaltfläche kommen Sie hinein, sobald die Zeit da ist, nicht früher.
            """,
        waitFrom: "Die Schaltfläche wirkt ab:")
}
