// Answers on their way from the turnstile to the connections of one event loop: the loop is woken
// once for all that come while it is on its way, and not for each.

import NIOCore
import Synchronization

final class AnswerTray: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    /// Carries `answer` out on the loop.
    func put(_ answer: @escaping @Sendable () -> Void) {
        let isFirst = waiting.withLock { waiting in
            waiting.append(answer)
            return waiting.count == 1
        }
        if isFirst { loop.execute { self.empty() } }
    }

    private func empty() {
        let answers = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for answer in answers { answer() }
    }
}

/// A tray for each event loop.
final class AnswerTrays: Sendable {
    private let trays = Mutex<[ObjectIdentifier: AnswerTray]>([:])

    func tray(of loop: any EventLoop) -> AnswerTray {
        trays.withLock { trays in
            if let tray = trays[ObjectIdentifier(loop)] { return tray }
            let tray = AnswerTray(loop)
            trays[ObjectIdentifier(loop)] = tray
            return tray
        }
    }
}
