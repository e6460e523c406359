// The page about the rules in German.

extension RulesPhrases {
    static let german: RulesPhrases = {
        let formats = Formats.german
        return RulesPhrases(
            title: "Preisregeln",
            version: { "In Kraft: Regelsatz \($0)." },
            from: { "Dateien in \($0) ersetzen die mitgelieferten, sobald sie sich ändern." },
            shippedOnly: """
                Die Regeln, die mit dem Programm kamen; ein eigenes Verzeichnis ist nicht eingestellt.
                """,
            fault: "Die Dateien dort sind fehlerhaft. Die Regeln von vorher bleiben in Kraft:",
            toConfirm: { "Bevor „\($0)“ öffnet" },
            toConfirmText: """
                Diese kennt niemand sicher. Schlagen Sie nach, tragen Sie ein, was gilt, oder bestätigen \
                Sie sie so, wie sie sind: Was der Zoll darüber hinaus verlangt, trägt der Laden.
                """,
            confirm: "Angekreuzte bestätigen",
            nothingToConfirm: "Alles, worauf er beruht, ist bekannt oder bestätigt.",
            confirmedBy: { "bestätigt von \($0)" },
            endsSoon: { "Endet binnen \(formats.count($0, one: "Tag", other: "Tagen"))" },
            unconfirmed: "Aus dem Gedächtnis oder geschätzt",
            unknown: "Nicht bekannt",
            none: "Nichts.",
            inForce: { "Heute in Kraft: \($0)" },
            rule: "Regel", terms: "Was sie sagt",
            until: { "bis \($0)" },
            sources: "Gelesen in",
            gates: "Was Produkte brauchen, bevor sie verkauft werden dürfen",
            gateOpen: "nicht nachgewiesen: zurückgehalten",
            gateProved: { "nachgewiesen durch \($1), geprüft von \($0)" },
            nexus: "Verkäufe je Bundesstaat, zwölf Monate",
            nexusText: """
                Steuer wird nur erhoben, wo der Laden registriert ist. Ab vier Fünfteln einer Schwelle \
                bereiten Sie die Registrierung vor.
                """,
            nexusCount: {
                """
                \($0) in \(formats.count($1, one: "Bestellung", other: "Bestellungen")), von \($2)
                """
            },
            registered: "registriert", near: "Schwelle nah", reached: "Schwelle erreicht",
            wishes: "Länder, nach denen gefragt wurde",
            wishCount: { formats.count($0, one: "Adresse", other: "Adressen") })
    }()
}
