// Where payment partners call: outside the forms and the API, since a partner has neither a session
// nor a key, only a signature.

import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Shop

extension Site {
    /// 200 only once the notice is kept. Whatever else is answered, the partner sends it again.
    func takeNotice(_ request: Request, _ visit: Visit) async throws -> Response {
        let name = visit.parameters.get("name") ?? ""
        let body = try await request.body.collect(upTo: Shop.mostNoticeBytes)
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        return
            switch try await shop.hear(
                headers: headers, body: Array(buffer: body), from: name)
        {
        case .kept: Response(status: .ok)
        case .forged: Response(status: .badRequest)
        case .later: Response(status: .serviceUnavailable, headers: [.retryAfter: "60"])
        }
    }
}
