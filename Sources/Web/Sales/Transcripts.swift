// The transcripts that were read in the last few seconds: a large round's is megabytes, and many
// may ask for it at once.

import NIOCore
import Rules
import Shop
import Storage
import Synchronization

final class Transcripts: Sendable {
    private struct Entry {
        let asked: Moment
        let task: Task<(transcript: Transcript, text: ByteBuffer), any Error>
    }

    private static let lifetime = Span.seconds(5)
    /// More than one shop has open at once; each may be megabytes.
    private static let most = 8

    private let shop: Shop
    private let entries = Mutex<[ID<Round>: Entry]>([:])

    init(shop: Shop) { self.shop = shop }

    /// Throws `notFound`, `orderNotDrawn`.
    func transcript(of round: ID<Round>) async throws -> Transcript {
        try await entry(of: round).transcript
    }

    func text(of round: ID<Round>) async throws -> ByteBuffer {
        try await entry(of: round).text
    }

    private func entry(
        of round: ID<Round>
    ) async throws -> (transcript: Transcript, text: ByteBuffer) {
        let now = shop.clock.now()
        let task = entries.withLock { entries in
            if let entry = entries[round], now - entry.asked < Self.lifetime, now >= entry.asked {
                return entry.task
            }
            if entries.count >= Self.most { entries.removeAll() }
            let task = Task { [shop] in
                let transcript = try await shop.storage.read {
                    try $0.transcript(of: round, at: now)
                }
                return (transcript: transcript, text: ByteBuffer(string: transcript.text))
            }
            entries[round] = Entry(asked: now, task: task)
            return task
        }
        do {
            return try await task.value
        } catch {
            // A refusal isn't kept: a moment later the order may be drawn.
            entries.withLock { _ = $0.removeValue(forKey: round) }
            throw error
        }
    }
}
