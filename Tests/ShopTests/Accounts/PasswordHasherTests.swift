// Hashing is slow on purpose: it has its own threads, and a line with an end.
import Rules
import Shop
import Synchronization
import TestKit
import Testing

struct PasswordHasherTests {
    @Test func `a hash knows its password and no other`() async throws {
        let hasher = PasswordHasher(cost: .least)
        let hash = try await hasher.hash("three small words")
        #expect(hash.hasPrefix("$argon2id$v=19$"))
        #expect(try await hasher.hash("three small words") != hash)
        #expect(try await hasher.verify("three small words", against: hash))
        #expect(try await !hasher.verify("three small word", against: hash))
        #expect(try await !hasher.verify("three small words", against: "not a hash"))
    }

    @Test func `the standard cost is in the hash`() async throws {
        let hash = try await PasswordHasher().hash("three small words")
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    /// Each hash takes some 20 ms, so that the line is full before the first is done.
    @Test func `when the line is full the next are told that it is busy`() async throws {
        let hasher = PasswordHasher(cost: .standard, threads: 1, waiting: 2)
        let outcomes = await withTaskGroup(of: Result<String, any Error>.self) { group in
            for number in 1...20 {
                group.addTask {
                    do { return .success(try await hasher.hash("password number \(number)")) } catch
                    { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.compactMap { outcome -> Refusal? in
            if case .failure(let error) = outcome { error as? Refusal } else { nil }
        }
        #expect(refused.count >= 10 && refused.count < 20)
        #expect(refused.allSatisfy { $0 == .busy(retryAfter: .seconds(5)) })
        #expect(try await hasher.hash("afterwards there is room").hasPrefix("$argon2id$"))
    }

    /// Three take some 60 ms otherwise; no machine makes one in less than 8.
    @Test func `a rush makes whoever comes next wait`() async throws {
        let hasher = PasswordHasher(cost: .standard, threads: 1)
        let asked = Asked()
        hasher.giveWay { asked.note() }
        let began = ContinuousClock.now
        for number in 1...3 { _ = try await hasher.hash("password number \(number)") }
        #expect(ContinuousClock.now - began >= .milliseconds(150))
        #expect(asked.count >= 1)
    }
}

/// Whether there is a rush: always, and it counts who asks.
private final class Asked: Sendable {
    private let times = Mutex(0)

    var count: Int { times.withLock { $0 } }

    func note() -> Bool {
        times.withLock { $0 += 1 }
        return true
    }
}
