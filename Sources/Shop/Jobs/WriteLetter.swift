// To write a letter: what it says is looked up when it is sent, in its reader's language.

import Languages
import Partners
import Rules
import Storage

extension Shop {
    func write(_ kind: LetterKind, about subject: String) async throws {
        throw JobHopeless(description: "nobody can write \(kind.rawValue)")
    }
}
