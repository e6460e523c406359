// The operator's page of imports, in French.

import Rules

extension ImportPhrases {
    static let french = ImportPhrases(
        title: "Importations",
        intro: """
            Collez un tableau dont les colonnes sont séparées par des virgules et nommées sur la \
            première ligne. Tout est pris, ou rien\u{A0}; ce qui est déjà connu ne change rien.
            """,
        what: "De quoi il s’agit",
        table: "Tableau",
        tryIt: "Essayer",
        take: "Importer",
        export: "Ce qui est en route, sous forme de tableau",
        nothingDone: "Rien n’a été modifié. Corrigez d’abord ces lignes\u{A0}:",
        wouldBe: { changes, known in
            """
            À modifier\u{A0}: \(changes). Déjà connu, laissé en l’état\u{A0}: \(known). Rien n’est encore \
            modifié.
            """
        },
        done: { changes, known in "Importé\u{A0}: \(changes). Déjà connu\u{A0}: \(known)." },
        kind: { kind in
            switch kind {
            case .dispatches: "Colis partis"
            case .customs: "Résultats de la douane"
            }
        },
        place: { line, column in column.map { "Ligne \(line), \($0)" } ?? "Ligne \(line)" },
        problem: { problem in
            switch problem {
            case .noColumn: "la colonne manque."
            case .quotation: "un guillemet n’est pas fermé, ou se trouve au milieu d’un champ."
            case .tooManyRows(let most):
                "le tableau est trop long\u{A0}: \(most) lignes et 1 Mo au plus."
            case .missing: "le champ est vide."
            case .malformed: "ce n’est pas écrit comme il faut, ou pas possible."
            case .unknown: "rien ne porte ce nom ici."
            case .ambiguous: "cela appartient déjà à un autre colis."
            case .refused: "ce n’est pas possible pour l’instant."
            }
        })
}
