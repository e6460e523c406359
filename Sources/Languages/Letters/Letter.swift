// A letter as it is mailed: plain text, in the language of its reader.

package struct Letter: Hashable, Sendable {
    package let subject: String
    package let text: String

    /// Paragraphs are parted by an empty line, as mail has them.
    init(_ subject: String, _ paragraphs: [String?]) {
        self.subject = subject
        text = paragraphs.compactMap { $0 }.joined(separator: "\n\n") + "\n"
    }
}
