// PayPal's books: its transaction search, page by page. It runs some hours behind, so what is to be
// compared ends yesterday. (PayPal has published no specification of it to check this against.)

import Foundation
package import Rules

extension PayPal {
    private static let mostPages = 100
    private static let pageLines = 500

    package func statement(from: Moment, to: Moment) async -> Statement {
        var lines: [StatementLine] = []
        var (page, pages) = (1, 1)
        while page <= pages {
            guard pages <= Self.mostPages else {
                return .unavailable("more than \(Self.mostPages) pages: ask for fewer days")
            }
            let answer = await connection.get(
                """
                /v1/reporting/transactions?start_date=\(PayPalTime.text(from))\
                &end_date=\(PayPalTime.text(to))&fields=transaction_info\
                &page_size=\(Self.pageLines)&page=\(page)
                """)
            switch answer {
            case .accepted(let body):
                guard let found = PayPalAnswer.read(Page.self, body) else {
                    return .unavailable("PayPal's answer can't be read")
                }
                lines += found.transactions.compactMap(\.line)
                pages = found.pages ?? 1
                page += 1
            case .refused(let status, let error): return .unavailable("\(status) \(error.code)")
            case .unclear(let trouble): return .unavailable(trouble)
            }
        }
        return .lines(lines)
    }
}

private struct Page: Decodable {
    let transactions: [Movement]
    let pages: Int?

    enum CodingKeys: String, CodingKey {
        case transactions = "transaction_details"
        case pages = "total_pages"
    }
}

private struct Movement: Decodable {
    let told: Told

    enum CodingKeys: String, CodingKey { case told = "transaction_info" }

    struct Told: Decodable {
        let id: String
        /// The transaction that this one is about: a refund's capture.
        let about: String?
        let code: String
        let status: String?
        let amount: PayPalAmount
        let fee: PayPalAmount?
        let custom: String?
        let initiated: String?

        enum CodingKeys: String, CodingKey {
            case id = "transaction_id"
            case about = "paypal_reference_id"
            case code = "transaction_event_code"
            case status = "transaction_status"
            case amount = "transaction_amount"
            case fee = "fee_amount"
            case custom = "custom_field"
            case initiated = "transaction_initiation_date"
        }
    }

    /// Nil for what isn't about a buyer's money, or isn't done: T00nn is a payment, T11nn what is
    /// taken back, S is for success.
    var line: StatementLine? {
        let isTaken = told.code.hasPrefix("T00")
        let isGivenBack = told.code == "T1107"
        guard isTaken || isGivenBack, told.status == "S" || told.status == nil,
            let signed = told.amount.money, isTaken == (signed.minor > 0)
        else { return nil }
        let fee = told.fee?.money.map { Money(abs($0.minor), $0.currency) }
        return StatementLine(
            kind: isTaken ? .captured : .refunded, id: told.id,
            about: .init(
                request: isTaken ? told.custom : nil, capture: isTaken ? told.id : told.about),
            amount: Money(abs(signed.minor), signed.currency),
            fee: fee.flatMap { $0.isZero ? nil : $0 },
            happened: told.initiated.flatMap(PayPalTime.moment) ?? Moment(milliseconds: 0))
    }
}
