// To keep the pictures that an operator made: the cards of a sale, and photographs of products.

import Crypto
package import Rules
package import Storage

extension Shop {
    /// The picture that social networks show of a sale in that language.
    package static func cardName(of sale: String, in language: Language) -> String {
        "card-\(sale)-\(language.rawValue).png"
    }

    /// Throws `notFound` when there is no such sale.
    package func keepCard(_ picture: [UInt8], of code: String, in language: Language) async throws {
        let now = clock.now()
        defer { noteChangeToWhatIsShown() }
        try await storage.write { tx in
            guard try tx.sale(code: code) != nil else { throw Refusal.notFound }
            try tx.keep(picture, as: Self.cardName(of: code, in: language), at: now)
        }
    }

    /// A photograph in all its sizes, by the names of its files, behind those the product has.
    /// Throws `notFound` for a product that nobody announced, `input` when it has enough.
    package func keepPhoto(
        of product: String, stem: String, width: Int, height: Int, texts: [Language: String],
        files: [String: [UInt8]]
    ) async throws -> Photo {
        let now = clock.now()
        let missing = Language.allCases.filter { texts[$0, default: ""].isEmpty }
        guard missing.isEmpty else { throw Refusal.input([Fault(.language, .missing)]) }
        defer { noteChangeToWhatIsShown() }
        return try await storage.write { tx in
            guard try tx.products()[product] != nil else { throw Refusal.notFound }
            let known = try tx.photoRows().filter { $0.photo.product == product }
            guard known.count < Photo.most else {
                throw Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: Photo.most))])
            }
            let photo = Photo(
                product: product, position: (known.last?.photo.position ?? 0) + 1, stem: stem,
                width: width, height: height, texts: texts)
            for (name, file) in files { try tx.keep(file, as: name, at: now) }
            try tx.insert(photo, texts: try JSONText.encode(texts.byCode))
            return photo
        }
    }

    /// Back to the drawings. Returns how many photographs there were.
    package func removePhotos(of product: String) async throws -> Int {
        defer { noteChangeToWhatIsShown() }
        return try await storage.write { tx in
            let gone = try tx.photoRows().filter { $0.photo.product == product }
            for row in gone {
                for width in Photo.widths {
                    for format in Photo.formats {
                        try tx.deletePicture(Photo.name(row.photo.stem, width, format))
                    }
                }
            }
            try tx.deletePhotos(of: product)
            return gone.count
        }
    }
}

extension Photo {
    /// What the files of a photograph are called: another photograph has another name.
    package static func stem(of product: String, _ file: [UInt8]) -> String {
        "\(product)-\(Digest.hex(SHA256.hash(data: file).prefix(6)))"
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
