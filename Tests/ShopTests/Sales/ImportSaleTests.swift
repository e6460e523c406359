// What can't be announced: a sale is imported whole, or not at all.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ImportSaleTests {
    @Test func `a withheld product can't be imported`() async throws {
        try await Town.story(on: .sqlite) { town in
            let fault = await town.fault { draft in
                draft.products.append(Product(code: "handset", texts: [:]))
                draft.offers.append(
                    SaleDraft.OfferDraft(
                        product: "handset", market: Country("DE")!, price: Money(29428, .eur),
                        limit: 1))
            }
            #expect(fault?.place == "offers, handset in DE")
            #expect(fault?.reason.hasPrefix("withheld: ") == true)
            let sales = try await town.shop.storage.read { try $0.sales() }
            #expect(sales.map(\.code) == ["bands"])
        }
    }

    @Test func `a code is given once`() async throws {
        try await Town.story(on: .sqlite) { town in
            #expect(await town.fault { $0.code = "bands" }?.place == "code")
        }
    }

    @Test func `a mistake is named by its place`() async throws {
        try await Town.story(on: .sqlite) { town in
            #expect(await town.fault { $0.code = "Bands!" }?.place == "code")
            #expect(await town.fault { $0.hold = .seconds(59) }?.place == "hold")
            #expect(await town.fault { $0.rounds = [] }?.place == "rounds")
            #expect(await town.fault { $0.texts = [:] }?.place == "texts")
            #expect(
                await town.fault { $0.offers[0].price = Money(1500, .eur) }?.reason
                    == "the price must be in USD")
            #expect(
                await town.fault { $0.rounds[0].units[0].units = 0 }?.place == "rounds, number 1")
            #expect(
                await town.fault { $0.rounds[0].closes = $0.rounds[0].opens }?.place
                    == "rounds, number 1")
        }
    }
}

extension Town {
    /// What keeps a good draft with one change from being announced.
    fileprivate func fault(_ change: (inout SaleDraft) -> Void) async -> SaleDraftFault? {
        var draft = SaleSketch().draft(from: clock.now())
        draft.code = "another"
        change(&draft)
        do {
            _ = try await shop.importSale(draft)
            return nil
        } catch {
            return error as? SaleDraftFault
        }
    }
}
