// Parcels that were delivered, says their carrier, and that aren't there, says their buyer: found,
// sent again or paid back, and every clock begins with the delivery that was one.
import Languages
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct DisputedParcelTests {
    @Test(arguments: Engine.allCases)
    func `what the carrier says was delivered is reported in time, and found with a neighbour`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order, parcel) = try await town.saidToBeDelivered(in: "DE")
            let day = try #require(order.delivered)
            let until = try #require(try await town.deadline(.missingReport, of: parcel.id.text))
            #expect(until.day == day + 30 && until.anchor == .delivered)
            #expect(until.rule == "DE: 30 days" && !until.kind.isOwed)
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) {
                try await town.shop.reportMissing(parcel.id, by: bob)
            }
            try await town.wind(.days(5))
            let missing = try await town.shop.reportMissing(parcel.id, by: ann)
            #expect(missing.state == .missing && missing.isDisputed)
            let meanwhile = try await town.now(order)
            #expect(meanwhile.state == .dispatched && meanwhile.lastReturnDay == nil)
            try await town.tick()
            #expect(try await town.deadline(.returnWindow, of: order.id.text)?.state == .over)
            let told = try #require(town.letter(.parcelMissing))
            #expect(told.text.contains(town.day(day, ann)), "\(told.text)")

            try await town.wind(.days(3))
            await #expect(throws: Refusal.input([Fault(.note, .missing)])) {
                try await town.shop.settleParcel(parcel.id, as: .found, by: town.clerk)
            }
            try await town.shop.settleParcel(
                parcel.id, as: .found, note: "With Mrs. Lind, on the first floor", by: town.clerk)
            try await town.tick()
            #expect(town.letter(.parcelFound)?.text.contains("Mrs. Lind") == true)
            let found = try await town.now(order)
            #expect(found.delivered == day && found.lastReturnDay == order.lastReturnDay)
            #expect(try await town.deadline(.returnWindow, of: order.id.text)?.state == .open)
            #expect(try await town.deadline(.parcelSearch, of: parcel.id.text)?.state == .met)

            try await town.wind(.days(23))
            await #expect(throws: Refusal.reportClosed(lastDay: until.day)) {
                try await town.shop.reportMissing(parcel.id, by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what never came leaves again, and its days begin with the delivery that was one`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order, parcel) = try await town.saidToBeDelivered(in: "FR")
            let passports = try await town.passports(of: order)
            #expect(!passports.isEmpty)
            try await town.shop.reportMissing(parcel.id, by: ann)
            // Whoever only says so doesn't get the money at once.
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.cancelOrder(order.id, by: ann)
            }
            try await town.shop.settleParcel(parcel.id, as: .lost, by: town.clerk)
            // The law's thirty days go on: the delivery that ended them was none.
            #expect(try await town.deadline(.delivery, of: order.id.text)?.state == .open)
            try await town.shop.settleParcel(parcel.id, as: .sendAgain, by: town.clerk)
            try await town.sendParcel("RX2CN", of: order)
            try await town.wind(.days(9))
            let again = try await town.arrive("RX2CN", of: order)
            let day = try #require(again.delivered)
            #expect(day > order.delivered! && again.lastReturnDay == day + 14)
            #expect(try await town.deadline(.returnWindow, of: order.id.text)?.day == day + 14)
            let moved = try await town.passports(of: order)
            #expect(moved.map(\.id) == passports.map(\.id))
            #expect(moved.allSatisfy { $0.delivered == day })
            let law = try await town.deadline(.legalGuarantee, of: moved[0].id.text)
            #expect(law?.day == Day(day.year + 2, day.month, day.day))
            #expect(try await town.refunds(of: order).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `of two parcels one never came: it is paid back, and nobody's days are cut short`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: "GB")
            try await town.sendParcel("PB1", of: order)
            try await town.sendParcel("PB2", of: order)
            try await town.wind(.days(8))
            try await town.arrive("PB1", of: order)
            let first = Day(town.clock.now())
            try await town.wind(.days(4))
            let whole = try await town.arrive("PB2", of: order)
            let second = try await town.parcel("PB2", of: order)
            try await town.shop.reportMissing(second.id, by: ann)
            try await town.shop.settleParcel(second.id, as: .lost, by: town.clerk)
            let after = try await town.shop.settleParcel(second.id, as: .refund, by: town.clerk)
            try await town.tick()
            #expect(after.state == .delivered && after.delivered == first)
            #expect(
                try await town.deadline(.returnWindow, of: order.id.text)?.day
                    == whole.lastReturnDay)
            let worth = ReturnWorth(
                of: second.items.returned, after: [:], quote: try await town.agreed(order),
                freight: .all)
            #expect(try await town.refunds(of: order).map(\.amount) == [worth.total])
            let gone = second.items.units
            for (product, units) in gone {
                let ended = try await town.passports(of: order)
                    .filter { $0.product == product && $0.ended != nil }
                #expect(ended.count == units)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `all of it never came: everything goes back, and nothing is guaranteed`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order, parcel) = try await town.saidToBeDelivered(in: "US")
            try await town.shop.reportMissing(parcel.id, by: ann)
            try await town.shop.settleParcel(parcel.id, as: .lost, by: town.clerk)
            let after = try await town.shop.settleParcel(parcel.id, as: .refund, by: town.clerk)
            #expect(after.state == .cancelled)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
            #expect(try await town.passports(of: order).allSatisfy { $0.ended != nil })
        }
    }

    @Test(arguments: Engine.allCases)
    func `who sends something of it back has it`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order, parcel) = try await town.saidToBeDelivered(in: "DE")
            try await town.giveBack("band", 1, of: order, by: ann)
            await #expect(throws: Refusal.parcelInUse) {
                try await town.shop.reportMissing(parcel.id, by: ann)
            }
        }
    }
}

extension Town {
    fileprivate func saidToBeDelivered(
        in market: String
    ) async throws -> (Account, Order, Parcel) {
        let (ann, order) = try await delivered(in: market)
        let parcels = try await shop.storage.read { try $0.parcels(of: order.id) }
        return (ann, try await now(order), parcels[0])
    }
}
