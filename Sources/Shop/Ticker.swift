// The ticker: once a second it opens what is due, lets lapse what ran out, and runs what is owed.
// Any number of nodes may tick at once; each deed is safe to do twice.

import Logging
import ServiceLifecycle

package struct Ticker: Service {
    private let shop: Shop

    package init(_ shop: Shop) { self.shop = shop }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await repeating(every: .seconds(1)) { await tick() } }
                // By itself: a partner's books are long, and holds run out meanwhile.
                group.addTask {
                    await repeating(every: .seconds(60)) {
                        await attempt("compare with the partners' books") {
                            try await shop.reconcileYesterday()
                        }
                    }
                }
                group.addTask {
                    await repeating(every: .seconds(60)) {
                        await attempt("forget what was kept long enough") {
                            try await shop.keepRetention()
                        }
                    }
                }
            }
        }
    }

    private func repeating(every pause: Duration, _ deed: () async -> Void) async {
        while !Task.isCancelled {
            await deed()
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    /// What goes wrong in one is logged and doesn't keep the others from happening.
    ///
    /// - Parameter jobs: how many may be carried out side by side.
    package func tick(jobs: Int = 20) async {
        await attempt("watch the rules") { try await shop.watchRules() }
        await attempt("withhold") { try await shop.withhold() }
        await attempt("draw") { try await shop.drawRounds() }
        await attempt("lapse") { try await shop.lapseReservations() }
        await attempt("pass on") { try await shop.passOn() }
        await attempt("grant wishes") { try await shop.grantWishes() }
        await attempt("tell of sales") { try await shop.tellOfSales() }
        await attempt("watch the deadlines") { try await shop.watchDeadlines() }
        // Bounded: whoever owes more is served in the next second.
        for _ in 0..<(200 / jobs) {
            let taken = await attempt("jobs") { try await shop.runJobs(limit: jobs) } ?? 0
            if taken == 0 { break }
        }
    }

    @discardableResult
    private func attempt<T>(_ name: String, _ deed: () async throws -> T) async -> T? {
        do {
            return try await deed()
        } catch {
            shop.log.error("the ticker couldn't \(name): \(error)")
            return nil
        }
    }
}
