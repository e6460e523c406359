// To read a form with files as browsers send it: multipart/form-data (RFC 7578), bounded in its
// parts and their sizes. The files are handed on as they are; nobody believes their names or types.

import HTTPTypes
import Hummingbird
import NIOCore
import Rules

/// A form and its files, by field.
struct Multipart: Sendable {
    let form: Form
    let files: [(field: String, bytes: [UInt8])]

    /// A text field of such a form is no longer than all of an ordinary form.
    private static let mostText = 32 * 1024

    /// Throws `input` unless the body is such a form.
    init(of request: Request, upTo most: Int) async throws {
        guard let boundary = Self.boundary(in: request.headers[.contentType] ?? "") else {
            throw Refusal.input([Fault(.body, .malformed)])
        }
        let body = Array(buffer: try await request.body.collect(upTo: most))
        try self.init(body, boundary: boundary)
    }

    init(_ body: [UInt8], boundary: String) throws(Refusal) {
        let line = Array("--\(boundary)".utf8)
        guard body.starts(with: line) else { throw .input([Fault(.body, .malformed)]) }
        var fields: [String: String] = [:]
        var files: [(field: String, bytes: [UInt8])] = []
        var rest = body[line.count...]
        // Between the parts the boundary stands on a line of its own; two dashes end the last.
        while rest.starts(with: newline) {
            rest = rest.dropFirst(2)
            guard fields.count + files.count < Form.mostFields,
                let end = rest.first(of: newline + line)
            else { throw .input([Fault(.body, .malformed)]) }
            let part = rest[..<end]
            rest = rest[(end + 2 + line.count)...]
            guard let head = part.first(of: newline + newline) else {
                throw .input([Fault(.body, .malformed)])
            }
            let content = part[(head + 4)...]
            let told = String(decoding: part[..<head], as: UTF8.self)
            guard let name = parameter("name", in: told), name.utf8.count <= 100 else {
                throw .input([Fault(.body, .malformed)])
            }
            if parameter("filename", in: told) != nil {
                // A field for files that was left empty comes as one without a byte.
                if !content.isEmpty { files.append((name, Array(content))) }
            } else {
                guard content.count <= Self.mostText else {
                    throw .input([Fault(.body, .tooLong(most: Self.mostText))])
                }
                fields[name] = String(decoding: content, as: UTF8.self)
            }
        }
        guard rest.starts(with: Array("--".utf8)) else {
            throw .input([Fault(.body, .malformed)])
        }
        form = Form(fields: fields)
        self.files = files
    }

    private static func boundary(in type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let start = type.firstRange(of: "boundary=")?.upperBound
        else { return nil }
        let boundary = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }
}

private let newline = Array("\r\n".utf8)

/// `name="photos"` in the line `Content-Disposition: form-data; name="photos"; filename="a.jpg"`.
private func parameter(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n")
    where line.lowercased().hasPrefix("content-disposition:") {
        for part in line.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map {
                $0.filter { $0 != " " || name == "filename" }
            }
            guard pair.count == 2, pair[0].filter({ $0 != " " }) == name else { continue }
            return pair[1].filter { $0 != "\"" }
        }
    }
    return nil
}

extension ArraySlice<UInt8> {
    /// Where `pattern` first stands. Skips by its first byte, which is rare in pictures.
    fileprivate func first(of pattern: [UInt8]) -> Int? {
        var start = startIndex
        while let found = self[start...].firstIndex(of: pattern[0]) {
            if self[found...].starts(with: pattern) { return found }
            start = found + 1
        }
        return nil
    }
}
