// The certificates with which the stand-in signs its notices: a root of its own, one that signs,
// and one that ran out. Made anew at each start, so that nothing of value hangs on them.

import CryptoExtras
import Foundation
import SwiftASN1
import X509

struct SandboxCertificates: Sendable {
    /// What the shop must trust, in PEM.
    let root: String
    /// By the name at the end of their address: each with its chain, in PEM.
    let chains: [String: String]
    private let key: Certificate.PrivateKey

    static let name = "CERT-360caa42-sandbox"
    static let expiredName = "CERT-360caa42-expired"

    init(now: Date) {
        do {
            let rootKey = Certificate.PrivateKey(try _RSA.Signing.PrivateKey(keySize: .bits2048))
            key = Certificate.PrivateKey(try _RSA.Signing.PrivateKey(keySize: .bits2048))
            let issuer = try DistinguishedName {
                CommonName("Onsale sandbox root, no real money")
            }
            let year: TimeInterval = 366 * 86_400
            let root = try Self.certificate(
                of: rootKey, named: issuer, by: rootKey, issuer, isRoot: true,
                from: now - year, to: now + 9 * year)
            let name = try DistinguishedName {
                CommonName("messageverificationcerts.sandbox.paypal.com")
            }
            let good = try Self.certificate(
                of: key, named: name, by: rootKey, issuer, isRoot: false, from: now - 86_400,
                to: now + year)
            let old = try Self.certificate(
                of: key, named: name, by: rootKey, issuer, isRoot: false, from: now - year,
                to: now - 86_400)
            self.root = try root.serializeAsPEM().pemString
            chains = [
                Self.name: try good.serializeAsPEM().pemString,
                Self.expiredName: try old.serializeAsPEM().pemString,
            ]
        } catch {
            preconditionFailure("certificates of our own can be made: \(error)")
        }
    }

    private static func certificate(
        of key: Certificate.PrivateKey, named subject: DistinguishedName,
        by issuerKey: Certificate.PrivateKey, _ issuer: DistinguishedName, isRoot: Bool,
        from: Date, to: Date
    ) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: from, notValidAfter: to, issuer: issuer, subject: subject,
            signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: try Certificate.Extensions {
                Critical(
                    isRoot
                        ? BasicConstraints.isCertificateAuthority(maxPathLength: nil)
                        : BasicConstraints.notCertificateAuthority)
            },
            issuerPrivateKey: issuerKey)
    }

    /// In base 64, as PayPal sends it.
    func signature(of text: String) -> String {
        do {
            let signature = try key.sign(
                bytes: Data(text.utf8), signatureAlgorithm: .sha256WithRSAEncryption)
            return Data(signature.rawRepresentation).base64EncodedString()
        } catch {
            preconditionFailure("a key of our own signs: \(error)")
        }
    }
}
