// The name of a row: a prefix that says what it is, then a ULID. Ids sort by the time they were
// made.

/// What an id may name; a type that conforms says its prefix.
package protocol Identified {
    static var idPrefix: String { get }
}

package struct ID<Of: Identified>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// `ord_01JWG3Q4T0V1KZ…`: what is stored, shown and sent.
    package let text: String

    /// Takes what a URL, a form or a row gave; nil unless it has the prefix and the form of a ULID.
    package init?(_ text: String) {
        let prefix = Of.idPrefix.utf8
        let bytes = text.utf8
        guard bytes.count == prefix.count + 27, bytes.starts(with: prefix) else { return nil }
        var tail = bytes.dropFirst(prefix.count)
        guard tail.popFirst() == UInt8(ascii: "_"),
            tail.allSatisfy({ isCrockford[Int($0)] })
        else { return nil }
        self.text = text
    }

    /// A new id: 48 bits of time, 80 bits of chance. Both are arguments, so a seed repeats a run.
    package init(at moment: Moment, using chance: inout some RandomNumberGenerator) {
        let time = UInt64(clamping: moment.milliseconds)
        let high = UInt64.random(in: 0..<(1 << 40), using: &chance)
        let low = UInt64.random(in: 0..<(1 << 40), using: &chance)
        var bytes = Array(Of.idPrefix.utf8)
        bytes.reserveCapacity(bytes.count + 27)
        bytes.append(UInt8(ascii: "_"))
        for shift in stride(from: 45, through: 0, by: -5) {
            bytes.append(crockford[Int(time >> shift) & 31])
        }
        for half in [high, low] {
            for shift in stride(from: 35, through: 0, by: -5) {
                bytes.append(crockford[Int(half >> shift) & 31])
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// When it was made: the first ten letters after the prefix.
    package var made: Moment {
        let letters = text.utf8.suffix(26).prefix(10)
        let time = letters.reduce(Int64(0)) { time, letter in
            time << 5 | Int64(crockford.firstIndex(of: letter)!)
        }
        return Moment(milliseconds: time)
    }

    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
    package var description: String { text }
}

/// Douglas Crockford's base 32: no I, L, O or U, which are misread.
private let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
/// For each byte whether it is one of them: a batch of the sale reads thousands of ids.
private let isCrockford = (UInt8.min...UInt8.max).map(crockford.contains)

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is no \(Of.idPrefix)")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
