// The operator's page of imports, in English.

import Rules

extension ImportPhrases {
    static let english = ImportPhrases(
        title: "Imports",
        intro: """
            Paste a table with commas between its columns and the names of the columns in its first \
            line. All of it is taken, or nothing; what is known already changes nothing.
            """,
        what: "What it is",
        table: "Table",
        tryIt: "Try it",
        take: "Take it",
        export: "What is on its way, as a table",
        nothingDone: "Nothing was changed. Mend these lines first:",
        wouldBe: { changes, known in
            "This would change \(changes) and leave \(known) as they are known. Nothing was changed yet."
        },
        done: { changes, known in "\(changes) changed, \(known) were known already." },
        kind: { kind in
            switch kind {
            case .dispatches: "Parcels that left"
            case .customs: "Results of customs"
            }
        },
        place: { line, column in column.map { "Line \(line), \($0)" } ?? "Line \(line)" },
        problem: { problem in
            switch problem {
            case .noColumn: "the column is missing."
            case .quotation: "a quotation mark isn’t closed, or stands in the middle of a field."
            case .tooManyRows(let most): "the table is too long: at most \(most) lines and 1 MB."
            case .missing: "it is empty."
            case .malformed: "it isn’t written as it should be, or isn’t possible."
            case .unknown: "there is nothing of that name."
            case .ambiguous: "it belongs to another parcel already."
            case .refused: "that isn’t possible now."
            }
        })
}
