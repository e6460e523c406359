// Markup that looks like markup. Whatever is interpolated is escaped; other markup is taken as it
// is, and raw text must be asked for by its name.

package import Rules

package struct HTML: Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral text: String) { self.text = text }
    package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Text that is markup already: nothing that anybody typed may ever come here.
    package init(raw text: String) { self.text = text }

    package static let empty: HTML = ""

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ plain: String) { escape(plain) }
        package mutating func appendInterpolation(_ plain: Substring) { escape(String(plain)) }
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }
        package mutating func appendInterpolation<Of>(_ id: ID<Of>) { text += id.text }
        package mutating func appendInterpolation(_ html: HTML) { text += html.text }
        package mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
        package mutating func appendInterpolation(_ list: [HTML]) {
            for html in list { text += html.text }
        }
        /// Markup that is there on a condition: a `checked`, a `hidden`.
        package mutating func appendInterpolation(_ html: HTML, if condition: Bool) {
            if condition { text += html.text }
        }

        private mutating func escape(_ plain: String) {
            let isPlain = plain.utf8.allSatisfy { byte in
                byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
                    && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
                    && byte != UInt8(ascii: "'")
            }
            if isPlain {
                text += plain
                return
            }
            for character in plain.unicodeScalars {
                switch character {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                default: text.unicodeScalars.append(character)
                }
            }
        }
    }
}
