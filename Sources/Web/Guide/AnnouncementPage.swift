// The announcement of a sale, for whoever wants to tell others: texts to paste in every language,
// the picture, the calendar and the feed.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct AnnouncementPage: Page {
    let scene: SaleScene
    /// Title by language.
    let titles: [Language: String]

    func title(_ phrases: Phrases) -> String {
        phrases.guide.announcementTitle + " – " + scene.text.title
    }

    func sharing(_ visitor: Visitor) -> Sharing? {
        Sharing(
            title: scene.text.title, text: scene.text.announcement,
            path: "/sales/\(scene.sale.code)/announcement", picture: scene.card(visitor))
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        return """
            \(visitor.back(to: "/sales/\(scene.sale.code)", scene.text.title))
            <h1>\(scene.text.title)</h1>
            <p class="lead">\(scene.text.announcement)</p>
            <section><h2>\(say.timesTitle)</h2>
            <ul class="rounds">\(scene.boards.map { RoundTimes(board: $0).html(visitor) })</ul>
            <p class="inline"><a class="button quiet" href="/sales/\(scene.sale.code)/calendar.ics">\
            \(say.calendar)</a> <a class="button quiet" href="/feed.atom">\(say.feed)</a></p></section>
            \(picture(visitor))
            <section><h2>\(say.pasteTitle)</h2><p class="hint">\(say.pasteHint)</p>
            <div class="columns">\(Language.allCases.compactMap { post(in: $0, visitor) })</div></section>
            """
    }

    private func picture(_ visitor: Visitor) -> HTML? {
        scene.card(visitor).map { card in
            """
            <section><h2>\(visitor.phrases.guide.pictureTitle)</h2>
            <p><a href="\(card.path)"><img class="card-picture" src="\(card.path)" width="1200" \
            height="630" loading="lazy" alt="\(card.text)"></a></p></section>
            """
        }
    }

    private func post(in language: Language, _ visitor: Visitor) -> HTML? {
        guard let board = scene.boards.first else { return nil }
        let phrases = Phrases.of(language)
        let opens = phrases.formats.moment(board.wall(board.round.opens), offset: .zero)
        let link = """
            \(visitor.shop.settings.publicURL)/sales/\(scene.sale.code)?language=\(language.rawValue)
            """
        let say = visitor.phrases.guide
        let id = "post-\(language.rawValue)"
        return """
            <div class="field"><label for="\(id)">\(language.ownName)</label>
            <textarea class="paste" id="\(id)" lang="\(language.rawValue)" readonly>\
            \(phrases.guide.post(titles[language] ?? scene.text.title, opens, link))</textarea>
            <button class="quiet" type="button" data-copy="\(id)" data-done="\(say.copied)" hidden>\
            \(say.copy)</button></div>
            """
    }
}

extension SaleScene {
    /// The card in the visitor's language, if an operator had it drawn.
    func card(_ visitor: Visitor) -> (path: String, text: String)? {
        guard hasCard, let opens = boards.first.map({ $0.wall($0.round.opens) }) else { return nil }
        let say = visitor.phrases.guide
        return (
            "/pictures/\(Shop.cardName(of: sale.code, in: visitor.language))",
            say.pictureText(text.title, visitor.formats.moment(opens, offset: .zero))
        )
    }
}

extension Site {
    func announcementPage(_ visitor: Visitor) async throws -> any Page {
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        let titles = try await shop.storage.read { reader in
            try Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0, try reader.text(of: scene.sale, in: $0).title)
                })
        }
        return AnnouncementPage(scene: scene, titles: titles)
    }
}
