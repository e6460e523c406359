// The look: stylesheet, script and pictures, out of the binary, under names that change when they
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
    }

    /// By the name in the address: `shop.3fa9….css`.
    private let files: [String: File]
    /// The name in the address by the name of the file.
    private let names: [String: String]

    let style: String
    let script: String
    let icon: String

    init() {
        var files: [String: File] = [:]
        var names: [String: String] = [:]
        for index in 0..<shipped_files_count {
            let file = shipped_file_at(index).pointee
            let path = String(cString: file.name)
            guard path.hasPrefix(folder) else { continue }
            let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
            let (stem, ending) = Self.parts(of: String(path.dropFirst(folder.count)))
            let name = "\(stem).\(hex(SHA256.hash(data: bytes).prefix(6))).\(ending)"
            files[name] = File(type: Self.type(ending), body: ByteBuffer(bytes: bytes))
            names["\(stem).\(ending)"] = name
        }
        func address(_ name: String) -> String {
            guard let name = names[name] else { preconditionFailure("\(name) isn't shipped") }
            return "/look/" + name
        }
        style = address("shop.css")
        script = address("shop.js")
        icon = address("icon.svg")
        self.files = files
        self.names = names
    }

    /// The drawing of a product, or a plain box.
    func picture(of product: String) -> String {
        "/look/" + (names[product + ".svg"] ?? names["box.svg"]!)
    }

    func response(for name: String) -> Response? {
        guard let file = files[name] else { return nil }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: .init(byteBuffer: file.body))
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
        guard let response = look.response(for: visit.parameters.get("name") ?? "") else {
            throw Refusal.notFound
        }
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
