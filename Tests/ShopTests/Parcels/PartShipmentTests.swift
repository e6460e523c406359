// An order in several parcels: the battery rules ask for two power banks a package, and the clocks
// wait for the last of them.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PartShipmentTests {
    @Test(arguments: Engine.allCases, ["US", "GB", "FR", "DE"])
    func `four power banks leave in two parcels, and every clock begins with the last`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: market)
            let first = try await town.sendParcel("PB1", of: order)
            #expect(first.state == .partlyDispatched && first.dispatched == nil)
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .open)
            await #expect(throws: Refusal.orderStateForbids(state: "partly_dispatched")) {
                try await town.shop.changeAddress(
                    of: order.id, to: town.home(of: ann), by: ann)
            }
            try await town.wind(.days(2))
            let told = try #require(town.letter(.orderDispatched))
            #expect(told.text.contains("PB1") && told.text.contains(town.day(order.promise, ann)))

            // The first arrives before the second has left.
            let arrived = try await town.arrive("PB1", of: order)
            #expect(arrived.state == .partlyDispatched && arrived.lastReturnDay == nil)
            let second = try await town.sendParcel("PB2", of: order)
            #expect(second.state == .dispatched)
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .met)
            try await town.wind(.days(9))
            let whole = try await town.arrive("PB2", of: order)
            #expect(whole.state == .delivered && whole.delivered == Day(town.clock.now()))
            let window = try #require(try await town.deadline(.returnWindow, of: order.id.text))
            #expect(window.day == whole.delivered! + (market == "US" ? 30 : 14))
            let passports = try await town.shop.storage.read { try $0.warranties(of: order.id) }
            #expect(passports.count == 4)
            for passport in passports {
                let warranty = try await town.deadline(.makersWarranty, of: passport.id.text)
                #expect(warranty?.day == whole.delivered!.adding(months: 12))
            }
            // The law of the United States knows a day for the dispatch only.
            let delivery = try await town.deadline(.delivery, of: order.id.text)
            #expect(delivery?.state == (market == "US" ? nil : .met))
        }
    }

    @Test(arguments: Engine.allCases)
    func `each parcel is a case at customs, and their quotes are the order's`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (_, order) = try await town.fourPowerBanks(in: "DE")
            try await town.sendParcel("PB1", of: order)
            try await town.sendParcel("PB2", of: order)
            let quote = try await town.agreed(order)
            let cases = try await town.shop.storage.read { reader in
                try reader.customsCases(of: order.id).map { try $0.decoded() }
            }
            #expect(cases.count == 2 && Set(cases.map(\.parcel)).count == 2)
            #expect(cases[0].quoted.tax + cases[1].quoted.tax == quote.tax)
            #expect(cases[0].quoted.duty + cases[1].quoted.duty == quote.duty)
            #expect(cases.allSatisfy { $0.quoted.lines.allSatisfy { $0.heading == "8507.60.00" } })
            let day = Day(town.clock.now())
            try await town.shop.recordCustoms(
                .declare(
                    .init(reference: "MRN 1", form: .cn22, day: day, declarant: "broker")),
                of: cases[1].id, on: day, by: town.clerk)
            let states = try await town.shop.storage.read { reader in
                try reader.customsCases(of: order.id).map { try $0.decoded().state }
            }
            #expect(states == [.quoted, .declared])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what may not travel together doesn't, and nothing leaves twice`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (_, order) = try await town.fourPowerBanks(in: "DE")
            await #expect(throws: Refusal.tooMuchForOneParcel(parcels: 2)) {
                try await town.sendParcel(
                    "1", of: order, ["power-bank-10400": 2, "power-bank-5000": 1])
            }
            try await town.sendParcel("1", of: order, ["power-bank-5000": 1])
            let most = Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: 1))])
            await #expect(throws: most) {
                try await town.sendParcel("2", of: order, ["power-bank-5000": 2])
            }
            await #expect(throws: Refusal.input([Fault(.product, .notOffered)])) {
                try await town.sendParcel("2", of: order, ["band": 1])
            }
            // What is left of the plan still is two parcels.
            try await town.sendParcel("2", of: order)
            #expect(try await town.now(order).state == .partlyDispatched)
            #expect(try await town.sendParcel("3", of: order).state == .dispatched)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.sendParcel("4", of: order)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what hasn't left can be cancelled, and what has left comes`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: "FR")
            try await town.sendParcel("PB1", of: order)
            let after = try await town.shop.cancelOrder(order.id, by: ann)
            #expect(after.state == .dispatched)
            try await town.tick()
            let quote = try await town.agreed(order)
            let rest = ReturnWorth(
                of: [Return.Item("power-bank-5000", 2)], after: [:], quote: quote, freight: .all)
            #expect(try await town.refunds(of: order).map(\.amount) == [rest.total])
            #expect(town.letter(.restCancelled)?.text.contains(order.number) == true)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.cancelOrder(order.id, by: ann)
            }
            try await town.wind(.days(6))
            #expect(try await town.arrive("PB1", of: order).state == .delivered)
            // Only what came can go back.
            await #expect(throws: Refusal.nothingToReturn) {
                try await town.giveBack("power-bank-5000", 1, of: order, by: ann)
            }
            let goods = try await town.giveBack("power-bank-10400", 2, of: order, by: ann)
            try await town.shop.checkReturn(
                goods.id,
                ReturnFinding(condition: goods.way == .kept ? .notSent : .asNew, note: ""),
                by: town.clerk)
            try await town.tick()
            let back = try await town.refunds(of: order).reduce(Int64(0)) { $0 + $1.amount.minor }
            #expect(back == order.total.minor - (quote.shipping - quote.standardShipping).minor)
        }
    }

    @Test(arguments: Engine.allCases)
    func `in the United States silence about the rest gives back the rest`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (_, order) = try await town.fourPowerBanks(in: "US")
            try await town.sendParcel("PB1", of: order)
            try await town.windTo(.dispatch, of: order)
            let told = try #require(town.letter(.dispatchLate))
            #expect(told.text.contains("2 × power-bank-5000 hasn’t"), "\(told.text)")
            try await town.arrive("PB1", of: order)
            try await town.windTo(.consent, of: order)
            let after = try await town.now(order)
            #expect(after.state == .delivered && after.lastReturnDay != nil)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.reason) == [.calledOff])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who withdraws while a part is on its way gets the rest cancelled and sends the part back`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .powerBanks) { town in
            let (ann, order) = try await town.fourPowerBanks(in: "DE")
            try await town.sendParcel("PB1", of: order)
            let said = try await town.shop.withdraw(
                WithdrawalSaid(
                    orderNumber: order.number, name: "Ann", mail: ann.mail, language: .german),
                from: "192.0.2.1", key: town.freshKey())
            guard case .returning(let id) = said.outcome else {
                Issue.record("\(said.outcome)")
                return
            }
            let goods = try await town.shop.storage.read { try $0.goodsReturn(id)! }
            #expect(goods.items == [Return.Item("power-bank-10400", 2)])
            #expect(try await town.refunds(of: order).map(\.reason) == [.calledOff])
            #expect(try await town.now(order).state == .dispatched)
        }
    }
}

