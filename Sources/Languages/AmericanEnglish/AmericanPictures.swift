// The operator's pages of photographs, in English.

import Rules

extension PicturePhrases {
    static let english = PicturePhrases(
        title: "Photographs",
        intro: "Photographs take the place of the drawings as soon as a product has one.",
        drawings: "drawings",
        photographs: { Formats.americanEnglish.count($0, one: "photograph", other: "photographs") },
        photograph: { "Photograph \($0)" },
        first: "Stands for the product.",
        file: "Photograph",
        another: "Another photograph in its place (optional)",
        fileHint: { pixels, megabytes in
            "JPEG, PNG or WebP, at least \(pixels)\(noBreak)pixels wide, at most \(megabytes)\(noBreak)MB. What the camera noted is removed."
        },
        described: { "What can be seen: \($0.ownName)" },
        describedHint: "Read out to whoever doesn’t see it.",
        addTitle: "Add a photograph",
        add: "Add",
        remove: "Remove")
}
