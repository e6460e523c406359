// Photographs of what is claimed and of what came back: how they are asked for, shown and sent.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

/// A row of them; nothing without any.
struct EvidencePhotosPart {
    let photos: [EvidencePhoto]
    /// `/claims/C-F7K2-9QWD`.
    let address: String

    /// Of a field that takes them.
    static let input: HTML = "\(PictureKind.accepted) multiple"

    func html(_ visitor: Visitor) -> HTML? {
        guard !photos.isEmpty else { return nil }
        let items = photos.map { photo -> HTML in
            let file = "\(address)/photos/\(photo.position)"
            return """
                <li><a href="\(file)"><img src="\(file)" \
                alt="\(visitor.phrases.warranty.photo(photo.position))" loading="lazy"></a></li>
                """
        }
        return "<ul class=\"photos\">\(items)</ul>"
    }
}

extension Site {
    func showClaimPhoto(_ visitor: Visitor) async throws -> Response {
        try await evidencePhoto(visitor) { number, reader in
            try reader.claim(number: number).map { (.claim($0.id), $0.account) }
        }
    }

    func showReturnPhoto(_ visitor: Visitor) async throws -> Response {
        try await evidencePhoto(visitor) { number, reader in
            try reader.goodsReturn(number: number).flatMap { goods in
                try reader.order(goods.order).map { (.goods(goods.id), $0.account) }
            }
        }
    }

    /// Only ever a picture, whatever is in it, and kept by nobody on the way. Throws `notFound` for
    /// somebody else's.
    private func evidencePhoto(
        _ visitor: Visitor,
        of find: @escaping @Sendable (String, Reader) throws -> (EvidencePhoto.Album, ID<Account>)?
    ) async throws -> Response {
        let person = try visitor.person()
        let number: String = try visitor.part("number")
        let position = Int(try visitor.part("position") as String) ?? 0
        let found = try await shop.storage.read {
            reader -> (ID<Account>, PictureKind, [UInt8])? in
            guard let (album, owner) = try find(number, reader),
                owner == person.id || person.isOperator,
                let photo = try reader.photo(position, in: album)
            else { return nil }
            return (owner, photo.kind, photo.body)
        }
        guard let (owner, kind, body) = found else { throw Refusal.notFound }
        try await shop.noteLook(at: number, of: owner, on: visitor.location, by: person)
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/\(kind.rawValue)",
                .contentSecurityPolicy: "default-src 'none'", .cacheControl: "private, no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension PictureKind {
    /// Of a field that takes pictures.
    static let accepted: HTML = {
        let types = allCases.map { "image/\($0.rawValue)" }.joined(separator: ",")
        return " accept=\"\(types)\""
    }()
}
