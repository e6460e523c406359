// What comes over a simulated sale from outside: an operator's hand on the brake, a clock that is
// set, a machine that dies, mail that is away, a beacon that is read or isn't.

import Rules
import Shop
import Storage

extension SimulatedSale {
    func turnBrake() async {
        let round = rounds.randomElement(using: &chance)!
        guard isRough, let clerk else { return }
        let isOn = await seen { try $0.round(round)!.clock.isPaused }
        // Not too often, or nothing is ever sold.
        guard isOn == true || Int.random(in: 0..<4, using: &chance) == 0 else { return }
        note(isOn == true ? "resume" : "pause")
        await trying {
            if isOn == true {
                try await self.shop.resume(round, by: clerk)
            } else {
                self.machine.note(.brake)
                try await self.shop.pause(round, reason: "simulated", by: clerk)
            }
        }
    }

    /// As far back as time servers do it, and ahead as far as a machine that slept.
    func stepClock() {
        guard isRough else { return }
        if Bool.random(using: &chance) {
            machine.note(.clockBack)
            clock.wind(Span(milliseconds: -Int64.random(in: 1...4000, using: &chance)))
            note("clock back")
        } else {
            machine.note(.clockAhead)
            wind(.seconds(Int64.random(in: 60...1200, using: &chance)))
        }
    }

    func killMachine() {
        guard isRough else { return }
        note("killed")
        machine.die()
    }

    func loseMail() {
        guard isRough else { return }
        let isAway = Bool.random(using: &chance)
        if isAway { machine.note(.mailAway) }
        postbox.fail(with: isAway ? NoMail() : nil)
        note("mail \(isAway ? "away" : "back")")
    }

    /// The operator reads what was published, and enters it; or nobody does.
    func readBeacon() async {
        let (ids, now) = (rounds, clock.now())
        let due = await seen { reader in
            try ids.filter { id in
                guard try reader.round(id)?.drawn == nil, let beacon = try reader.beacon(of: id)
                else { return false }
                return beacon.closed != nil && !beacon.isTooLate && beacon.value == nil
                    && now >= beacon.published
            }
        }
        guard let clerk else { return }
        for round in due ?? [] {
            guard shape.isBeaconRead || !isRough else {
                machine.note(.beaconMissing)
                continue
            }
            note("the beacon is read")
            let value = String(UInt64.random(in: 0 ... .max, using: &chance), radix: 16)
            await trying { try await self.shop.enterBeacon(value, of: round, by: clerk) }
        }
    }
}

/// No letter leaves.
private struct NoMail: Error {}
