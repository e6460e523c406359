// A stand-in for a carrier, as a real HTTP server: it registers parcels, carries them at a pace of
// its own, and loses, returns or forgets them where it is told to.

package import Foundation

package actor CarrierSandbox {
    /// Not a secret, whatever it is called.
    package static let key = "carrier_onsale_no_real_parcels"
    package static let name = "Sandbox Post"

    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case register, track
    }

    /// What becomes of a parcel.
    package enum Fate: String, Hashable, Sendable, CaseIterable {
        case delivered, lost, returned
        /// It leaves, and nothing is heard of it.
        case silent
    }

    let now: @Sendable () -> Date
    /// From one event to the next.
    private let pace: TimeInterval
    private var parcels: Kept<SandboxParcel>
    /// By the name under which they were asked for.
    private var requests: Kept<String>
    private var fates: [Fate] = []
    private var faults = SandboxFaults<Operation>()
    private var count = 0
    private(set) package var calls: [Operation: Int] = [:]
    /// Whether it tells its events twice, and the latest first.
    private var isMuddled = false

    package init(
        pace: TimeInterval, most: Int = 100_000, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.pace = pace
        self.now = now
        parcels = Kept(most: most)
        requests = Kept(most: most)
    }

    /// The next parcels meet these fates, one each; then all are delivered.
    package func decide(_ fates: Fate...) { self.fates += fates }

    package func script(_ faults: [SandboxFault], for operation: Operation) {
        self.faults.append(faults, to: operation)
    }

    package func muddle() { isMuddled = true }

    /// As the carrier's clerk would know it.
    package func contents(of number: String) -> Int? { parcels[number]?.grams }
    package func ioss(of number: String) -> String? { parcels[number]?.ioss }

    func answer(_ call: SandboxCarrierCall) async throws -> SandboxReply {
        calls[call.operation, default: 0] += 1
        let fault = faults.next(for: call.operation)
        switch fault {
        case .delay(let duration): try await Task.sleep(for: duration)
        case .tooManyRequests: return .whole(.carrierTrouble(429, "too many requests"))
        case .failBefore: return .whole(.carrierTrouble(500, "down"))
        case .refuse(let issue): return .whole(.carrierTrouble(422, issue))
        default: break
        }
        guard call.key == Self.key else { return .whole(.carrierTrouble(401, "unknown key")) }
        let answer = call.operation == .register ? register(call) : track(call)
        switch fault {
        case .failAfter: return .whole(.carrierTrouble(500, "down"))
        case .dropAfter: return .broken(answer)
        case .unreadableAfter: return .unreadable
        case .stallAfter(let duration): try await Task.sleep(for: duration)
        default: break
        }
        return .whole(answer)
    }

    private func register(_ call: SandboxCarrierCall) -> SandboxAnswer {
        guard let name = call.requestID, !name.isEmpty else {
            return .carrierTrouble(400, "no Idempotency-Key")
        }
        if let number = requests[name], let parcel = parcels[number] { return parcel.label }
        guard let parcel = SandboxParcel(call.body, number: nextNumber(), at: now(), fate: fate())
        else { return .carrierTrouble(400, "not a parcel") }
        requests[name] = parcel.number
        parcels[parcel.number] = parcel
        return parcel.label
    }

    private func track(_ call: SandboxCarrierCall) -> SandboxAnswer {
        guard let parcel = parcels[call.number] else {
            return .carrierTrouble(404, "no such parcel")
        }
        var events = parcel.events(at: now(), pace: pace)
        if isMuddled { events = events.reversed() + events }
        return SandboxAnswer(200, ["events": .array(events)])
    }

    private func fate() -> Fate { fates.isEmpty ? .delivered : fates.removeFirst() }

    private func nextNumber() -> String {
        count += 1
        let digits = String(count)
        return "SP" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits + "CN"
    }
}
