// The operator's pictures: what social networks show of a sale, and photographs of its products.

import Rules
import Shop
import Storage
import TestKit
import Testing

@Suite struct PictureTests {
    fileprivate static let texts = Dictionary(
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
    func `photographs stand in their order, give way, move up, and go with all their files`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let front = try await town.show(front)
            let back = try await town.show(back)
            #expect(try await town.photos() == [front, back])
            #expect([front, back].map(\.position) == [1, 2] && front.texts == Self.texts)
            let file = Photo.name(front.stem, 400, "avif")
            #expect(try await town.shop.storage.read { try $0.picture(file) } == self.front)

            // In other words, then another in its place.
            var texts = Self.texts
            texts[.german] = "Das Band von vorn"
            try await town.shop.showPhoto(nil, of: "band", at: 1, texts: texts, byName: "ann")
            #expect(try await town.photos().map(\.stem) == [front.stem, back.stem])
            #expect(try await town.photos()[0].texts[.german] == "Das Band von vorn")
            let side = try await town.show(side, at: 1)
            #expect(try await town.photos().map(\.stem) == [side.stem, back.stem])
            #expect(try await town.shop.storage.read { try $0.picture(file) } == nil)

            try await town.shop.removePhoto(of: "band", at: 1, byName: "ann")
            #expect(try await town.photos() == [back.moved(to: 1)])
            await #expect(throws: Refusal.notFound) {
                try await town.shop.removePhoto(of: "band", at: 2, byName: "ann")
            }
            #expect(try await town.shop.removePhotos(of: "band") == 1)
            #expect(try await town.photos() == [])
        }
    }

    @Test func `what isn't described in every language, or is no photograph, is refused`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            var texts = Self.texts
            texts[.french] = nil
            let told = texts
            await #expect(throws: Refusal.input([Fault(.caption, .missing)])) {
                try await town.shop.showPhoto(front, of: "band", texts: told, byName: "ann")
            }
            for (file, problem) in [
                (nil, .missing), (Array("<svg>".utf8), .malformed),
                (
                    front + Array(repeating: 0, count: Photo.mostBytes),
                    .tooLarge(megabytes: Photo.mostMegabytes)
                ),
            ] as [([UInt8]?, Fault.Problem)] {
                await #expect(throws: Refusal.input([Fault(.photos, problem)])) {
                    try await town.show(file)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.showPhoto(
                    front, of: "nothing", texts: Self.texts, byName: "ann")
            }
            for _ in 1...Photo.most { try await town.show(front) }
            await #expect(throws: Refusal.input([Fault(.photos, .tooMany(most: Photo.most))])) {
                try await town.show(back)
            }
            // The same file stands in nine places: it goes with the last of them.
            try await town.shop.removePhoto(of: "band", at: 1, byName: "ann")
            let file = Photo.name(try await town.photos()[0].stem, 400, "webp")
            #expect(try await town.shop.storage.read { try $0.picture(file) } == front)
        }
    }

    private let front: [UInt8] = [0xFF, 0xD8, 0xFF] + Array(repeating: 1, count: 20)
    private let back: [UInt8] = [0xFF, 0xD8, 0xFF] + Array(repeating: 2, count: 20)
    private let side: [UInt8] = [0xFF, 0xD8, 0xFF] + Array(repeating: 3, count: 20)
}

extension Town {
    @discardableResult
    fileprivate func show(_ file: [UInt8]?, at position: Int? = nil) async throws -> Photo {
        try await shop.showPhoto(
            file, of: "band", at: position, texts: PictureTests.texts, byName: "ann")
    }

    fileprivate func photos() async throws -> [Photo] {
        try await shop.storage.read { try $0.photos()["band"] ?? [] }
    }
}
