// One HTTP request to the stand-in, taken apart; and its reply, put together.

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationCompat

struct SandboxCall: Sendable {
    static let mostBytes = 262_144

    let operation: PayPalOperation
    /// What the path names, empty for a token and a new order.
    let id: String
    let isPost: Bool
    let isJSON: Bool
    let body: JSON?
    let form: [String: String]
    let query: [String: String]
    let bearer: String?
    let basic: (id: String, secret: String)?
    let requestID: String?
    let wantsAll: Bool
    let mockedIssue: SandboxFault?

    init(_ operation: PayPalOperation, _ request: Request, id: String) async throws {
        var request = request
        let bytes = Data(buffer: try await request.collectBody(upTo: Self.mostBytes))
        self.operation = operation
        self.id = id
        isPost = request.method == .post
        isJSON = request.headers[.contentType]?.hasPrefix("application/json") ?? false
        // An empty body stands for an empty object where everything may be left out.
        let mayBeEmpty = operation == .capture || operation == .refund
        body =
            bytes.isEmpty && mayBeEmpty ? [:] : isPost && isJSON ? JSON.read(bytes) : nil
        query = readForm(Data((request.uri.query ?? "").utf8))
        form = operation == .token ? readForm(bytes) : [:]
        let authorization = request.headers[.authorization] ?? ""
        bearer = authorization.hasPrefix("Bearer ") ? String(authorization.dropFirst(7)) : nil
        basic = readBasic(authorization)
        requestID = request.headers[.payPalRequestID]
        wantsAll = request.headers[.prefer] == "return=representation"
        mockedIssue = request.headers[.payPalMockResponse].flatMap {
            JSON.read(Data($0.utf8))?["mock_application_codes"]?.text
        }.map { .refuse($0) }
    }
}

func readForm(_ bytes: Data) -> [String: String] {
    var components = URLComponents()
    components.percentEncodedQuery = String(decoding: bytes, as: UTF8.self)
        .replacing("+", with: "%20")
    let pairs = (components.queryItems ?? []).prefix(20).map { ($0.name, $0.value ?? "") }
    return Dictionary(pairs) { first, _ in first }
}

private func readBasic(_ authorization: String) -> (id: String, secret: String)? {
    guard authorization.hasPrefix("Basic "),
        let decoded = Data(base64Encoded: String(authorization.dropFirst(6)))
    else { return nil }
    let parts = String(decoding: decoded, as: UTF8.self)
        .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
}

extension HTTPField.Name {
    fileprivate static let payPalRequestID = Self("PayPal-Request-Id")!
    fileprivate static let payPalMockResponse = Self("PayPal-Mock-Response")!
    fileprivate static let prefer = Self("Prefer")!
}

enum SandboxReply: Sendable {
    case whole(SandboxAnswer)
    /// The line breaks in the middle of it.
    case broken(SandboxAnswer)
    /// Somebody else's error page.
    case unreadable
    case text(String)

    struct LineBroken: Error {}

    var response: Response {
        switch self {
        case .whole(let answer):
            let bytes = answer.body.written
            var headers: HTTPFields = [.contentType: "application/json"]
            for (name, value) in answer.headers { headers[HTTPField.Name(name)!] = value }
            return Response(
                status: .init(code: answer.status), headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(data: bytes)))
        case .broken(let answer):
            let bytes = answer.body.written
            return Response(
                status: .init(code: answer.status), headers: [.contentType: "application/json"],
                body: ResponseBody(contentLength: bytes.count) { writer in
                    try await writer.write(ByteBuffer(data: bytes.prefix(bytes.count / 2)))
                    throw LineBroken()
                })
        case .text(let text):
            return Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        case .unreadable:
            return Response(
                status: .ok, headers: [.contentType: "text/html"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: "<html><title>Oops</title></html>")))
        }
    }
}
