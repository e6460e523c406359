// To keep photographs of what is claimed, or of what came back, behind those that are kept already.

import Rules
import Storage

extension Transaction {
    /// Lock what they are of before. Throws `input` for what isn't a photograph, is too large, or
    /// is one too many.
    @discardableResult
    func keep(_ files: [[UInt8]], in album: EvidencePhoto.Album) throws -> [EvidencePhoto] {
        let kept = try photos(in: album)
        try EvidencePhoto.check(files, besides: kept.count)
        let first = (kept.last?.position ?? 0) + 1
        return try zip(first..., files).compactMap { position, file in
            guard let kind = PictureKind(file) else { return nil }
            let photo = EvidencePhoto(in: album, position: position, kind: kind)
            try insert(photo, body: file)
            return photo
        }
    }
}
