// The keys with which PayPal signs its notices: fetched from PayPal alone, proved by their chain,
// and kept for a day. Strangers decide when this is asked, so everything has a limit.

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Rules
import SwiftASN1
import X509

actor PayPalCertificates {
    enum Found: Sendable {
        case key(Certificate.PublicKey)
        /// There is a certificate, and it isn't PayPal's, or not at this time.
        case wrong(String)
        case unknown(String)
    }

    private static let mostBytes = 64 * 1024
    private static let mostKept = 16
    private static let mostFetches = 4
    private static let keptFor = Span.hours(24)
    private static let failedFor = Span.minutes(1)

    private let client: HTTPClient
    private let roots: CertificateStore
    private var kept: [PayPalCertificateURL: (found: Found, until: Moment)] = [:]
    private var fetching: [PayPalCertificateURL: Task<Found, Never>] = [:]

    /// - Parameter roots: certificates in PEM; nil for those that the machine trusts.
    init(roots: String?, client: HTTPClient) {
        self.client = client
        // An operator's own file that holds no certificate trusts nobody.
        self.roots = roots.map { CertificateStore(Self.certificates(in: $0)) } ?? .systemTrustRoots
    }

    func key(at url: PayPalCertificateURL, now: Moment) async -> Found {
        if let known = kept[url], known.until > now { return known.found }
        if let task = fetching[url] { return await task.value }
        guard fetching.count < Self.mostFetches else { return .unknown("too many certificates") }
        let task = Task { await fetch(url, now: now) }
        fetching[url] = task
        let found = await task.value
        fetching[url] = nil
        keep(found, at: url, now: now)
        return found
    }

    /// Keys are kept before all else: what strangers made us look for doesn't push them out.
    private func keep(_ found: Found, at url: PayPalCertificateURL, now: Moment) {
        kept = kept.filter { $0.value.until > now }
        let isKey = if case .key = found { true } else { false }
        if kept.count >= Self.mostKept {
            guard isKey else { return }
            kept = kept.filter { if case .key = $0.value.found { true } else { false } }
            if kept.count >= Self.mostKept { kept = [:] }
        }
        kept[url] = (found, now + (isKey ? Self.keptFor : Self.failedFor))
    }

    private func fetch(_ url: PayPalCertificateURL, now: Moment) async -> Found {
        let text: String
        do {
            let response = try await client.execute(
                HTTPClientRequest(url: url.text), timeout: .seconds(10))
            guard response.status == .ok else {
                return .unknown("the certificate: HTTP \(response.status.code)")
            }
            text = String(buffer: try await response.body.collect(upTo: Self.mostBytes))
        } catch {
            return .unknown("the certificate: \(error)")
        }
        let chain = Self.certificates(in: text)
        guard let leaf = chain.first else { return .wrong("no certificate") }
        guard leaf.isPayPals else { return .wrong("a certificate of \(leaf.subject)") }
        let time = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        var verifier = Verifier(rootCertificates: roots) {
            RFC5280Policy(fixedValidationTime: time)
        }
        let result = await verifier.validate(
            leaf: leaf, intermediates: CertificateStore(chain.dropFirst()))
        guard case .validCertificate = result else { return .wrong("no chain to a trusted root") }
        return .key(leaf.publicKey)
    }

    /// As many as can be read, up to eight.
    private static func certificates(in text: String) -> [Certificate] {
        let end = "-----END CERTIFICATE-----"
        return text.components(separatedBy: end).dropLast().prefix(8).compactMap { part in
            // What can't be read is left out; a chain that needs it is refused.
            part.range(of: "-----BEGIN CERTIFICATE-----").flatMap {
                try? Certificate(pemEncoded: part[$0.lowerBound...] + end)
            }
        }
    }
}

extension Certificate {
    /// PayPal signs as `messageverificationcerts.paypal.com`.
    fileprivate var isPayPals: Bool {
        let names = subject.flatMap { $0 }.filter { $0.type == .RDNAttributeType.commonName }
            .map { String(describing: $0.value) }
        let others = (try? extensions.subjectAlternativeNames) ?? SubjectAlternativeNames()
        let domains = others.compactMap { if case .dnsName(let name) = $0 { name } else { nil } }
        return (names + domains).contains { $0.hasSuffix(".paypal.com") }
    }
}
