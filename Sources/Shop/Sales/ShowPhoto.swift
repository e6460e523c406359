// To show photographs of a product in place of its drawings: to add one, to put another in its
// place, to describe it in other words, to take it away.

import Crypto
import Logging
import Partners
package import Rules
package import Storage

extension Shop {
    /// Stands behind those that the product has, or in the place of the one at `position`; without
    /// a file, that one stays and is described anew. `name` is of who does it.
    ///
    /// Throws `Refusal`: `notFound`, `picturesUnavailable`, and `input` for a description that is
    /// missing, a file that is no photograph, too large or too narrow, one too many.
    @discardableResult
    package func showPhoto(
        _ file: [UInt8]?, of product: String, at position: Int? = nil,
        texts: [Language: String], byName name: String
    ) async throws -> Photo {
        try Photo.check(texts)
        let known = try await storage.read { reader in
            guard try reader.products()[product] != nil else { throw Refusal.notFound }
            return try reader.photos()[product] ?? []
        }
        guard position != nil || known.count < Photo.most else {
            throw Refusal.input([Fault(.photos, .tooMany(most: Photo.most))])
        }
        guard file != nil || position != nil else {
            throw Refusal.input([Fault(.photos, .missing)])
        }
        let made = if let file { try await develop(file) } else { Optional<Prints>.none }
        let now = clock.now()
        defer { noteChangeToWhatIsShown() }
        return try await storage.write { [chance] tx in
            let before = try tx.photos()[product] ?? []
            let place = position ?? before.count + 1
            let old = before.first { $0.position == place }
            guard (position == nil) == (old == nil), place <= Photo.most else {
                throw Refusal.notFound
            }
            let photo = Photo(
                product: product, position: place,
                stem: made?.stem(of: product) ?? old!.stem,
                width: made?.width ?? old!.width, height: made?.height ?? old!.height,
                texts: texts)
            for print in made?.prints ?? [] {
                try tx.keep(
                    print.bytes, as: Photo.name(photo.stem, print.width, print.format), at: now)
            }
            var photos = before.filter { $0.position != place }
            photos.insert(photo, at: place - 1)
            try tx.show(photos, of: product, insteadOf: before)
            try tx.note(
                "show photograph", about: product, detail: "\(photo.stem), by \(name)",
                id: chance.id(at: now), at: now)
            return photo
        }
    }

    /// Those behind it move up. Throws `notFound`.
    package func removePhoto(
        of product: String, at position: Int, byName name: String
    ) async throws {
        let now = clock.now()
        defer { noteChangeToWhatIsShown() }
        try await storage.write { [chance] tx in
            let before = try tx.photos()[product] ?? []
            guard let gone = before.first(where: { $0.position == position }) else {
                throw Refusal.notFound
            }
            try tx.show(before.filter { $0 != gone }, of: product, insteadOf: before)
            try tx.note(
                "remove photograph", about: product, detail: "\(gone.stem), by \(name)",
                id: chance.id(at: now), at: now)
        }
    }

    /// Back to the drawings. Returns how many photographs there were.
    package func removePhotos(of product: String) async throws -> Int {
        defer { noteChangeToWhatIsShown() }
        return try await storage.write { tx in
            let before = try tx.photos()[product] ?? []
            try tx.show([], of: product, insteadOf: before)
            return before.count
        }
    }

    private func develop(_ file: [UInt8]) async throws -> Prints {
        try Photo.check(file)
        switch await darkroom?.develop(file) {
        case .prints(let prints, let width, let height):
            return Prints(file: file, prints: prints, width: width, height: height)
        case .unreadable: throw Refusal.input([Fault(.photos, .malformed)])
        case .tooNarrow:
            throw Refusal.input([Fault(.photos, .tooNarrow(pixels: Photo.widths[0]))])
        case .unavailable(let reason):
            log.warning("no photograph was made: \(reason)")
            throw Refusal.picturesUnavailable
        case nil: throw Refusal.picturesUnavailable
        }
    }
}

private struct Prints: Sendable {
    let file: [UInt8]
    let prints: [Print]
    let width: Int
    let height: Int

    /// What its files are called: another photograph has another name, so that browsers may keep
    /// one for ever.
    func stem(of product: String) -> String {
        "\(product)-\(Digest.hex(SHA256.hash(data: file).prefix(6)))"
    }
}

extension Transaction {
    /// These and no others, numbered anew; files that none of them needs go.
    fileprivate func show(
        _ photos: [Photo], of product: String, insteadOf before: [Photo]
    ) throws {
        let stems = Set(photos.map(\.stem))
        for gone in Set(before.map(\.stem)).subtracting(stems) {
            for width in Photo.widths {
                for format in Photo.formats { try deletePicture(Photo.name(gone, width, format)) }
            }
        }
        try deletePhotos(of: product)
        for (index, photo) in photos.enumerated() {
            try insert(
                photo.moved(to: index + 1), texts: try JSONText.encode(photo.texts.byCode))
        }
    }
}

extension Reader {
    /// Photographs by product, in their order.
    package func photos() throws -> [String: [Photo]] {
        let photos = try photoRows().map { row in
            let texts = try JSONText.decode([String: String].self, from: row.texts).byLanguage
            return Photo(
                product: row.photo.product, position: row.photo.position, stem: row.photo.stem,
                width: row.photo.width, height: row.photo.height, texts: texts)
        }
        return Dictionary(grouping: photos, by: \.product)
    }
}
