// How a product is shown: by the operator's photographs, in the size and the format that suit the
// browser, or by the shop's own drawings.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct ProductPicture {
    let product: String
    let photos: [Photo]

    /// The one picture that stands for the product, beside its name, which says what it shows.
    func html(_ visitor: Visitor) -> HTML {
        guard let photo = photos.first else {
            return drawing(visitor.site.look.picture(of: product))
        }
        return self.photo(photo, text: "", sizes: "(min-width: 60rem) 18rem, 90vw")
    }

    /// Every view of it, each with what can be seen.
    func views(_ visitor: Visitor) -> [HTML] {
        if photos.isEmpty { return visitor.site.look.views(of: product).map(drawing) }
        return photos.map { photo in
            self.photo(
                photo, text: visitor.market.spoken(photo.texts, in: visitor.language) ?? "",
                sizes: "(min-width: 60rem) 38rem, 90vw")
        }
    }

    private func drawing(_ address: String) -> HTML {
        "<img src=\"\(address)\" alt=\"\" width=\"400\" height=\"300\">"
    }

    private func photo(_ photo: Photo, text: String, sizes: String) -> HTML {
        let widths = Photo.widths.filter { $0 <= photo.width }
        func set(_ format: String) -> String {
            widths.map { "/pictures/\(Photo.name(photo.stem, $0, format)) \($0)w" }
                .joined(separator: ", ")
        }
        let sources = Photo.formats.dropLast().map { format -> HTML in
            "<source type=\"image/\(format)\" srcset=\"\(set(format))\" sizes=\"\(sizes)\">"
        }
        let plain = Photo.formats.last!
        return """
            <picture>\(sources)<img src="/pictures/\(Photo.name(photo.stem, widths[0], plain))" \
            srcset="\(set(plain))" sizes="\(sizes)" alt="\(text)" \
            width="\(photo.width)" height="\(photo.height)"></picture>
            """
    }
}

extension SaleScene {
    func picture(of product: String) -> ProductPicture {
        ProductPicture(product: product, photos: photos[product] ?? [])
    }
}

extension Site {
    /// A picture an operator gave: only ever a picture, whatever is in it.
    func keptPicture(_ request: Request, _ visit: Visit) async throws -> Response {
        let name = visit.parameters.get("name") ?? ""
        guard name.utf8.count <= 200,
            let bytes = try await shop.storage.read({ try $0.picture(name) })
        else { throw Refusal.notFound }
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        // Cards keep their name when they are drawn anew; photographs never do.
        let isCard = ending == "png"
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/" + ending,
                .cacheControl: isCard
                    ? "public, max-age=3600" : "public, max-age=31536000, immutable",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
