// A photograph of the state in which something is; only the two sides of the matter see it.

package struct EvidencePhoto: Hashable, Sendable {
    package let album: Album
    /// From 1.
    package let position: Int
    package let kind: Kind

    package init(in album: Album, position: Int, kind: Kind) {
        self.album = album
        self.position = position
        self.kind = kind
    }

    /// What they are of.
    package enum Album: Hashable, Sendable {
        /// What is wrong, by whoever claims.
        case claim(ID<Claim>)
        /// What came back, by the store.
        case goods(ID<Return>)
    }

    package static let most = 4
    /// What phones make, uncut.
    package static let mostMegabytes = 6
    package static let mostBytes = mostMegabytes << 20

    /// Known by how a file begins, whatever it calls itself.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
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
    }

    /// Throws `.input` for what isn't a photograph, is too large, or is one too many.
    package static func check(_ files: [[UInt8]], besides kept: Int = 0) throws(Refusal) {
        guard kept + files.count <= most else {
            throw .input([Fault(.photos, .tooMany(most: most))])
        }
        for file in files {
            guard file.count <= mostBytes else {
                throw .input([Fault(.photos, .tooLarge(megabytes: mostMegabytes))])
            }
            guard Kind(file) != nil else { throw .input([Fault(.photos, .malformed)]) }
        }
    }
}
