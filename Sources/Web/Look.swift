// The look: stylesheet, script and drawings, out of the binary, under names that change when they
// do.

import CShipped
import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Rules
import Shop
import Storage

struct Look: Sendable {
    private struct File: Sendable {
        let type: String
        let body: ByteBuffer
        let packed: ByteBuffer?
    }

    /// By the name in the address: `shop.3fa9….css`.
    private let files: [String: File]
    /// The drawings, all in one file, each in a window of its own.
    private let goods: String
    private let windows: [String: String]

    let style: String
    let script: String
    /// The script that recomputes a proof, on the one page that has it.
    let verifier: String
    let icon: String
    /// The drawings as they are, without the frame of their file, for whoever draws with them.
    let drawn: String

    /// The operator's logo; nil for the shop's own mark.
    let logo: String?
    /// The shop's own mark, to stand in a page.
    let mark: HTML

    init(_ brand: Brand) {
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        var texts: [String: String] = [:]
        for index in 0..<shipped_files_count {
            let file = shipped_file_at(index).pointee
            let path = String(cString: file.name)
            guard path.hasPrefix(folder) else { continue }
            let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
            let name = String(path.dropFirst(folder.count))
            let (stem, ending) = Self.parts(of: name)
            var text = String(decoding: bytes, as: UTF8.self)
            if ending != "svg" { text = Packing.squeezed(text) }
            if name == "shop.css" { text += brand.style }
            if name == "icon.svg" { text = text.replacing("#c2410c", with: brand.light.text) }
            let served = Array(text.utf8)
            let address = "\(stem).\(hex(SHA256.hash(data: served).prefix(6))).\(ending)"
            files[address] = File(
                type: Self.type(ending), body: ByteBuffer(bytes: served),
                packed: Packing.gzipped(served))
            addresses[name] = "/look/" + address
            texts[name] = text
        }
        func address(_ name: String) -> String {
            guard let address = addresses[name] else { preconditionFailure("no \(name)") }
            return address
        }
        style = address("shop.css")
        script = address("shop.js")
        verifier = address("verify.js")
        icon = address("icon.svg")
        goods = address("goods.svg")
        let drawings = texts["goods.svg"]!
        drawn = String(
            drawings.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n"))
        windows = Dictionary(
            uniqueKeysWithValues: drawings.matches(
                of: #/<view id="([^"]+)" viewBox="([^"]+)"/#
            ).map { (String($0.1), String($0.2)) })
        mark = HTML(raw: texts["icon.svg"]!)
        logo = brand.logo.map { logo in
            let name = "logo.\(hex(SHA256.hash(data: logo.bytes).prefix(6))).\(logo.ending)"
            files[name] = File(
                type: logo.type, body: ByteBuffer(bytes: logo.bytes),
                packed: Packing.gzipped(logo.bytes))
            return "/look/" + name
        }
        self.files = files
    }

    /// The drawing of a product, or a plain box.
    func picture(of product: String) -> String {
        goods + "#" + (windows[product] == nil ? "box" : product)
    }

    /// A product from every side it was drawn from.
    func views(of product: String) -> [String] {
        let others = (2...9).map { "\(product)-\($0)" }.filter { windows[$0] != nil }
        return [picture(of: product)] + others.map { goods + "#" + $0 }
    }

    /// Where in the drawings a product is.
    func window(of product: String) -> String { windows[product] ?? windows["box"]! }

    func response(for name: String, packed mayBePacked: Bool) -> Response? {
        guard let file = files[name] else { return nil }
        var headers: HTTPFields = [
            .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        guard mayBePacked, let packed = file.packed else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.body))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
    }

    private static func parts(of name: String) -> (stem: String, ending: String) {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return (String(name[..<dot]), String(name[dot...].dropFirst()))
    }

    private static func type(_ ending: String) -> String {
        switch ending {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}

private let folder = "Look/"

extension Site {
    func file(_ request: Request, _ visit: Visit) async throws -> Response {
        let packed = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        guard
            let response = look.response(
                for: visit.parameters.get("name") ?? "", packed: packed)
        else { throw Refusal.notFound }
        return response
    }

    /// For whoever watches over the machine: can it read its database?
    func health(_ request: Request, _ visit: Visit) async throws -> Response {
        let waiting = try await shop.storage.read { try $0.jobsWaiting() }
        return .json(Health(status: "ok", jobsWaiting: waiting))
    }
}

private struct Health: Encodable {
    let status: String
    let jobsWaiting: Int
}
