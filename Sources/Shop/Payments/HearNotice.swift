// To hear what a partner tells unasked: proved, kept, and answered; acted on later, by a job. The
// partner sends again whatever wasn't answered, so nothing is answered that isn't kept.

import Logging
import Partners
import Rules
import Storage

/// What the partner is told.
package enum NoticeAnswer: Hashable, Sendable {
    case kept
    case forged
    /// It couldn't be proved just now; send it again.
    case later
}

extension Shop {
    package static let mostNoticeBytes = RawNotice.mostBytes

    /// Throws `notFound` for a partner that the shop doesn't have.
    ///
    /// - Parameter headers: by their names in small letters.
    package func hear(
        headers: [String: String], body: [UInt8], from name: String
    ) async throws -> NoticeAnswer {
        let raw = RawNotice(headers: headers, body: body)
        guard let method = payments[name] else { throw Refusal.notFound }
        let now = clock.now()
        let heard: HeardNotice
        switch await method.hear(raw, at: now) {
        case .genuine(let notice): heard = notice
        case .forged(let why):
            log.warning("a notice in the name of \(name) is not believed: \(why)")
            return .forged
        case .unknown(let trouble):
            log.warning("a notice in the name of \(name) can't be proved now: \(trouble)")
            return .later
        }
        let notice = Notice(
            id: chance.id(at: now), method: name, event: heard.event,
            kind: String(heard.kind.prefix(100)),
            body: String(decoding: raw.body, as: UTF8.self), received: now)
        try await storage.write { tx in
            if try tx.insertUnlessHeard(notice) { try tx.owe(.heed(notice.id), at: now) }
        }
        return .kept
    }
}
