// The operator's pages of photographs: of all products, and those of one, with the forms that add,
// replace, describe and remove them.

import HTTPTypes
import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct PhotosPage: Page {
    let products: [Product]
    /// By product.
    let photos: [String: [Photo]]

    func title(_ phrases: Phrases) -> String { phrases.pictures.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.pictures
        let items = products.map { product -> HTML in
            let own = photos[product.code] ?? []
            let picture = ProductPicture(product: product.code, photos: own).html(visitor)
            return """
                <li><span class="thumb">\(picture)</span> <span>\
                <a href="/console/photos/\(product.code)">\(product.text(in: visitor.language).name)</a><br>\
                <small>\(own.isEmpty ? say.drawings : say.photographs(own.count))</small></span></li>
                """
        }
        return """
            \(ConsoleTop(title: say.title).html(visitor))<p>\(say.intro)</p>
            <ul class="rows">\(items)</ul>
            """
    }
}

struct ProductPhotosPage: Page {
    let product: Product
    let photos: [Photo]
    /// What was refused, as it was sent.
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.pictures.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.pictures
        let items = photos.map { item($0, visitor) }
        let adding: HTML = """
            <section class="sheet"><h2>\(say.addTitle)</h2>\(form(at: nil, [:], visitor))</section>
            """
        return """
            \(ConsoleTop(title: product.text(in: visitor.language).name).html(visitor))
            \(visitor.back(to: "/console/photos", say.title))
            \(visitor.trouble(refusal))
            <ul class="sheets">\(items)</ul>
            \(photos.count < Photo.most ? adding : nil)
            """
    }

    private func item(_ photo: Photo, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.pictures
        let address = "/console/photos/\(product.code)/\(photo.position)/remove"
        let picture = ProductPicture(product: product.code, photos: [photo]).views(visitor)
        let texts = Dictionary(
            uniqueKeysWithValues: photo.texts.map { ($0.key.rawValue, $0.value) })
        return """
            <li class="sheet"><div class="picture">\(picture)</div>
            <h2>\(say.photograph(photo.position))</h2>
            \(photo.position == 1 ? "<p class=\"hint\">\(say.first)</p>" as HTML : nil)
            \(form(at: photo.position, texts, visitor))
            <form method="post" action="\(address)">\(visitor.sealed)
            <button class="quiet">\(say.remove)<span class="unseen"> \
            \(say.photograph(photo.position))</span></button></form></li>
            """
    }

    /// Of the photograph at that position, or of one that is added.
    private func form(at position: Int?, _ texts: [String: String], _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.pictures
        let name = position.map(String.init) ?? "new"
        let isRefused = refusal != nil && form["at"] == name
        // What a fault leads to has the name of its field.
        let file = isRefused ? Field.photos.rawValue : "file-\(name)"
        let caption = isRefused ? Field.caption.rawValue : "caption-\(name)"
        let fields = Language.allCases.map { language -> HTML in
            let code = language.rawValue
            let text = isRefused ? form["text_\(code)"] : texts[code, default: ""]
            let isMissing = isRefused && text.isEmpty
            return """
                <div class="field\(" faulty", if: isMissing)">
                <label for="text-\(code)-\(name)">\(say.described(language))</label>
                <input id="text-\(code)-\(name)" name="text_\(code)" lang="\(code)" required \
                maxlength="\(Photo.longestText)" value="\(text)"\
                \(" aria-invalid=\"true\"", if: isMissing) aria-describedby="\(caption)"></div>
                """
        }
        let saving = visitor.phrases.account.saveButton
        return """
            <form method="post" action="/console/photos/\(product.code)" enctype="multipart/form-data">
            \(visitor.sealed)<input type="hidden" name="at" value="\(name)">
            <div class="field"><label for="\(file)">\(position == nil ? say.file : say.another)</label>
            <p class="hint" id="hint-\(name)">\(say.fileHint(Photo.widths[0], Photo.mostMegabytes))</p>
            <input id="\(file)" name="photos" type="file"\(PictureKind.accepted) \
            aria-describedby="hint-\(name)"\(" required", if: position == nil)></div>
            <p class="hint" id="\(caption)" tabindex="-1">\(say.describedHint)</p>\(fields)
            <button>\(position == nil ? say.add : saving)</button></form>
            """
    }
}

extension Site {
    func showPhotos(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let page = try await shop.storage.read { reader in
            PhotosPage(
                products: try reader.products().values.sorted { $0.code < $1.code },
                photos: try reader.photos())
        }
        return visitor.response(page)
    }

    func showPhotosOfProduct(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        return try await photos(visitor, refusal: nil)
    }

    private func photos(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        let code: String = try visitor.part("product")
        let page = try await shop.storage.read { reader -> ProductPhotosPage? in
            guard let product = try reader.products()[code] else { return nil }
            return ProductPhotosPage(
                product: product, photos: try reader.photos()[code] ?? [], form: visitor.form,
                refusal: refusal)
        }
        guard let page else { throw Refusal.notFound }
        return visitor.response(page, status: refusal?.status ?? .ok)
    }

    func takePhoto(_ visitor: Visitor, _ files: [[UInt8]]) async throws -> Response {
        let staff = try visitor.staff()
        let code: String = try visitor.part("product")
        let texts = Dictionary(
            uniqueKeysWithValues: Language.allCases.map {
                ($0, visitor.form["text_\($0.rawValue)"])
            })
        do {
            guard files.count <= 1 else {
                throw Refusal.input([Fault(.photos, .tooMany(most: 1))])
            }
            try await shop.showPhoto(
                files.first, of: code, at: Int(visitor.form["at"]), texts: texts,
                byName: staff.mail)
        } catch let refusal as Refusal where refusal != .notFound {
            return try await photos(visitor, refusal: refusal)
        }
        return .redirect(to: "/console/photos/\(code)", type: .normal)
    }

    func removePhoto(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        let code: String = try visitor.part("product")
        let position = Int(try visitor.part("position") as String) ?? 0
        try await shop.removePhoto(of: code, at: position, byName: staff.mail)
        return .redirect(to: "/console/photos/\(code)", type: .normal)
    }
}
