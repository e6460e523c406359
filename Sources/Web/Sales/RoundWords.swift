// The words in which the script tells what the public document of a round says: the page brings
// them along once, in the visitor's language, with a place for each number.

import Foundation
import Languages

struct RoundWords: Encodable {
    let free: String
    let held: String
    let heldOne: String
    let next: String
    let gone: String
    let waiting: String
    let waitingOne: String

    init(_ visitor: Visitor) {
        let say = visitor.phrases.sale
        // Numbers that no sentence has of itself; where they stand, the script puts the true ones.
        let (first, second) = (71_717, 92_929)
        func place(_ text: String) -> String {
            text.replacing(visitor.formats.number(first), with: "{0}")
                .replacing(visitor.formats.number(second), with: "{1}")
        }
        free = place(say.free(first, second))
        held = place(say.allHeld(first))
        heldOne = say.allHeld(1)
        next = say.nextReturn
        gone = say.soldOut
        waiting = place(say.waiting(first))
        waitingOne = say.waiting(1)
    }

    /// A block of data, not of script: the policy of the pages lets no script stand in them.
    var html: HTML { .json(self, named: "words") }
}

extension HTML {
    static func json(_ value: some Encodable, type: String = "application/json", named id: String?)
        -> HTML
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // What we encode ourselves can't fail to be encoded.
        let text = String(decoding: try! encoder.encode(value), as: UTF8.self)
        // No text in it may end the block.
        let safe = HTML(raw: text.replacing("<", with: "\\u003c"))
        return """
            <script type="\(type)"\(id.map { " id=\"\($0)\"" as HTML })>\(safe)</script>
            """
    }
}
