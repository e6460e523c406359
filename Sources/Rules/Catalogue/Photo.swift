// A photograph of a product that the operator gave the shop, in place of a drawing.

package struct Photo: Hashable, Sendable {
    package let product: String
    /// 1 for the one that stands for the product.
    package let position: Int
    /// What its files are called, before the width and the format.
    package let stem: String
    /// Of the largest file.
    package let width: Int
    package let height: Int
    /// What can be seen in it, for whoever doesn't see it.
    package let texts: [Language: String]

    /// The same in another place among those of its product.
    package func moved(to position: Int) -> Photo {
        Photo(
            product: product, position: position, stem: stem, width: width, height: height,
            texts: texts)
    }

    package init(
        product: String, position: Int, stem: String, width: Int, height: Int,
        texts: [Language: String]
    ) {
        precondition(position >= 1 && width >= 1 && height >= 1)
        self.product = product
        self.position = position
        self.stem = stem
        self.width = width
        self.height = height
        self.texts = texts
    }

    /// A phone's card, a desktop's, and a page of its own on a sharp screen.
    package static let widths = [400, 800, 1600]
    /// The smallest files first; a browser takes the first that it can read.
    package static let formats = ["avif", "webp", "jpeg"]
    /// More views of one product nobody looks at.
    package static let most = 9

    /// What cameras make, uncut.
    package static let mostMegabytes = 20
    package static let mostBytes = mostMegabytes << 20
    package static let longestText = 300

    /// Throws `input` for a file that no browser shows, or one that is too large.
    package static func check(_ file: [UInt8]) throws(Refusal) {
        _ = try PictureKind.of(file, upTo: mostMegabytes)
    }

    /// Throws `input` unless it is described in every language.
    package static func check(_ texts: [Language: String]) throws(Refusal) {
        for language in Language.allCases {
            let faults = Fault.text(texts[language, default: ""], in: .caption, most: longestText)
            guard faults.isEmpty else { throw .input(faults) }
        }
    }

    package static func name(_ stem: String, _ width: Int, _ format: String) -> String {
        "\(stem)-\(width).\(format)"
    }
}
