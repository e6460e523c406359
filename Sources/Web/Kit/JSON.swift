// JSON as the API writes it: snake_case, sorted, so that the same value is the same text.

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import NIOFoundationCompat
import Rules

enum JSON {
    static func encode(_ value: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encodeAsByteBuffer(value, allocator: ByteBufferAllocator())
    }

    /// Throws `input` about the body: not JSON, or a field that is missing or of another type.
    static func decode<Value: Decodable>(_ type: Value.Type, from body: ByteBuffer) throws(Refusal)
        -> Value
    {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: body)
        } catch let DecodingError.keyNotFound(key, _) {
            throw .input([Fault(Field.named(key), .missing)])
        } catch let DecodingError.valueNotFound(_, context) {
            throw .input([Fault(Field.named(context.codingPath.last), .missing)])
        } catch let DecodingError.typeMismatch(_, context) {
            throw .input([Fault(Field.named(context.codingPath.last), .malformed)])
        } catch {
            throw .input([Fault(.body, .malformed)])
        }
    }
}

extension Field {
    /// The field that a decoder couldn't read; the whole body where there is none of that name.
    fileprivate static func named(_ key: (any CodingKey)?) -> Field {
        guard let key else { return .body }
        let snake = key.stringValue.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
        return Field(rawValue: snake) ?? .body
    }
}

extension Response {
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok
    ) -> Response {
        // What we encode ourselves can't fail to be encoded.
        let body = try! JSON.encode(value)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: body))
    }
}

/// Why a program's request was refused (RFC 9457), by the stable code.
struct Problem: Encodable {
    let type: String
    let title: String
    let detail: String
    let status: Int
    let code: String
    let requestId: String
    let faults: [FieldFault]?
    let retryAfterSeconds: Int64?
    /// When it would be otherwise, where that is known: the turn, the opening, the next lapse.
    let at: String?

    struct FieldFault: Encodable {
        let field: String
        let problem: String
        let detail: String
    }

    /// A nil `refusal` is our own fault.
    init(_ refusal: Refusal?, status: HTTPResponse.Status, request: String, language: Language) {
        let phrases = Phrases.of(language)
        let told = refusal.map { phrases.refusals.told($0, .zero) }
        code = refusal?.code ?? "internal_error"
        type = "urn:onsale:problem:" + code
        title = told?.what ?? phrases.site.failedTitle
        detail = told?.remedy ?? phrases.site.failedText
        self.status = status.code
        requestId = request
        let faults = refusal?.faults ?? []
        self.faults =
            faults.isEmpty
            ? nil
            : faults.map {
                FieldFault(
                    field: $0.field.rawValue, problem: $0.problem.code,
                    detail: phrases.refusals.fault($0))
            }
        retryAfterSeconds = refusal?.retryAfter.map { max(1, $0.secondsUp) }
        at = refusal?.moment.map(Stamp.utc)
    }

    var response: Response {
        var response = Response.json(self, status: .init(code: status))
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}

extension Fault.Problem {
    fileprivate var code: String {
        switch self {
        case .missing: "missing"
        case .malformed: "malformed"
        case .tooShort: "too_short"
        case .tooLong: "too_long"
        case .outOfRange, .amountOutOfRange: "out_of_range"
        case .notOffered: "not_offered"
        case .tooMany: "too_many"
        case .tooLarge: "too_large"
        case .tooNarrow: "too_narrow"
        case .wrong: "wrong"
        case .taken: "taken"
        }
    }
}

extension Refusal {
    fileprivate var moment: Moment? {
        switch self {
        case .roomNotOpen(let at), .saleNotOpen(let at), .notYourTurn(let at), .allHeld(let at),
            .waitFirst(let at):
            at
        default: nil
        }
    }
}
