// What is announced and described: read back from the texts an import stored.

package import Rules
package import Storage

extension Product {
    func textsJSON() throws -> String { try JSONText.encode(texts.byCode) }
}

extension [String: Product] {
    /// Its code where it isn't known.
    package func name(of product: String, in language: Language) -> String {
        self[product]?.text(in: language).name ?? product
    }
}

extension Reader {
    /// Every product by its code.
    package func products() throws -> [String: Product] {
        var products: [String: Product] = [:]
        for (code, json) in try productTexts() {
            let texts = try JSONText.decode([String: ProductText].self, from: json).byLanguage
            products[code] = Product(code: code, texts: texts)
        }
        return products
    }

    package func text(of sale: Sale, in language: Language) throws -> SaleText {
        let json = try texts(of: sale.id) ?? "{}"
        let texts = try JSONText.decode([String: SaleText].self, from: json).byLanguage
        return texts[language] ?? texts[.americanEnglish]
            ?? SaleText(title: sale.code, announcement: "")
    }
}
