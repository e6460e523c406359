// Writes that wait for the embedded database's one writer: all that wait are committed together,
// and so share one fsync. Each is undone by itself when it fails.
import Synchronization

final class WriteLine: Sendable {
    /// So many share a commit at the most: nobody waits for a whole crowd.
    private static let together = 64

    private final class Waiting: Sendable {
        let body: @Sendable (Transaction) throws -> Void
        let answer: @Sendable ((any Error)?) -> Void

        init(
            body: @escaping @Sendable (Transaction) throws -> Void,
            answer: @escaping @Sendable ((any Error)?) -> Void
        ) {
            self.body = body
            self.answer = answer
        }
    }

    private final class Result<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private let engine: any Engine
    private let queue: WorkQueue
    private let line = Mutex<[Waiting]>([])

    init(_ engine: any Engine, on queue: WorkQueue) {
        self.engine = engine
        self.queue = queue
    }

    /// Throws what `Storage.write` throws.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let result = Result<T>()
            let waiting = Waiting {
                let value = try body($0)
                result.value.withLock { $0 = value }
            } answer: { error in
                if let error { return continuation.resume(throwing: error) }
                continuation.resume(returning: result.value.withLock { $0! })
            }
            line.withLock { $0.append(waiting) }
            // As many jobs as writes: the first does all that wait, the rest find nothing to do.
            do {
                try queue.add { [self] in carryOut() }
            } catch {
                if leave(waiting) { continuation.resume(throwing: error) }
            }
        }
    }

    /// False when it is being carried out already.
    private func leave(_ waiting: Waiting) -> Bool {
        line.withLock { line in
            guard let index = line.firstIndex(where: { $0 === waiting }) else { return false }
            line.remove(at: index)
            return true
        }
    }

    private func carryOut() {
        let group = line.withLock { line in
            let group = Array(line.prefix(Self.together))
            line.removeFirst(group.count)
            return group
        }
        if group.isEmpty { return }
        for (waiting, error) in zip(group, engine.writeTogether(group.map(\.body))) {
            waiting.answer(error)
        }
    }
}
