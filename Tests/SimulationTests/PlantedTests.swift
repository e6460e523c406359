// Four bugs that shops are known for, put in where decisions are made: the simulation finds each,
// and says by which seed.
import Foundation
import Partners
import Rehearsal
import Rules
import Shop
import Storage
import Synchronization
import TestKit
import Testing

struct PlantedTests {
    /// The schema says no, and so the buyer meets an error: that is what is found of it.
    @Test func `a planted oversell is found`() async throws {
        let found = try await findings { planted in
            planted.rule = BatchRule { batch, requests in
                let real = batch.allotment
                let wrong = Allotment(
                    id: real.id, round: real.round, product: real.product,
                    market: real.market, units: real.units + 1, reserved: real.reserved,
                    sold: real.sold, nextNumber: real.nextNumber)
                var wide = batch.with(allotment: wrong)
                return wide.decide(requests)
            }
        }
        #expect(found.contains { $0.contains("never_oversold") }, "\(found)")
    }

    @Test func `a planted limit leak is found`() async throws {
        let found = try await findings { planted in
            planted.rule = BatchRule { batch, requests in
                var forgetful = batch
                forgetful.held = [:]
                forgetful.householdHeld = [:]
                return forgetful.decide(requests)
            }
        }
        #expect(found.contains { $0.contains("over the limit") }, "\(found)")
    }

    /// Held for a year, it is lost to the sale.
    @Test func `a planted lost unit is found`() async throws {
        let found = try await findings { planted in
            planted.rule = BatchRule { batch, requests in
                batch.decide(requests).map { decision in
                    guard case .reserved(let quantity, let expires) = decision else {
                        return decision
                    }
                    return .reserved(quantity: quantity, expires: expires + .days(365))
                }
            }
        }
        #expect(found.contains { $0.contains("nobody may hold them so long") }, "\(found)")
    }

    /// Each attempt under another name, as shops have done.
    @Test func `a planted double capture is found`() async throws {
        let found = try await findings { planted in
            planted.partner = { Forgetful(partner: $0) }
        }
        #expect(found.contains { $0.contains("was captured twice") }, "\(found)")
    }

    /// What the first sale that fails finds.
    private func findings(
        _ plant: (inout SimulationPlan.Planted) -> Void
    ) async throws -> [String] {
        try await withTemporaryDirectory { directory in
            let stage = try await Stage(at: .sqlite(path: directory))
            for seed in 1...200 {
                var plan = SimulationPlan(seed: UInt64(seed))
                plan.size = .small
                plant(&plan.planted)
                do {
                    _ = try await stage.play(plan)
                } catch let failure as SimulationFailure {
                    #expect("\(failure)".contains("onsale simulate --seed \(seed) --sales 1"))
                    return failure.findings
                }
            }
            return []
        }
    }
}

/// Forgets under which name it has asked before.
private final class Forgetful: PaymentMethod {
    private let partner: any PaymentMethod
    private let count = Mutex(0)

    init(partner: any PaymentMethod) { self.partner = partner }

    func capture(
        _ reference: String, requestID: String, expecting: Money
    ) async -> CaptureOutcome {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return await partner.capture(
            reference, requestID: "\(requestID)-\(number)", expecting: expecting)
    }

    func begin(_ request: PaymentRequest) async -> Begun { await partner.begin(request) }
    func read(_ reference: String) async -> ProviderState { await partner.read(reference) }

    func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        await partner.refund(capture, amount: amount, requestID: requestID, note: note)
    }
}

extension ReservationBatch {
    fileprivate func with(allotment: Allotment) -> ReservationBatch {
        ReservationBatch(
            allotment: allotment, round: round, hold: hold, now: now, held: held,
            householdHeld: householdHeld, households: households, places: places,
            nextLapse: nextLapse, kept: kept)
    }
}
