// Parcels that don't arrive: searched for, found or lost, or back at the warehouse; then sent again
// or paid back.
import Languages
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct LostParcelTests {
    @Test(arguments: Engine.allCases)
    func `a parcel that is late is reported, searched for, found, and arrives`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: "DE")
            try await town.send(order, by: town.clerk)
            let parcel = try await town.parcel("RX1CN", of: order)
            let most = try #require(try await town.agreed(order).carriage?.mostDays)
            let expected = parcel.shipment.day + most
            await #expect(throws: Refusal.parcelStillExpected(until: expected)) {
                try await town.shop.reportMissing(parcel.id, by: ann)
            }
            try await town.wind(.days(Int64(most) + 2))
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) {
                try await town.shop.reportMissing(parcel.id, by: bob)
            }
            #expect(try await town.shop.reportMissing(parcel.id, by: ann).state == .missing)
            await #expect(throws: Refusal.orderStateForbids(state: "missing")) {
                try await town.shop.reportMissing(parcel.id, by: ann)
            }
            try await town.tick()
            let search = try #require(try await town.deadline(.parcelSearch, of: parcel.id.text))
            #expect(search.anchor == .claimed && search.kind.isOwed)
            #expect(town.letter(.parcelMissing)?.text.contains("RX1CN") == true)
            try await town.shop.settleParcel(parcel.id, as: .found, by: town.clerk)
            #expect(try await town.deadline(.parcelSearch, of: parcel.id.text)?.state == .met)
            #expect(try await town.arrive("RX1CN", of: order).state == .delivered)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was lost leaves once more, under a promise of its own`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: "US")
            try await town.send(order, by: town.clerk)
            let parcel = try await town.parcel("RX1CN", of: order)
            try await town.wind(.days(3))
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.settleParcel(parcel.id, as: .lost, by: ann)
            }
            await #expect(throws: Refusal.orderStateForbids(state: "on_the_way")) {
                try await town.shop.settleParcel(parcel.id, as: .sendAgain, by: town.clerk)
            }
            try await town.shop.settleParcel(parcel.id, as: .lost, by: town.clerk)
            let again = try await town.shop.settleParcel(
                parcel.id, as: .sendAgain, by: town.clerk)
            #expect(again.state == .paid && again.dispatched == nil)
            let promise = try #require(try await town.deadline(.dispatch, of: order.id.text))
            #expect(promise.state == .open && promise.day > order.promise)
            try await town.tick()
            let told = try #require(town.letter(.parcelLost))
            #expect(told.text.contains(town.day(promise.day, ann)), "\(told.text)")

            try await town.sendParcel("RX2CN", of: order)
            try await town.wind(.days(8))
            #expect(try await town.arrive("RX2CN", of: order).state == .delivered)
            let states = try await town.shop.storage.read {
                try $0.parcels(of: order.id).map(\.state)
            }
            #expect(states == [.replaced, .delivered])
            #expect(try await town.refunds(of: order).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `of two parcels one is lost: it is paid back, and the other's days are counted`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: "GB")
            try await town.sendParcel("PB1", of: order)
            try await town.sendParcel("PB2", of: order)
            try await town.wind(.days(8))
            let day = Day(town.clock.now())
            #expect(try await town.arrive("PB1", of: order).state == .dispatched)
            let lost = try await town.parcel("PB2", of: order)
            try await town.wind(.days(3))
            try await town.shop.settleParcel(lost.id, as: .lost, by: town.clerk)
            let after = try await town.shop.settleParcel(lost.id, as: .refund, by: town.clerk)
            #expect(after.state == .delivered && after.delivered == day)
            #expect(after.lastReturnDay == day + 14)
            try await town.tick()
            #expect(town.letter(.parcelLost)?.text.contains("PB2") == true)
            let worth = ReturnWorth(
                of: lost.items.returned, after: [:], quote: try await town.agreed(order),
                freight: .all)
            #expect(try await town.refunds(of: order).map(\.amount) == [worth.total])
            await #expect(throws: Refusal.orderStateForbids(state: "refunded")) {
                try await town.shop.settleParcel(lost.id, as: .refund, by: town.clerk)
            }
            _ = ann
        }
    }

    @Test(arguments: Engine.allCases)
    func `what came back undeliverable is paid back altogether`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.paid(in: "FR")
            try await town.send(order, by: town.clerk)
            let parcel = try await town.parcel("RX1CN", of: order)
            try await town.shop.settleParcel(parcel.id, as: .returned, by: town.clerk)
            let after = try await town.shop.settleParcel(parcel.id, as: .refund, by: town.clerk)
            #expect(after.state == .cancelled)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
            #expect(town.letter(.parcelReturned) != nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a search that nobody ends is missed, and stays so`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.paid(in: "DE")
            try await town.send(order, by: town.clerk)
            let parcel = try await town.parcel("RX1CN", of: order)
            try await town.shop.reportMissing(parcel.id, by: town.clerk)
            try await town.wind(.days(20))
            #expect(try await town.deadline(.parcelSearch, of: parcel.id.text)?.state == .missed)
            try await town.shop.recordLoss(of: order.id, by: town.clerk)
            #expect(try await town.now(order).state == .cancelled)
            #expect(try await town.deadline(.parcelSearch, of: parcel.id.text)?.state == .missed)
        }
    }
}

extension Town {
    /// As the letters to somebody say it.
    func day(_ day: Day, _ reader: Account) -> String {
        Phrases.of(reader.language).formats.weekday(day)
    }
}
