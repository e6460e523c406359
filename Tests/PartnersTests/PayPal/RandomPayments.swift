// Payments as chance makes them, by a seed that repeats them.

import Foundation
import Rules

@testable import Partners

/// Sebastiano Vigna's SplitMix64.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension PaymentRequest {
    static func random(in currency: Currency, using chance: inout SplitMix) -> PaymentRequest {
        func amount(_ range: ClosedRange<Int64>) -> Money {
            Money(Int64.random(in: range, using: &chance), currency)
        }
        let lines = (1...Int.random(in: 1...8, using: &chance)).map { number in
            Line(
                name: String(repeating: "é🎁x", count: Int.random(in: 1...90, using: &chance)),
                product: "product-\(number)", quantity: Int.random(in: 1...9, using: &chance),
                unitPrice: amount(1...5_000_000))
        }
        let parts = (0..<4).map { _ in amount(0...900_000) }
        let goods = lines.reduce(Money.zero(currency)) { $0 + $1.unitPrice * $1.quantity }
        let example = PaymentRequest.example()
        return PaymentRequest(
            requestID: "pay_1", orderNumber: "1", lines: lines, shipping: parts[0], duty: parts[1],
            tax: parts[2], fees: parts[3], total: parts.reduce(goods, +),
            address: example.address,
            language: Language.allCases.randomElement(using: &chance)!,
            agreedURL: example.agreedURL, cancelledURL: example.cancelledURL)
    }
}

extension PayPalOrderRequest {
    func encoded() throws -> Data { try JSONEncoder().encode(self) }
}
