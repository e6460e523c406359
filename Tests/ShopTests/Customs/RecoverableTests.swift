// Duty and tax of what was paid back: written down with its last day, claimed, received and booked.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RecoverableTests {
    @Test(arguments: Engine.allCases)
    func `of what came back the tax is claimed, received and booked`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bandsOf2026) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let goods = try await town.giveBack(1, of: order, by: ann)
            let worth = ReturnWorth(
                of: goods.items, after: [:], quote: try await town.agreed(order),
                freight: .standard)
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            let found = try await town.recoverables(of: order)
            #expect(found.map(\.charge) == [.duty, .tax])
            let tax = try #require(found.last)
            #expect(tax.way == .iossCorrection && tax.amount == worth.tax)
            #expect(found[0].way == .repayment && found[0].amount == worth.duty)
            let until = try #require(try await town.deadline(.recovery, of: tax.id.text))
            #expect(until.day == Day(order.placed) + 1096 && until.anchor == .placed)
            #expect(until.rule == "DE: ioss_correction, 1096 days, unconfirmed")
            let sooner = try #require(try await town.deadline(.recovery, of: found[0].id.text))
            #expect(sooner.anchor == .dispatched && until.kind.isOwed)
            let listed = try await town.shop.storage.read {
                try $0.allDeadlines(in: .open, limit: 100)
            }
            #expect(listed.filter { $0.kind == .recovery }.map(\.day) == [sooner.day, until.day])

            let day = Day(town.clock.now())
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.claimRecoverable(tax.id, reference: "Q2", on: day, by: ann)
            }
            await #expect(throws: Refusal.orderStateForbids(state: "open")) {
                try await town.shop.receiveRecoverable(tax.id, 1, on: day, by: town.clerk)
            }
            await #expect(throws: Refusal.input([Fault(.reference, .missing)])) {
                try await town.shop.claimRecoverable(
                    tax.id, reference: " ", on: day, by: town.clerk)
            }
            try await town.shop.claimRecoverable(
                tax.id, reference: "IOSS 2026-12", on: day, by: town.clerk)
            #expect(try await town.deadline(.recovery, of: tax.id.text)?.state == .met)
            let came = try await town.shop.receiveRecoverable(
                tax.id, tax.amount.minor, on: day, by: town.clerk)
            #expect(came.state == .received && came.claim?.reference == "IOSS 2026-12")
            let ledger = try await town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(ledger.filter { $0.kind == .recovered }.map(\.amount) == [tax.amount])
            #expect(Balance(ledger, in: .eur).borne < 0)
            try await town.wind(.days(100))
            #expect(try await town.deadline(.recovery, of: found[0].id.text)?.state == .missed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what customs wanted in the end is what comes back, of a parcel that came back too`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bandsOf2026) { town in
            let (_, order) = try await town.paid(in: "FR")
            try await town.send(order, by: town.clerk)
            let parcel = try await town.parcel("RX1CN", of: order)
            let day = Day(town.clock.now())
            let kept = try await town.shop.storage.read { try $0.customsCase(of: parcel.id)! }
            let quoted = try kept.decoded().quoted
            let twice = CustomsCase.Charges(
                duty: quoted.duty * 2, tax: quoted.tax, fees: quoted.fees)
            try await town.shop.recordCustoms(
                .declare(
                    CustomsCase.Declaration(
                        reference: "MRN", form: .h7, day: day, declarant: "B")), of: kept.id,
                on: day, by: town.clerk)
            try await town.shop.recordCustoms(
                .release(twice, fee: .zero(.eur), on: day), of: kept.id, on: day, by: town.clerk)
            try await town.shop.settleParcel(parcel.id, as: .returned, by: town.clerk)
            try await town.shop.settleParcel(parcel.id, as: .refund, by: town.clerk)
            let found = try await town.recoverables(of: order)
            #expect(found.map(\.charge) == [.duty, .tax])
            #expect(found.first?.amount == quoted.duty * 2)
            #expect(found.first?.subject == parcel.id.text)
            let until = try await town.deadline(.recovery, of: found[0].id.text)
            #expect(until?.anchor == .declaredToCustoms && until?.day == day + 90)
        }
    }

    @Test(arguments: Engine.allCases)
    func `of what is lost no duty comes back, and the tax on its price does`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bandsOf2026) { town in
            let (_, order) = try await town.paid(in: "DE")
            try await town.send(order, by: town.clerk)
            try await town.shop.recordLoss(of: order.id, by: town.clerk)
            let found = try await town.recoverables(of: order)
            #expect(found.map(\.charge) == [.tax])
            #expect(found.first?.amount == (try await town.agreed(order).tax))
        }
    }
}

extension SaleSketch {
    /// After the Union gave up its relief from duty.
    fileprivate static let bandsOf2026 = SaleSketch.bands(10) { $0.begins = Day(2026, 11, 23) }
}

extension Town {
    fileprivate func recoverables(of order: Order) async throws -> [Recoverable] {
        try await shop.storage.read { try $0.recoverables(of: order.id) }
    }
}
