// The operator's pictures: what social networks show of a sale, and photographs of its products.

import Rules
import Shop
import Storage
import TestKit
import Testing

@Suite struct PictureTests {
    private static let texts = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, "The band, from the front") })

    @Test(arguments: Engine.allCases)
    func `a card is kept for one sale and one language`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let name = Shop.cardName(of: "bands", in: .german)
            try await town.shop.keepCard([1, 2, 3], of: "bands", in: .german)
            try await town.shop.keepCard([4, 5], of: "bands", in: .german)
            #expect(try await town.shop.storage.read { try $0.picture(name) } == [4, 5])
            await #expect(throws: Refusal.notFound) {
                try await town.shop.keepCard([1], of: "no-such-sale", in: .german)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `photographs stand in their order, and go with all their files`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            for stem in ["front", "back"] {
                _ = try await town.shop.keepPhoto(
                    of: "band", stem: stem, width: 800, height: 600, texts: Self.texts,
                    files: [Photo.name(stem, 400, "avif"): [7]])
            }
            let photos = try await town.shop.storage.read { try $0.photos() }
            #expect(photos["band"]?.map(\.stem) == ["front", "back"])
            #expect(photos["band"]?.map(\.position) == [1, 2])
            #expect(photos["band"]?.first?.texts == Self.texts)
            #expect(try await town.shop.removePhotos(of: "band") == 2)
            let left = try await town.shop.storage.read { reader in
                (try reader.photos().count, try reader.picture("front-400.avif"))
            }
            #expect(left.0 == 0 && left.1 == nil)
        }
    }

    @Test func `a photograph that isn't described in every language is refused`() async throws {
        try await Town.story(on: .sqlite) { town in
            var texts = Self.texts
            texts[.french] = nil
            let told = texts
            await #expect(throws: Refusal.input([Fault(.language, .missing)])) {
                try await town.shop.keepPhoto(
                    of: "band", stem: "front", width: 800, height: 600, texts: told, files: [:])
            }
        }
    }
}
