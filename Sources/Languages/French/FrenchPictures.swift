// The operator's pages of photographs, in French.

import Rules

extension PicturePhrases {
    static let french = PicturePhrases(
        title: "Photos",
        intro: "Dès qu’un article a une photo, elle remplace les dessins.",
        drawings: "dessins",
        photographs: { Formats.french.count($0, one: "photo", other: "photos") },
        photograph: { "Photo \($0)" },
        first: "Représente l’article.",
        file: "Photo",
        another: "Une autre photo à sa place (facultatif)",
        fileHint: { pixels, megabytes in
            "JPEG, PNG ou WebP, au moins \(pixels)\(noBreak)pixels de large, au plus \(megabytes)\(noBreak)Mo. Ce que l’appareil a noté est supprimé."
        },
        described: { "Ce que l’on y voit\u{A0}: \($0.ownName)" },
        describedHint: "Lu à voix haute à qui ne la voit pas.",
        addTitle: "Ajouter une photo",
        add: "Ajouter",
        remove: "Retirer")
}
