// The list of all scenes: for people as links, for programs as JSON.

import Foundation
import Hummingbird
import NIOCore
import Rehearsal
import Rules
import Web

struct Playbill: Sendable {
    let port: Int

    private struct Line: Encodable {
        let name: String
        let setting: String
        let status: Int
        /// Whether it is seen by whoever runs the shop.
        let isConsole: Bool
    }

    func answer(to request: Request, markets: [Country: Market]) -> Response {
        if request.uri.path == "/scenes.json" { return list }
        guard request.uri.path == "/" else { return Response(status: .notFound) }
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: page(markets.keys.sorted()).text)))
    }

    private var list: Response {
        let lines = Scene.all.map {
            Line(
                name: $0.name, setting: $0.setting.rawValue, status: $0.status,
                isConsole: $0.role == "clerk")
        }
        // What we encode ourselves can't fail to be encoded.
        let text = try! JSONEncoder().encode(lines)
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: text)))
    }

    private func page(_ markets: [Country]) -> HTML {
        let rows = Scene.all.map { scene -> HTML in
            let links = markets.map { market -> HTML in
                let shop = "http://\(scene.setting.rawValue)-\(market.code.lowercased()).localhost"
                let spoken = Language.allCases.map { language -> HTML in
                    """
                    <a href="\(shop):\(port)/~/\(scene.name)?language=\(language.rawValue)">\
                    \(language.rawValue)</a>\u{20}
                    """
                }
                return "<td>\(spoken)</td>"
            }
            return "<tr><th scope=\"row\">\(scene.name)</th>\(links)</tr>\n"
        }
        let heads = markets.map { "<th scope=\"col\">\($0.code)</th>" as HTML }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Storybook</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body { font: 16px/1.6 sans-serif; margin: 2rem } table { border-collapse: collapse }
            th, td { text-align: start; padding: .2rem 1rem .2rem 0; border-top: 1px solid #ddd }</style>
            </head><body><h1>Every page in every state</h1>
            <p>A column is a market, a link a language. Each shop stands still; what is done in it stays
            until the storybook is begun anew.</p>
            <table><thead><tr><th scope="col">Scene</th>\(heads)</tr></thead><tbody>
            \(rows)</tbody></table></body></html>
            """
    }
}