extension SaleSketch {
    /// Two of each may be bought, as in the model sale.
    static let powerBanks = SaleSketch.bands(20) {
        $0.products = ["power-bank-10400", "power-bank-5000"]
    }
}

extension Town {
    func fourPowerBanks(in market: String) async throws -> (Account, Order) {
        let ann = try await person("ann", in: market)
        try await enterAndOpen(ann)
        for product in ["power-bank-10400", "power-bank-5000"] {
            _ = try await shop.reserve(
                product, quantity: 2, in: rounds[0], for: ann, key: freshKey())
        }
        return (ann, try await pay(order(by: ann), by: ann))
    }

    @discardableResult
    func sendParcel(
        _ number: String, of order: Order, _ units: [String: Int]? = nil
    ) async throws -> Order {
        try await shop.dispatch(
            order.id, carrier: "DHL", trackingNumber: number, items: units?.items, by: clerk)
    }

    func parcel(_ number: String, of order: Order) async throws -> Parcel {
        let parcels = try await shop.storage.read { try $0.parcels(of: order.id) }
        return parcels.last { $0.shipment.trackingNumber == number }!
    }

    @discardableResult
    func arrive(_ number: String, of order: Order) async throws -> Order {
        try await shop.recordDelivery(
            of: order.id, parcel: parcel(number, of: order).id, on: Day(clock.now()), by: clerk)
    }

    @discardableResult
    func giveBack(
        _ product: String, _ quantity: Int, of order: Order, by person: Account
    ) async throws -> Return {
        try await shop.requestReturn(
            of: [Return.Item(product, quantity)], from: order.id, reason: .changedMind, by: person,
            key: freshKey())
    }
}
