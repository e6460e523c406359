// What the stand-in for Stripe tells the shop unasked, signed as Stripe signs it.

import Crypto
import Foundation

extension StripeSandbox {
    /// Where the shop hears notices; nil for a shop that wants none.
    package func sendNotices(to address: String?) async { await post.deliver(to: address) }

    /// What becomes of the next notices, one each.
    package func scriptNotices(_ faults: [NoticeFault]) async { await post.order(faults) }

    /// Those that were held back go out, the last one first.
    package func letGoOfNotices() async { await post.letGo() }

    /// Everything that was signed since somebody wanted notices.
    package var notices: [SandboxNotice] { get async { await post.sent } }

    func tell(_ kind: String, _ object: JSON) async {
        guard await post.address != nil else { return }
        let seconds = Int(now().timeIntervalSince1970)
        let event: JSON = [
            "id": .string(name("evt_")), "object": "event", "type": .string(kind),
            "api_version": .string(StripeSettings.apiVersion), "livemode": false,
            "created": .number(Double(seconds)), "pending_webhooks": 1,
            "request": ["id": .null, "idempotency_key": .null], "data": ["object": object],
        ]
        let body = [UInt8](event.written)
        await post.post { fault in
            let secret = Self.webhookSecret + (fault == .wrongSignature ? "0" : "")
            let signed = Data("\(seconds).".utf8) + Data(body)
            let code = HMAC<SHA256>.authenticationCode(
                for: signed, using: SymmetricKey(data: Data(secret.utf8)))
            let hex = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return SandboxNotice(
                headers: ["Stripe-Signature": "t=\(seconds),v1=\(hex)"], body: body)
        }
    }
}
