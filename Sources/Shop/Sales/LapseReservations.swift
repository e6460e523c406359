// Holds that ran out give their units back, and the orders that waited for money lapse with them.

import Rules
import Storage

extension Shop {
    /// Lets everything lapse that is overdue. Called by the ticker every second; each allotment is
    /// a transaction of its own. Returns how many allotments were swept.
    @discardableResult
    package func lapseReservations() async throws -> Int {
        let now = clock.now()
        let due = try await storage.read { try $0.allotmentsWithOverdue(at: now) }
        for id in due {
            try await storage.write { [chance] tx in
                guard let (locked, round) = try tx.lockToPassOn(id, at: now) else { return }
                var allotment = locked
                var entries = try tx.lapseOverdue(
                    in: &allotment, of: round, at: now, chance: chance)
                entries += try tx.passOn(&allotment, of: round, at: now, chance: chance)
                try tx.update(allotment)
                try tx.record(entries, in: allotment.id, at: now)
            }
        }
        return due.count
    }
}

extension Transaction {
    /// Changes `allotment`, which is locked; the caller writes it and records the entries.
    func lapseOverdue(
        in allotment: inout Allotment, of round: Round, at now: Moment, chance: SharedChance
    ) throws -> [PublicRecord.Entry] {
        let time = round.clock.saleTime(at: now)
        // Bounded work in one transaction; the rest is swept by the next.
        let overdue = try overdue(in: allotment.id, at: time, limit: 1000)
        guard !overdue.isEmpty else { return [] }
        for held in overdue {
            guard let found = try openOrder(holding: held.reservation.id),
                var order = try lock(found.id), order.state == .placed
            else { continue }
            try owe(try order.apply(.lapse), at: now)
            try update(order)
            try note("lapse", about: order.id.text, id: chance.id(at: now), at: now)
        }
        return try release(overdue, of: &allotment, as: .lapsed)
    }

    /// How units come back unpaid.
    enum Letting {
        case lapsed, cancelled, withheld

        fileprivate var state: Reservation.State { self == .lapsed ? .lapsed : .cancelled }
        fileprivate var event: PublicRecord.Event {
            switch self {
            case .lapsed: .lapse
            case .cancelled: .cancel
            case .withheld: .withhold
            }
        }
    }

    /// Takes the units of unpaid reservations back into a locked allotment.
    func release(
        _ held: [TicketedReservation], of allotment: inout Allotment, as event: Letting
    ) throws -> [PublicRecord.Entry] {
        try set(event.state, of: held.map(\.reservation.id))
        try takeBackUnits(of: held.map(\.reservation))
        allotment.reserved -= held.reduce(0) { $0 + $1.reservation.quantity }
        return held.map {
            .init(event.event, $0.ticket, $0.reservation.numbers)
        }
    }
}
