// Where a photograph gets the sizes and formats that pages show. None of the functions throws: what
// can't be made is an answer.

package protocol Darkroom: Sendable {
    /// Of a file in one of the formats of `PictureKind`.
    func develop(_ file: [UInt8]) async -> Developed
}

package enum Developed: Sendable {
    /// Every size and format that the photograph is wide enough for; as wide and as high as it is
    /// upright, up to the largest size.
    case prints([Print], width: Int, height: Int)
    case unreadable
    case tooNarrow
    /// Why, for the log.
    case unavailable(String)
}

package struct Print: Sendable {
    package let width: Int
    package let format: String
    package let bytes: [UInt8]

    package init(width: Int, format: String, bytes: [UInt8]) {
        self.width = width
        self.format = format
        self.bytes = bytes
    }
}
