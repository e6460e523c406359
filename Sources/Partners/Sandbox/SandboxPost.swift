// The stand-ins' post: it carries notices to the shop, as the real partners do, again and again
// until they are answered with a 200; and what a script wants to go wrong, goes wrong.

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

package enum NoticeFault: Hashable, Sendable {
    case nothing
    case late(Duration)
    case twice
    /// Never sent, as when the partner gives up.
    case lost
    /// Kept back until they are let go of, the last one first.
    case heldBack
    case wrongSignature
    /// PayPal's: the certificate ran out yesterday.
    case expiredCertificate
}

package struct SandboxNotice: Sendable {
    package let headers: [String: String]
    package let body: [UInt8]
}

actor SandboxPost {
    private static let mostAttempts = 10
    private static let mostHeld = 1000

    /// Where the shop hears notices; nil while nobody wants any.
    private(set) var address: String?
    private var script: [NoticeFault] = []
    private var held: [SandboxNotice] = []
    private(set) var sent: [SandboxNotice] = []

    func deliver(to address: String?) { self.address = address }

    func order(_ faults: [NoticeFault]) {
        script += faults
        precondition(script.count <= 10_000, "a script of more than 10,000")
    }

    func forgetScript() { script = [] }

    /// - Parameter seal: makes the signed notice, in the way the fault wants it.
    func post(_ seal: (NoticeFault) -> SandboxNotice) {
        guard let address else { return }
        let fault = script.isEmpty ? .nothing : script.removeFirst()
        let notice = seal(fault)
        sent = sent.suffix(Self.mostHeld) + [notice]
        switch fault {
        case .lost: return
        case .heldBack: held = held.suffix(Self.mostHeld) + [notice]
        case .late(let wait): start(notice, to: address, after: wait)
        case .twice:
            start(notice, to: address)
            start(notice, to: address)
        case .nothing, .wrongSignature, .expiredCertificate: start(notice, to: address)
        }
    }

    func letGo() {
        guard let address else { return }
        for (index, notice) in held.reversed().enumerated() {
            start(notice, to: address, after: .milliseconds(50 * index))
        }
        held = []
    }

    /// Nobody waits for a letter; it ends by itself.
    private nonisolated func start(
        _ notice: SandboxNotice, to address: String, after wait: Duration = .zero
    ) {
        Task {
            try? await Task.sleep(for: wait)  // Cut short, it is only early.
            for attempt in 1...Self.mostAttempts {
                if await Self.carry(notice, to: address) { return }
                try? await Task.sleep(for: .seconds(attempt))  // Likewise.
            }
        }
    }

    /// Whether it arrived. What is refused is taken back: our own forgeries aren't insisted on.
    private static func carry(_ notice: SandboxNotice, to address: String) async -> Bool {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        for (name, value) in notice.headers { request.headers.add(name: name, value: value) }
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: notice.body))
        guard
            let response = try? await HTTPClient.shared.execute(request, timeout: .seconds(10))
        else { return false }  // Nobody there: again, later.
        return response.status.code < 500
    }
}
