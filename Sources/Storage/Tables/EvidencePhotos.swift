// Photographs of what is claimed and of what came back, each album in the table of its own kind.

package import Rules

extension EvidencePhoto.Album {
    fileprivate var rows: SQL {
        switch self {
        case .claim(let id): "claim_photos where claim = \(id)"
        case .goods(let id): "return_photos where goods_return = \(id)"
        }
    }
}

extension Reader {
    package func photos(in album: EvidencePhoto.Album) throws -> [EvidencePhoto] {
        try all("select position, kind from \(fragment: album.rows) order by position").map {
            EvidencePhoto(in: album, position: try $0.get(0), kind: try $0.get(1))
        }
    }

    package func photo(_ position: Int, in album: EvidencePhoto.Album) throws -> (
        kind: PictureKind, body: [UInt8]
    )? {
        try first(
            "select kind, body from \(fragment: album.rows) and position = \(position)"
        ).map { (try $0.get(0), try $0.get(1)) }
    }
}

extension Transaction {
    package func insert(_ photo: EvidencePhoto, body: [UInt8]) throws {
        let (position, kind) = (photo.position, photo.kind)
        switch photo.album {
        case .claim(let id):
            try run(
                """
                insert into claim_photos (claim, position, kind, body)
                values (\(id), \(position), \(kind), \(body))
                """)
        case .goods(let id):
            try run(
                """
                insert into return_photos (goods_return, position, kind, body)
                values (\(id), \(position), \(kind), \(body))
                """)
        }
    }
}
