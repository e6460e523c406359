// To forget what was kept long enough, by the rules of each market. The ticker does it by itself, a
// bounded number of each thing at a time.

import Logging
package import Rules
import Storage

extension Shop {
    /// Of each thing in each market.
    private static let mostForgotten = 50

    /// Returns how many things were forgotten. Called by the ticker every minute.
    @discardableResult
    package func keepRetention() async throws -> Int {
        let now = clock.now()
        var count = 0
        for market in rulebook.current.markets.values {
            for rule in market.retention {
                let day = market.localTime.day(at: now).adding(months: -rule.months)
                let before = market.localTime.beginning(of: day)
                count += try await forget(rule.subject, in: market.country, before: before, at: now)
            }
        }
        if count > 0 { log.notice("\(count) things were kept long enough and are forgotten") }
        return count
    }

    private func forget(
        _ subject: RetentionRule.Subject, in market: Country, before: Moment, at now: Moment
    ) async throws -> Int {
        let most = Self.mostForgotten
        switch subject {
        case .addresses:
            return try await storage.write { tx in
                let due = try tx.ordersToForget(in: market, placedBefore: before, limit: most)
                for order in due { try tx.forgetBuyer(of: order.id, at: now) }
                return due.count
            }
        case .orders:
            return try await storage.write { tx in
                let due = try tx.ordersToReduce(in: market, placedBefore: before, limit: most)
                for order in due { try tx.reduce(order, at: now) }
                return due.count
            }
        case .accounts: return try await forgetIdle(in: market, since: before, at: now)
        case .logs:
            return try await storage.write { tx in
                try tx.forgetAccess(in: market, before: before, limit: most)
                    + tx.forgetOrigins(in: market, closedBefore: before, limit: most)
                    + tx.forgetHouseholds(in: market, closedBefore: before, limit: most)
            }
        }
    }

    /// One by one: who is needed still is looked at again in a month.
    private func forgetIdle(
        in market: Country, since before: Moment, at now: Moment
    ) async throws -> Int {
        let idle = try await storage.read {
            try $0.idleAccounts(in: market, since: before, limit: Self.mostForgotten)
        }
        var count = 0
        for account in idle {
            defer { recentSessions.forget(account.id) }
            let isGone = try await storage.write { [chance] tx in
                let isNeeded =
                    try tx.openBusiness(of: account.id) != nil
                    || tx.guaranteedUnits(of: account.id, at: now) > 0
                    || tx.stateOfHeldUnits(of: account.id) != nil
                guard !isNeeded else {
                    try tx.setIdle(since: before + .days(30), account.id)
                    return false
                }
                try tx.eraseEverything(of: account.id, by: "unused", at: now, chance: chance)
                return true
            }
            if isGone { count += 1 }
        }
        return count
    }
}
