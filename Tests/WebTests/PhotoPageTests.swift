// An operator shows photographs of a product, by forms without scripts.

import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PhotoPageTests {
    @Test(arguments: Engine.allCases)
    func `an operator adds a photograph, puts another in its place, and takes it away`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/photos/band")
            var texts = [
                "text_de": "Das <Band> von vorn", "text_fr": "Le bracelet",
                "text_en-GB": "The band", "text_en-US": "",
            ]
            try await clerk.upload("/photos/band", texts, [jpeg(1)])
            #expect(clerk.status == .unprocessableContent)
            #expect(clerk.page.contains("value=\"Das &lt;Band&gt; von vorn\""))
            texts["text_en-US"] = "The band, from the front"
            try await clerk.upload("/photos/band", texts, [Array("<svg>".utf8)])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.upload("/photos/band", texts, [jpeg(1), jpeg(2)])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.upload("/photos/band", texts, [jpeg(1)])
            #expect(clerk.status == .ok && clerk.address == "/console/photos/band")

            let first = try #require(try await town.bandPhotos().first)
            #expect(first.texts[.americanEnglish] == "The band, from the front")
            let visitor = Browser(client)
            try await visitor.open("/sales/bands/band")
            #expect(visitor.page.contains(Photo.name(first.stem, 800, "avif")))

            // The first form is that of the photograph, the last the one to add.
            try await clerk.upload("/photos/band", ["text_fr": "Le bracelet, de côté"], [jpeg(2)])
            let second = try await town.bandPhotos()
            #expect(second.count == 1 && second[0].stem != first.stem)
            #expect(second[0].texts[.french] == "Le bracelet, de côté")
            try await clerk.submit("/photos/band/1/remove")
            #expect(try await town.bandPhotos() == [])
            try await clerk.open("/console/photos/nothing")
            #expect(clerk.status == .notFound)

            let buyer = Browser(client)
            try await buyer.signUp(name: "Eve", mail: "eve@example.com", town)
            try await buyer.open("/console/photos/band")
            #expect(buyer.status == .forbidden)
            try await buyer.forge("/console/photos/band", texts)
            #expect(buyer.status == .forbidden)
        }
    }
}

private func jpeg(_ number: UInt8) -> [UInt8] {
    [0xFF, 0xD8, 0xFF] + Array(repeating: number, count: 20)
}

extension Town {
    fileprivate func bandPhotos() async throws -> [Photo] {
        try await shop.storage.read { try $0.photos()["band"] ?? [] }
    }
}
