// The operator's page of imports, in German.

import Rules

extension ImportPhrases {
    static let german = ImportPhrases(
        title: "Importe",
        intro: """
            Fügen Sie eine Tabelle ein, mit Kommas zwischen den Spalten und deren Namen in der ersten \
            Zeile. Sie wird ganz übernommen oder gar nicht; was schon bekannt ist, ändert nichts.
            """,
        what: "Was es ist",
        table: "Tabelle",
        tryIt: "Ausprobieren",
        take: "Übernehmen",
        export: "Was unterwegs ist, als Tabelle",
        nothingDone: "Es wurde nichts geändert. Diese Zeilen stimmen noch nicht:",
        wouldBe: { changes, known in
            "Das würde \(changes) ändern und \(known) lassen, wie sie bekannt sind. Noch wurde nichts geändert."
        },
        done: { changes, known in "\(changes) geändert, \(known) waren schon bekannt." },
        kind: { kind in
            switch kind {
            case .dispatches: "Versandte Pakete"
            case .customs: "Ergebnisse des Zolls"
            }
        },
        place: { line, column in column.map { "Zeile \(line), \($0)" } ?? "Zeile \(line)" },
        problem: { problem in
            switch problem {
            case .noColumn: "Die Spalte fehlt."
            case .quotation:
                "Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Feld."
            case .tooManyRows(let most):
                "Die Tabelle ist zu lang: höchstens \(most) Zeilen und 1 MB."
            case .missing: "Es steht nichts darin."
            case .malformed: "So kann es nicht geschrieben werden, oder es ist nicht möglich."
            case .unknown: "So etwas gibt es hier nicht."
            case .ambiguous: "Das gehört schon zu einem anderen Paket."
            case .refused: "Das geht gerade nicht."
            }
        })
}
