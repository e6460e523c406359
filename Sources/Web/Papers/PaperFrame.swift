// What every paper has around it, and its tables: a page of its own, without the ways through the
// shop, that a browser prints or keeps as a PDF.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore

struct PaperFrame {
    let title: String
    /// Carriers and customs read English everywhere.
    var language = "en"
    let main: HTML

    func html(_ visitor: Visitor) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language)"><head><meta charset="utf-8"><title>\(title)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="\(visitor.site.look.icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(visitor.site.look.style)"></head>
        <body><main class="papers">\(main)</main></body>
        </html>

        """
    }
}

struct PaperTable {
    let heads: [String]
    let rows: [HTML]

    init(_ heads: [String], _ rows: [HTML]) { (self.heads, self.rows) = (heads, rows) }

    var html: HTML {
        """
        <div class="scroll" tabindex="0"><table><thead><tr>\
        \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }
}

extension Response {
    static func paper(_ html: HTML) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html.text)))
    }
}
