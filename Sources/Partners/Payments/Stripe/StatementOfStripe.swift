// Stripe's books: every movement on the account's balance, with what Stripe kept for itself.

import Foundation
package import Rules

extension Stripe {
    private static let mostPages = 100

    package func statement(from: Moment, to: Moment) async -> Statement {
        var lines: [StatementLine] = []
        var after = ""
        let range =
            "created[gte]=\(from.milliseconds / 1000)&created[lt]=\(to.milliseconds / 1000)"
        for _ in 0..<Self.mostPages {
            let answer = await connection.get(
                "/v1/balance_transactions?limit=100&expand[]=data.source&\(range)\(after)")
            guard case .accepted(let body) = answer else { return .unavailable(answer.trouble) }
            guard let page = StripeAnswer.read(Page.self, body) else {
                return .unavailable("Stripe's answer can't be read")
            }
            lines += page.data.compactMap(\.line)
            guard page.hasMore == true, let last = page.data.last else { return .lines(lines) }
            after = "&starting_after=\(stripeName(last.id))"
        }
        return .unavailable("more than \(Self.mostPages * 100) movements: ask for fewer days")
    }
}

extension StripeAnswer {
    fileprivate var trouble: String {
        switch self {
        case .accepted: ""
        case .refused(let status, let error): "\(status) \(error.told)"
        case .unclear(let trouble): trouble
        }
    }
}

private struct Page: Decodable {
    let data: [Movement]
    let hasMore: Bool?

    enum CodingKeys: String, CodingKey {
        case data
        case hasMore = "has_more"
    }
}

private struct Movement: Decodable {
    let id: String
    let type: String?
    let currency: String
    let fee: Int64?
    let created: Int64
    let source: Source?

    struct Source: Decodable {
        let id: String
        let intent: String?
        let metadata: [String: String]?
        let amount: Int64?
        let captured: Int64?
        let currency: String?

        enum CodingKeys: String, CodingKey {
            case id, metadata, amount, currency
            case intent = "payment_intent"
            case captured = "amount_captured"
        }

        /// In the currency it was paid in; the account may be kept in another.
        var money: Money? {
            guard let units = captured ?? amount, let currency else { return nil }
            return StripeAmount(currency: currency, units: units).money
        }
    }

    /// Nil for what isn't about a buyer's money: pay-outs, and fees of the account.
    var line: StatementLine? {
        let isTaken = type == "charge" || type == "payment"
        let isGivenBack = type == "refund" || type == "payment_refund"
        guard isTaken || isGivenBack, let source, let money = source.money else { return nil }
        let kept = fee.flatMap { $0 > 0 ? StripeAmount(currency: currency, units: $0).money : nil }
        return StatementLine(
            kind: isTaken ? .captured : .refunded,
            id: isTaken ? source.intent ?? source.id : source.id,
            about: .init(request: source.metadata?["payment"], capture: source.intent),
            amount: money, fee: kept, happened: Moment(seconds: created))
    }
}
