// The machine a simulated shop runs on: it may die at any point where something is read, written,
// committed or asked of a partner, and its line to the database may break. What it has met is
// written down here.

import Rules
import Storage
import Synchronization

/// Nothing that happens in memory survives it.
package struct MachineDied: Error {}

final class Machine: Interruptions {
    fileprivate struct State {
        var chance: SeededChance
        /// Of 10,000 points, at how many something happens; 0 for a machine that is sound.
        var roughness: Int
        /// The one point at which it dies; counted from 1.
        let deathAt: Int?
        var points = 0
        /// Transactions that changed something, or may have.
        var commits = 0
        var isDead = false
        var isHealed = false
        /// While the witness looks, nothing happens.
        var isWatched = false
        var met: [Mishap: Int] = [:]
    }

    private let state: Mutex<State>

    init(seed: UInt64, roughness: Int, deathAt: Int?) {
        state = Mutex(
            State(
                chance: SeededChance(seed: seed), roughness: deathAt == nil ? roughness : 0,
                deathAt: deathAt))
    }

    var isDead: Bool { state.withLock { $0.isDead } }
    /// Points at which it could have died so far.
    var points: Int { state.withLock { $0.points } }
    var commits: Int { state.withLock { $0.commits } }
    var met: [Mishap: Int] { state.withLock { $0.met } }

    func note(_ mishap: Mishap) { state.withLock { $0.met[mishap, default: 0] += 1 } }
    func die() { state.withLock { $0.isDead = true } }
    func start() { state.withLock { $0.isDead = false } }
    /// From now on nothing happens to it any more.
    func heal() {
        state.withLock { state in
            state.roughness = 0
            state.isHealed = true
        }
    }
    func watch(_ isWatched: Bool) { state.withLock { $0.isWatched = isWatched } }

    func reach(_ point: InterruptionPoint) throws {
        let trouble = state.withLock { state -> (any Error)? in
            if state.isWatched { return nil }
            if point == .committed { state.commits += 1 }
            if state.isDead { return MachineDied() }
            return state.trouble(at: point)
        }
        if let trouble { throw trouble }
    }

    /// Whether it dies now, before or after it asked a partner.
    func dies(_ mishap: Mishap) -> Bool {
        state.withLock { $0.isDead || $0.mayDie(as: mishap) }
    }

    /// A fault of the world around it, in so many of 10,000 cases.
    func meets(_ mishap: Mishap, inTenThousand share: Int) -> Bool {
        let isMet = draws(inTenThousand: share)
        if isMet { note(mishap) }
        return isMet
    }

    func draws(inTenThousand share: Int) -> Bool {
        state.withLock { state in
            state.roughness > 0 && Int.random(in: 0..<10_000, using: &state.chance) < share
        }
    }
}

extension Machine.State {
    fileprivate mutating func trouble(at point: InterruptionPoint) -> (any Error)? {
        let death: Mishap =
            switch point {
            case .reading: .diedReading
            case .writing: .diedWriting
            case .committing: .diedCommitting
            case .committed: .diedCommitted
            }
        if mayDie(as: death) { return MachineDied() }
        switch point {
        case .writing where happens(.storageBusy): return StorageBusy(reason: "simulated")
        case .committing where happens(.commitLost): return CommitUnknown(reason: "simulated")
        case .committed where happens(.commitUnheard): return CommitUnknown(reason: "simulated")
        default: return nil
        }
    }

    fileprivate mutating func mayDie(as mishap: Mishap) -> Bool {
        if isHealed { return false }
        points += 1
        // People read five times for each time that somebody asks a partner or writes.
        let isDue = points == deathAt || happens(mishap, rarer: mishap == .diedReading ? 5 : 1)
        if points == deathAt { met[mishap, default: 0] += 1 }
        if isDue { isDead = true }
        return isDue
    }

    private mutating func happens(_ mishap: Mishap, rarer: Int = 1) -> Bool {
        guard roughness > 0,
            Int.random(in: 0..<(10_000 * rarer), using: &chance) < roughness
        else { return false }
        met[mishap, default: 0] += 1
        return true
    }
}
