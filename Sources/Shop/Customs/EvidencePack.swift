// The evidence for a customs case, as one file that can be sent on: what was quoted and why, what
// was declared, how the goods are classified, that they were paid for, and everything since.

import Foundation
package import Rules
import Storage

extension Shop {
    /// A ZIP file. Throws `Refusal`: not an operator, no such case.
    package func evidencePack(
        of id: ID<CustomsCase>, by account: Account
    ) async throws -> [UInt8] {
        guard account.isOperator else { throw Refusal.notAllowed }
        let rules = rulebook.current
        let now = clock.now()
        let files = try await storage.read { reader -> [ZIPFile.Entry] in
            guard let kept = try reader.customsCase(id), let order = try reader.order(kept.order),
                let parcel = try reader.parcel(kept.parcel)
            else { throw Refusal.notFound }
            let agreement = try reader.agreement(of: order.id)
            let quote = try agreement.decodedQuote()
            let payments = try reader.payments(of: order.id)
            var files = [
                ("quote.json", agreement.quote), ("trace.csv", trace(quote)),
                ("classification.csv", classification(quote, rules, on: Day(order.placed))),
                ("parcel.csv", contents(of: parcel)),
                ("payment.csv", proof(of: payments)), ("case.json", kept.body),
                ("timeline.csv", timeline(try reader.customsLines(of: kept.id))),
            ]
            let digests = files.map { "\(Digest.sha256($0.1))  \($0.0)" }
            let about = "order \(order.number) to \(order.market.code), placed \(Day(order.placed))"
            files.append(
                ("README.txt", ([about, "SHA-256:"] + digests).joined(separator: "\n") + "\n"))
            return files.map { ZIPFile.Entry(name: $0.0, bytes: Array($0.1.utf8)) }
        }
        return ZIPFile.written(files, on: Day(now))
    }
}

private func trace(_ quote: Quote) -> String {
    CSV.written(
        ["layer", "charge", "heading", "base", "rate", "amount", "borne_by", "sources"],
        quote.trace.map {
            [
                $0.layer, $0.charge.rawValue, $0.heading ?? "", $0.base.written,
                $0.rate?.written ?? "", "\($0.amount)", $0.borneBy.rawValue,
                $0.evidence.sources.joined(separator: " "),
            ]
        })
}

private func classification(_ quote: Quote, _ rules: Rulebook, on day: Day) -> String {
    CSV.written(
        ["product", "description", "origin", "heading", "quantity", "unit_price", "sources"],
        quote.lines.map { line in
            let ware = rules.wares[line.product]
            let tariff = rules.markets[quote.market]?.tariff ?? ""
            let place = ware?.tariffClass(in: tariff, on: day)
            return [
                line.product, ware?.description ?? "", ware?.origin.code ?? "",
                line.tariffClass ?? "", "\(line.quantity)", "\(line.unitPrice)",
                place?.evidence.sources.joined(separator: " ") ?? "",
            ]
        })
}

private func contents(of parcel: Parcel) -> String {
    CSV.written(
        ["parcel", "carrier", "tracking_number", "left", "product", "quantity"],
        parcel.items.map {
            [
                "\(parcel.number)", parcel.shipment.carrier, parcel.shipment.trackingNumber,
                "\(parcel.shipment.day)", $0.product, "\($0.quantity)",
            ]
        })
}

private func proof(of payments: [Payment]) -> String {
    CSV.written(
        ["payment", "method", "amount", "state", "reference", "capture", "began"],
        payments.map {
            [
                $0.id.text, $0.method, "\($0.amount)", $0.state.rawValue, $0.reference ?? "",
                $0.capture ?? "", "\(Day($0.created))",
            ]
        })
}

private func timeline(_ lines: [CustomsLine]) -> String {
    CSV.written(
        ["day", "event", "detail", "recorded"],
        lines.map { ["\($0.day)", $0.event, $0.detail, "\(Day($0.recorded))"] })
}
