// The one request on which the rest depends, as it goes over the wire. The file beside the SDK's
// script is what that script holds against PayPal's specification; `RECORD=1` writes it anew.

import Foundation
import Testing

@testable import Partners

@Suite struct OrderRequestTests {
    @Test func `What PayPal is told of an order is the file that was checked`() throws {
        let order = try #require(PayPalOrderRequest(.example(), brandName: "Onsale"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let told = String(decoding: try encoder.encode(order), as: UTF8.self) + "\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../sdk/paypal_order_request.json").standardizedFileURL
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try told.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try told == String(contentsOf: file, encoding: .utf8))
    }
}
