// A photograph of the state in which something is; only the two sides of the matter see it.

package struct EvidencePhoto: Hashable, Sendable {
    package let album: Album
    /// From 1.
    package let position: Int
    package let kind: PictureKind

    package init(in album: Album, position: Int, kind: PictureKind) {
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

    /// Throws `.input` for what isn't a photograph, is too large, or is one too many.
    package static func check(_ files: [[UInt8]], besides kept: Int = 0) throws(Refusal) {
        guard kept + files.count <= most else {
            throw .input([Fault(.photos, .tooMany(most: most))])
        }
        for file in files { _ = try PictureKind.of(file, upTo: mostMegabytes) }
    }
}
