// Notices in Stripe's name: signed with the secret, lately, and unchanged.

import AsyncHTTPClient
import Crypto
import Foundation
import Rules
import TestKit
import Testing

@testable import Partners

@Suite struct StripeNoticeTests {
    private static let now = Moment(seconds: 1_790_000_000)
    private static let body = """
        {"id":"evt_1","object":"event","type":"payment_intent.succeeded","created":1790000000,\
        "data":{"object":{"id":"pi_1","object":"payment_intent","metadata":{"payment":"pay_01"}}}}
        """

    @Test func `a signed notice is believed for five minutes, before and after`() async throws {
        for row in table(
            """
            # signed, seconds from now | believed
            0    | yes
            -299 | yes
            299  | yes
            -301 | no
            301  | no
            """)
        {
            let time = 1_790_000_000 + Int64(row[0])!
            let heard = await Self.hear("t=\(time),v1=\(Self.code(time, "whsec_new"))")
            #expect((heard != nil) == (row[1] == "yes"), "\(row)")
        }
    }

    @Test func `it says what it is about`() async throws {
        let heard = try #require(
            await Self.hear("t=1790000000,v1=\(Self.code(1_790_000_000, "whsec_new"))"))
        #expect(heard.event == "evt_1" && heard.matter == .payment)
        #expect(heard.about == .init(request: "pay_01", capture: "pi_1"))
    }

    @Test func `one secret takes over from another`() async throws {
        let (old, new) = (
            Self.code(1_790_000_000, "whsec_old"), Self.code(1_790_000_000, "whsec_new")
        )
        let strange = Self.code(1_790_000_000, "whsec_strange")
        for codes in [[old], [new], [strange, old], [new, strange]] {
            let header = "t=1790000000," + codes.map { "v1=\($0)" }.joined(separator: ",")
            #expect(await Self.hear(header) != nil)
        }
        #expect(await Self.hear("t=1790000000,v1=\(strange)") == nil)
    }

    @Test func `whatever a stranger sends isn't believed`() async throws {
        let code = Self.code(1_790_000_000, "whsec_new")
        for header in [
            "", "t=1790000000", "v1=\(code)", "t=1790000000,v0=\(code)",
            "t=1790000001,v1=\(code)", "t=1790000000,v1=\(code.dropLast())",
            "t=1790000000,v1=", "t=99999999999999999999,v1=\(code)", "t=-1,v1=\(code)",
            "t=1790000000,v1=\(String(repeating: "zz", count: 32))",
            String(repeating: "v1=\(code),", count: 100) + "t=1790000000",
        ] {
            #expect(await Self.hear(header) == nil, "\(header.prefix(80))")
        }
        let changed = Self.body.replacing("pay_01", with: "pay_02")
        #expect(await Self.hear("t=1790000000,v1=\(code)", body: changed) == nil)
        #expect(await Self.hear("t=1790000000,v1=\(code)", secrets: []) == nil)
    }

    private static func code(_ time: Int64, _ secret: String) -> String {
        HMAC<SHA256>.authenticationCode(
            for: Data("\(time).\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8))
        ).map { String(format: "%02x", $0) }.joined()
    }

    private static func hear(
        _ header: String, body: String = body, secrets: [String] = ["whsec_old", "whsec_new"]
    ) async -> HeardNotice? {
        let stripe = Stripe(
            StripeSettings(
                baseURL: "http://127.0.0.1:9", secretKey: "sk", webhookSecrets: secrets),
            client: .shared, log: quiet)
        let notice = RawNotice(
            headers: header.isEmpty ? [:] : ["stripe-signature": header], body: Array(body.utf8))
        if case .genuine(let heard) = await stripe.hear(notice, at: now) { return heard }
        return nil
    }
}
