// How the HTTP server is set up: with TLS or without, and a limit on everything a stranger can
// make it keep. How much a body may have is the site's own limit (`Visit.maxUploadSize`).

import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore
import NIOSSL

/// A connection on which nothing moves for so long is closed.
private let idleTimeout = TimeAmount.seconds(30)
/// Of one request, in bytes: a browser's are about a tenth of it.
private let headerBytes = 16 * 1024
private let headerCount = 100
/// Connections beyond these wait in the system's queue.
private let mostConnections = 20_000

/// `tls` names the files of a certificate chain and of its key. With a counter, that watches for
/// idle connections.
func serverBuilder(
    _ tls: (certificate: String, key: String)?,
    counter: ((TimeAmount) -> @Sendable () -> any RemovableChannelHandler)? = nil
) throws -> HTTPServerBuilder {
    let limits = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes,
        maxHeaderFieldCount: headerCount)
    let open = counter?(idleTimeout)
    let plain = HTTPServerBuilder.http1(
        configuration: .init(
            additionalChannelHandlers: open.map { [$0()] } ?? [],
            idleTimeout: open == nil ? idleTimeout : nil, httpDecoderConfiguration: limits))
    guard let tls else { return plain }
    return try .tls(plain, tlsConfiguration: try tlsConfiguration(tls.certificate, tls.key))
}

func serverConfiguration(_ listen: Settings.ListenAddress) -> ApplicationConfiguration {
    ApplicationConfiguration(
        address: .hostname(listen.host, port: listen.port), backlog: 4096,
        availableConnectionsDelegate: MaximumAvailableConnections(mostConnections))
}

private func tlsConfiguration(
    _ certificate: String, _ key: String
) throws(SettingFault) -> TLSConfiguration {
    let chain: [NIOSSLCertificateSource]
    do {
        chain = try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) }
    } catch {
        throw SettingFault(
            source: SettingName.certificate.rawValue,
            problem: "\(certificate) is not a certificate chain in PEM: \(error)")
    }
    let privateKey: NIOSSLPrivateKey
    do {
        privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
    } catch {
        throw SettingFault(
            source: SettingName.certificateKey.rawValue,
            problem: "\(key) is not a private key in PEM: \(error)")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = .tlsv12
    return configuration
}
