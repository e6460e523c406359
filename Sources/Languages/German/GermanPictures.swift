// The operator's pages of photographs, in German.

import Rules

extension PicturePhrases {
    static let german = PicturePhrases(
        title: "Produktfotos",
        intro: "Sobald ein Artikel ein Foto hat, steht es anstelle der Zeichnungen.",
        drawings: "Zeichnungen",
        photographs: { Formats.german.count($0, one: "Foto", other: "Fotos") },
        photograph: { "Foto \($0)" },
        first: "Steht für den Artikel.",
        file: "Foto",
        another: "Ein anderes Foto an seiner Stelle (freiwillig)",
        fileHint: { pixels, megabytes in
            "JPEG, PNG oder WebP, mindestens \(pixels)\(noBreak)Pixel breit, höchstens \(megabytes)\(noBreak)MB. Was die Kamera vermerkt hat, wird entfernt."
        },
        described: { "Was zu sehen ist: \($0.ownName)" },
        describedHint: "Wird allen vorgelesen, die es nicht sehen.",
        addTitle: "Foto hinzufügen",
        add: "Hinzufügen",
        remove: "Entfernen")
}
