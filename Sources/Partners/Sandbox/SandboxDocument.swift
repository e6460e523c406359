// A page of a stand-in: what they all look like, and how it is answered.

import HTTPTypes
import Hummingbird
import NIOCore

func sandboxPageAnswer(_ html: String, isFound: Bool) -> Response {
    Response(
        status: isFound ? .ok : .notFound,
        headers: [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            .cacheControl: "no-store",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
}

func sandboxEscaped(_ text: String) -> String {
    var written = ""
    for character in text.unicodeScalars {
        switch character {
        case "&": written += "&amp;"
        case "<": written += "&lt;"
        case ">": written += "&gt;"
        case "\"": written += "&quot;"
        case "'": written += "&#39;"
        default: written.unicodeScalars.append(character)
        }
    }
    return written
}

func sandboxDocument(_ title: String, by partner: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>\(title) - \(partner) sandbox</title>
    <style>
    :root { color-scheme: light dark; }
    body {
      font: 1rem/1.5 system-ui, sans-serif;
      max-width: 32rem; margin: 2rem auto; padding: 0 1rem;
    }
    .banner {
      border: 2px dashed #b45309; border-radius: .5rem;
      padding: .5rem 1rem; font-weight: 600;
    }
    table { width: 100%; border-collapse: collapse; }
    th { text-align: left; font-weight: 400; }
    td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    th, td { padding: .4rem 0; border-bottom: 1px solid #8886; vertical-align: top; }
    .total th, .total td { font-weight: 700; border-bottom: 0; }
    .address { font-size: .9rem; }
    form { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
    button {
      font: inherit; padding: .7rem 1.2rem; border-radius: .5rem; border: 1px solid currentColor;
      background: transparent; color: inherit; cursor: pointer;
    }
    select { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem; flex: 1 0 100%; }
    .trouble { color: #b91c1c; font-weight: 600; }
    .main { background: #0a4fb0; border-color: #0a4fb0; color: #fff; flex: 1 0 100%; }
    </style>
    </head>
    <body>
    <p class="banner">\(partner) sandbox of this shop - no real money</p>
    <main>
    <h1>\(title)</h1>
    \(body)
    </main>
    </body>
    </html>
    """
}
