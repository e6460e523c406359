// Notices in PayPal's name: PayPal's own are believed, whatever a stranger sends isn't, and no
// stranger makes the shop ask another machine.

import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Rules
import Synchronization
import TestKit
import Testing

@testable import Partners

@Suite struct PayPalNoticeTests {
    @Test func `a notice of PayPal's own is believed, and says what it is about`() async throws {
        try await withNotices { shop in
            let reference = try await shop.agreed()
            let notice = try await shop.notice(0)
            let heard = try #require(await shop.believed(notice))
            #expect(heard.kind == "CHECKOUT.ORDER.APPROVED")
            #expect(heard.about == .init(request: "pay_01", reference: reference))
            #expect(heard.matter == .payment)

            guard
                case .captured(let capture, _, _) = await shop.paypal.capture(
                    reference, requestID: "pay_01", expecting: PaymentRequest.example().total)
            else { throw Unexpected("not captured") }
            let taken = try #require(await shop.believed(try await shop.notice(1)))
            #expect(taken.kind == "PAYMENT.CAPTURE.COMPLETED")
            #expect(
                taken.about == .init(request: "pay_01", reference: reference, capture: capture))

            _ = await shop.paypal.refund(
                capture, amount: Money(100, .eur), requestID: "ref_01", note: "")
            let back = try #require(await shop.believed(try await shop.notice(2)))
            #expect(back.about.capture == capture && back.matter == .refund)

            await shop.sandbox.dispute(order: reference)
            let claim = try #require(await shop.believed(try await shop.notice(3)))
            guard case .dispute(let money) = claim.matter else { throw Unexpected("no dispute") }
            #expect(money.state == .open && claim.about.capture == capture)
            #expect(money.amount == PaymentRequest.example().total)
        }
    }

    @Test func `changed, forged, expired or unsigned, it isn't`() async throws {
        try await withNotices { shop in
            await shop.sandbox.scriptNotices([.nothing, .wrongSignature, .expiredCertificate])
            for number in 1...3 {
                _ = try await shop.agreed(.example(id: "pay_\(number)", order: "ON-\(number)"))
            }
            let good = try await shop.notice(0)
            #expect(await shop.believed(good) != nil)
            #expect(await shop.believed(try await shop.notice(1)) == nil)
            #expect(await shop.believed(try await shop.notice(2)) == nil)

            var body = good.body
            body[body.count / 2] ^= 1
            #expect(await shop.believed(good.with(body: body)) == nil)
            for header in good.headers.keys {
                #expect(await shop.believed(good.with([header: nil])) == nil, "without \(header)")
            }
            for (header, text) in [
                ("paypal-auth-algo", "SHA1withRSA"), ("paypal-auth-algo", "none"),
                ("paypal-transmission-time", "2026-01-01T00:00:00Z"),
                ("paypal-transmission-id", "another"), ("paypal-transmission-sig", "AAAA"),
            ] {
                #expect(await shop.believed(good.with([header: text])) == nil, "\(header) \(text)")
            }
        }
    }

    @Test func `of another webhook, or without one, it isn't believed`() async throws {
        try await withNotices { shop in
            _ = try await shop.agreed()
            let notice = try await shop.notice(0)
            for webhook in [nil, "8PT597110X687430LKGECATA"] {
                let other = await shop.hearing(webhook: webhook, roots: shop.sandbox.roots)
                guard case .forged = await other.hear(notice, at: .wall) else {
                    throw Unexpected("believed")
                }
            }
        }
    }

    @Test func `a certificate that nobody trusts vouches for nothing`() async throws {
        try await withNotices { shop in
            _ = try await shop.agreed()
            let notice = try await shop.notice(0)
            let strangers = SandboxCertificates(now: Date())
            for roots in [strangers.root, "not a certificate", nil] {
                let other = await shop.hearing(webhook: PayPalSandbox.webhookID, roots: roots)
                guard case .forged = await other.hear(notice, at: .wall) else {
                    throw Unexpected("believed")
                }
            }
        }
    }

    /// A server that a stranger would like the shop to ask counts its visitors; nobody comes.
    @Test func `the address of a certificate makes the shop ask nobody but PayPal`() async throws {
        let visits = Mutex(0)
        let router = Router()
        router.get("**") { _, _ in
            visits.withLock { $0 += 1 }
            return "hello"
        }
        let trap = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            logger: quiet)
        try await trap.test(.live) { trap in
            let port = trap.port!
            try await withNotices { shop in
                _ = try await shop.agreed()
                let notice = try await shop.notice(0)
                let base = shop.url.split(separator: "/")[1]
                for address in [
                    "http://127.0.0.1:\(port)/v1/notifications/certs/CERT-1",
                    "http://127.0.0.1:\(port)/sandbox/paypal/v1/notifications/certs/CERT-1",
                    "http://\(base)@127.0.0.1:\(port)/sandbox/paypal/v1/notifications/certs/CERT-1",
                    "http://127.0.0.1:\(port)#\(shop.url)/v1/notifications/certs/CERT-1",
                    "\(shop.url)/v1/notifications/certs/../../../../CERT-1",
                    "\(shop.url)/v1/notifications/certs/CERT-1?to=http://127.0.0.1:\(port)",
                    "\(shop.url)/v1/notifications/certs/%2e%2e",
                    "file:///etc/passwd", "//127.0.0.1:\(port)/v1/notifications/certs/CERT-1",
                    "", " ", "\u{0}",
                ] {
                    let forged = await shop.hearer.hear(
                        notice.with(["paypal-cert-url": address]), at: .wall)
                    guard case .forged = forged else { throw Unexpected(address) }
                }
            }
        }
        #expect(visits.withLock { $0 } == 0)
    }

    @Test func `of PayPal's own addresses, these and no others`() {
        let rows = table(
            """
            # base | address | allowed
            api-m.paypal.com | https://api.paypal.com/v1/notifications/certs/CERT-360caa42 | yes
            api-m.paypal.com | https://api-m.paypal.com/v1/notifications/certs/CERT-360caa42 | yes
            api-m.paypal.com | https://api.paypal.com:443/v1/notifications/certs/CERT-1 | yes
            api-m.paypal.com | http://api.paypal.com/v1/notifications/certs/CERT-1 | no
            api-m.paypal.com | https://api.paypal.com:8443/v1/notifications/certs/CERT-1 | no
            api-m.paypal.com | https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1 | no
            api-m.paypal.com | https://api.paypal.com.evil.example/v1/notifications/certs/C | no
            api-m.paypal.com | https://evilpaypal.com/v1/notifications/certs/CERT-1 | no
            api-m.paypal.com | https://api.paypal.com@evil.example/v1/notifications/certs/C | no
            api-m.paypal.com | https://API.PAYPAL.COM/v1/notifications/certs/CERT-1 | no
            api-m.paypal.com | https://api.paypal.com/v1/oauth2/token | no
            api-m.paypal.com | https://api.paypal.com/v1/notifications/certs/ | no
            api-m.paypal.com | https://api.paypal.com/v1/notifications/certs/a/b | no
            api-m.paypal.com | https://169.254.169.254/v1/notifications/certs/CERT-1 | no
            api-m.sandbox.paypal.com | https://api.sandbox.paypal.com/v1/notifications/certs/C | yes
            api-m.sandbox.paypal.com | https://api.paypal.com/v1/notifications/certs/CERT-1 | no
            """)
        for row in rows {
            let url = PayPalCertificateURL(row[1], baseURL: "https://\(row[0])")
            #expect((url != nil) == (row[2] == "yes"), "\(row)")
        }
    }

    /// The check value that every description of CRC-32 gives.
    @Test func `the checksum is the one of zip files`() {
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test func `a certificate is fetched once, however many notices come`() async throws {
        try await withNotices { shop in
            _ = try await shop.agreed()
            let notice = try await shop.notice(0)
            await withTaskGroup(of: Bool.self) { group in
                for _ in 1...50 { group.addTask { await shop.believed(notice) != nil } }
                for await isBelieved in group { #expect(isBelieved) }
            }
            #expect(await shop.sandbox.count(of: .certificate) == 1)
        }
    }
}

/// A shop at its PayPal that is told everything: what was signed is looked at here, since nobody
/// listens at the address.
private struct Told: Sendable {
    let at: AtSandbox
    let hearer: PayPal
    var paypal: PayPal { at.paypal }
    var sandbox: PayPalSandbox { at.sandbox }
    var url: String { at.url }

    func agreed(_ request: PaymentRequest = .example()) async throws -> String {
        try await at.agreed(request)
    }

    func notice(_ number: Int) async throws -> RawNotice {
        let sent = await sandbox.notices
        guard number < sent.count else { throw Unexpected("no notice \(number)") }
        let headers = sent[number].headers.map { ($0.key.lowercased(), $0.value) }
        return RawNotice(
            headers: Dictionary(uniqueKeysWithValues: headers), body: sent[number].body)
    }

    func believed(_ notice: RawNotice) async -> HeardNotice? {
        if case .genuine(let heard) = await hearer.hear(notice, at: .wall) { heard } else { nil }
    }

    func hearing(webhook: String?, roots: String?) async -> PayPal {
        let settings = PayPalSettings(
            baseURL: url, clientID: PayPalSandbox.clientID, secret: PayPalSandbox.secret,
            webhookID: webhook, roots: roots)
        return PayPal(settings, client: at.client, log: quiet)
    }
}

private func withNotices(_ body: @escaping @Sendable (Told) async throws -> Void) async throws {
    try await atSandbox { at in
        // Nobody is there; what is sent is written down all the same.
        await at.sandbox.sendNotices(to: "http://127.0.0.1:9/notices/paypal")
        let settings = PayPalSettings(
            baseURL: at.url, clientID: PayPalSandbox.clientID, secret: PayPalSandbox.secret,
            webhookID: PayPalSandbox.webhookID, roots: at.sandbox.roots)
        try await body(
            Told(at: at, hearer: PayPal(settings, client: at.client, log: quiet)))
    }
}

extension RawNotice {
    fileprivate func with(_ changes: [String: String?]) -> RawNotice {
        var headers = headers
        for (name, value) in changes { headers[name] = value }
        return RawNotice(headers: headers, body: body)
    }

    fileprivate func with(body: [UInt8]) -> RawNotice { RawNotice(headers: headers, body: body) }
}

extension Moment {
    /// Certificates are made and checked by the wall clock.
    static var wall: Moment {
        Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
