// The files that are taken for pictures: those that every browser shows and every camera makes.

/// Known by how a file begins, whatever it calls itself.
package enum PictureKind: String, Hashable, Sendable, CaseIterable {
    case jpeg, png, webp

    package init?(_ file: [UInt8]) {
        if file.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if file.starts(with: Array("RIFF".utf8)),
            file.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            self = .webp
        } else {
            return nil
        }
    }

    /// Throws `.input` for what isn't a picture, or is larger than so many megabytes.
    package static func of(
        _ file: [UInt8], upTo megabytes: Int
    ) throws(Refusal) -> PictureKind {
        guard file.count <= megabytes << 20 else {
            throw .input([Fault(.photos, .tooLarge(megabytes: megabytes))])
        }
        guard let kind = PictureKind(file) else { throw .input([Fault(.photos, .malformed)]) }
        return kind
    }
}
