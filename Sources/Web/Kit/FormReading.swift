// To read a form as browsers send it: application/x-www-form-urlencoded.

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Rules

extension Form {
    static let mostFields = 100

    /// Throws `input` unless the body is a form; an empty one is.
    init(of request: Request, upTo most: Int) async throws {
        let type = request.headers[.contentType] ?? ""
        let buffer = try await request.body.collect(upTo: most)
        if buffer.readableBytes == 0 {
            self = .empty
            return
        }
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded"),
            let fields = try? URLEncodedFormDecoder().decode(
                [String: String].self, from: String(buffer: buffer)),
            fields.count <= Self.mostFields
        else { throw Refusal.input([Fault(.body, .malformed)]) }
        self.init(fields: fields)
    }

    /// What stands behind the question mark.
    init(queryOf request: Request) {
        var fields: [String: String] = [:]
        for (name, value) in request.uri.queryParameters.prefix(Self.mostFields) {
            fields[String(name)] = String(value)
        }
        self.init(fields: fields)
    }
}

/// As it may stand in a query or a path.
func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(reserved)) ?? ""
}

private let reserved = CharacterSet(charactersIn: "/?#[]@!$&'()*+,;=:%")

func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

extension Form {
    /// Of money, as it is written with a point or a comma, in the unit that people count in.
    /// Throws `input` for what isn't one, or isn't exact; `field` is what it is called then.
    func amount(
        _ field: Field, named name: String? = nil, in currency: Currency
    ) throws(Refusal) -> Money {
        let text = self[name ?? field.rawValue]
        guard let amount = Money(decimal: text.replacing(",", with: "."), currency),
            (0...100_000_000).contains(amount.minor)
        else { throw .input([Fault(field, .malformed)]) }
        return amount
    }
}

extension Day {
    /// As a form or a program writes it. Throws `input`.
    init(asked text: String) throws(Refusal) {
        guard let day = Day(text) else { throw .input([Fault(.day, .malformed)]) }
        self = day
    }
}
