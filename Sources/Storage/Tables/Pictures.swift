// Pictures by their names, and what is known of the operator's photographs.

package import Rules

/// A photograph as its row has it; its texts are JSON by language.
package struct PhotoRow: Sendable {
    package let photo: Photo
    package let texts: String
}

extension Reader {
    package func picture(_ name: String) throws -> [UInt8]? {
        try first("select body from pictures where name = \(name)")?.get("body")
    }

    package func hasPicture(_ name: String) throws -> Bool {
        try first("select 1 as there from pictures where name = \(name)") != nil
    }

    /// Of all products; a shop has few.
    package func photoRows() throws -> [PhotoRow] {
        try all("select * from photos order by product, position limit 1000").map { row in
            PhotoRow(
                photo: Photo(
                    product: try row.get("product"), position: try row.get("position"),
                    stem: try row.get("stem"), width: try row.get("width"),
                    height: try row.get("height"), texts: [:]),
                texts: try row.get("texts"))
        }
    }
}

extension Transaction {
    package func keep(_ picture: [UInt8], as name: String, at now: Moment) throws {
        try run(
            """
            insert into pictures (name, body, made) values (\(name), \(picture), \(now))
            on conflict (name) do update set body = excluded.body, made = excluded.made
            """)
    }

    package func insert(_ photo: Photo, texts: String) throws {
        try run(
            """
            insert into photos (product, position, stem, width, height, texts)
            values (\(photo.product), \(photo.position), \(photo.stem), \(photo.width),
                    \(photo.height), \(texts))
            """)
    }

    package func deletePhotos(of product: String) throws {
        try run("delete from photos where product = \(product)")
    }

    package func deletePicture(_ name: String) throws {
        try run("delete from pictures where name = \(name)")
    }
}
