// Where a rehearsed shop's letters arrive. It takes everything, unless it is told to refuse or to
// be away.
package import Partners
import Synchronization

package final class Postbox: Mailer {
    private let letters = Mutex<[Mail]>([])
    private let trouble = Mutex<(any Error)?>(nil)

    package init() {}

    package func send(_ mail: Mail) async throws {
        if let trouble = trouble.withLock({ $0 }) { throw trouble }
        letters.withLock { $0.append(mail) }
    }

    package var all: [Mail] { letters.withLock { $0 } }

    /// From now on every letter meets this error; nil ends it.
    package func fail(with error: (any Error)?) { trouble.withLock { $0 = error } }
}
