// A payment partner in memory: it keeps its own books, and fails as it is told to.
package import Partners
package import Rules
import Synchronization

package final class Till: PaymentMethod {
    /// What comes of a capture. After `unknownAfterTaking` the money is gone and nobody was told.
    package enum CaptureAnswer: CaseIterable, Sendable {
        case captured, declined, unknownAfterTaking, unknownBeforeTaking, pending
    }

    /// What comes of a refund, likewise.
    package enum RefundAnswer: CaseIterable, Sendable {
        case refunded, unknownAfterGiving, unknownBeforeGiving
    }

    package enum Call: Hashable, Sendable {
        case begin(String)
        case capture(String, requestID: String)
        case read(String)
        case refund(String, requestID: String)
    }

    private let books = Mutex(TillBooks())

    package init() {}

    // MARK: As the shop sees it

    package func begin(_ request: PaymentRequest) async -> Begun {
        books.withLock { books in
            books.calls.append(.begin(request.requestID))
            if books.isShut { return .unavailable("the till is shut") }
            let fresh = TillBooks.Tab(
                reference: "TAB-\(books.tabs.count + 1)", amount: request.total)
            let tab = books.tabs[request.requestID] ?? fresh
            books.tabs[request.requestID] = tab
            return .begun(
                reference: tab.reference, approveURL: "https://till.example.com/\(tab.reference)")
        }
    }

    package func capture(
        _ reference: String, requestID: String, expecting: Money
    ) async -> CaptureOutcome {
        books.withLock { books in
            books.calls.append(.capture(reference, requestID: requestID))
            guard var tab = books.tab(reference) else { return .declined("no such tab") }
            // Under another name it takes the money once more, as the worst of partners would.
            if let capture = tab.takings[requestID] { return .captured(capture, tab.amount) }
            guard tab.isApproved else { return .needsApproval }
            let answer =
                books.captureAnswers.isEmpty ? .captured : books.captureAnswers.removeFirst()
            defer { books.put(tab) }
            switch answer {
            case .captured:
                return .captured(tab.take(for: requestID), tab.amount)
            case .unknownAfterTaking:
                tab.take(for: requestID)
                return .unknown("the line went dead")
            case .declined:
                tab.isApproved = false
                return .declined("no cover")
            case .unknownBeforeTaking: return .unknown("the line was dead")
            case .pending: return .pending("a clerk looks at it")
            }
        }
    }

    package func read(_ reference: String) async -> ProviderState {
        books.withLock { books in
            books.calls.append(.read(reference))
            if books.isShut { return .unknown("the till is shut") }
            guard let tab = books.tab(reference) else { return .notFound }
            if let capture = tab.capture { return .captured(capture, tab.amount) }
            if tab.isVoid { return .voided }
            return tab.isApproved ? .approved : .created
        }
    }

    package func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        books.withLock { books in
            books.calls.append(.refund(capture, requestID: requestID))
            guard var tab = books.tabs.values.first(where: { $0.capture == capture }) else {
                return .refused("no such capture")
            }
            if tab.refunds[requestID] != nil { return .refunded(requestID, amount) }
            guard tab.refunded + amount <= tab.amount else { return .refused("more than taken") }
            let answer = books.refundAnswers.isEmpty ? .refunded : books.refundAnswers.removeFirst()
            if answer == .unknownBeforeGiving { return .unknown("the line was dead") }
            tab.refunds[requestID] = amount
            books.put(tab)
            return answer == .refunded
                ? .refunded(requestID, amount) : .unknown("the line went dead")
        }
    }

    package func release(_ reference: String, requestID: String) async -> Released {
        books.withLock { books in
            guard var tab = books.tab(reference) else { return .released }
            if tab.capture != nil { return .taken }
            tab.isReleased = true
            books.put(tab)
            return .released
        }
    }

    // MARK: As the payer and whoever rehearses see it

    /// The payer agrees to pay, perhaps once more after the shop let go.
    package func approve(_ reference: String) {
        books.withLock {
            $0.change(reference) {
                $0.isApproved = !$0.isVoid
                $0.isReleased = false
            }
        }
    }

    /// The payer, or time, ends it before anything is paid.
    package func void(_ reference: String) {
        books.withLock { $0.change(reference) { $0.isVoid = $0.capture == nil } }
    }

    /// Takes the money unasked: a capture of another node, or of a retry nobody waited for.
    package func takeUnasked(_ reference: String) {
        books.withLock { books in
            let name = books.requestID(of: reference)
            books.change(reference) { $0.take(for: name) }
        }
    }

    /// Whether the shop has let go of it, and nobody agreed to it since: no capture of it can be
    /// on its way.
    package func isReleased(_ reference: String) -> Bool {
        books.withLock { $0.tab(reference)?.isReleased ?? false }
    }

    /// The next captures are answered so, one by one; afterwards they succeed.
    package func answerCaptures(_ answers: CaptureAnswer...) {
        books.withLock { $0.captureAnswers += answers }
    }

    package func answerRefunds(_ answers: RefundAnswer...) {
        books.withLock { $0.refundAnswers += answers }
    }

    /// Shut, it neither begins nor tells anything. Opened again, it has forgotten its scripts.
    package func shut(_ isShut: Bool = true) {
        books.withLock { books in
            books.isShut = isShut
            if !isShut {
                books.captureAnswers = []
                books.refundAnswers = []
            }
        }
    }

    package var calls: [Call] { books.withLock { $0.calls } }

    /// Minor units taken and not given back for the payment of that request id.
    package func kept(for requestID: String) -> Int64 {
        books.withLock { books in
            guard let tab = books.tabs[requestID], tab.capture != nil else { return 0 }
            return (tab.amount * tab.takings.count - tab.refunded).minor
        }
    }

    /// The references of payments that were taken more than once.
    package var takenTwice: [String] {
        books.withLock { books in
            books.tabs.values.filter { $0.takings.count > 1 }.map(\.reference).sorted()
        }
    }
}
