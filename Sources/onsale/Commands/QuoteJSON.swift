// A quote for programs: the seven amounts in minor units first by name, then lines, trace, sources.

import Foundation
import Rules

struct QuoteJSON: Encodable {
    let market: String
    let day: String
    let currency: String
    let goods: Int64
    let shipping: Int64
    let duty: Int64
    let tax: Int64
    let fees: Int64
    let total: Int64
    let lines: [Line]
    let merchantFees: [Fee]
    let method: String?
    let parcels: [Parcel]
    let trace: [Step]
    let unknowns: [Unknown]
    let sources: [String: Rulebook.Source]
    let rules: String

    struct Line: Encodable {
        let product: String
        let quantity: Int
        let unitPrice: Int64
        let tariffClass: String?
        let goods: Int64
        let shipping: Int64
        let duty: Int64
        let tax: Int64
        let fees: Int64
        let total: Int64
    }

    struct Fee: Encodable {
        let layer: String
        let amount: Int64
        let note: String?
    }

    struct Parcel: Encodable {
        let items: [String: Int]
        let weightGrams: Int
        let batteries: Int
        let cargoAircraftOnly: Bool
        let marks: [String]
    }

    struct Step: Encodable {
        let layer: String
        let charge: String
        let isRelief: Bool
        let borneBy: String
        let heading: String?
        let base: String
        let rate: String?
        let unrounded: String
        let amount: Int64
        let from: String?
        let to: String?
        let sources: [String]
        let confidence: String
        let note: String?
    }

    struct Unknown: Encodable {
        let layer: String
        let since: String?
        let note: String
        let sources: [String]
    }

    func text(pretty: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting =
            pretty
            ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension QuoteJSON {
    init(_ quote: Quote, _ rulebook: Rulebook) {
        let named = quote.trace.flatMap(\.evidence.sources) + quote.unknowns.flatMap(\.sources)
        let sources = rulebook.sources.filter { named.contains($0.key) }
        self.init(
            market: quote.market.code, day: quote.day.description, currency: quote.currency.code,
            goods: quote.goods.minor, shipping: quote.shipping.minor, duty: quote.duty.minor,
            tax: quote.tax.minor, fees: quote.fees.minor, total: quote.total.minor,
            lines: quote.lines.map(Line.init),
            merchantFees: quote.merchantFees.map {
                Fee(layer: $0.layer, amount: $0.amount.minor, note: $0.note)
            },
            method: quote.carriage?.method,
            parcels: quote.carriage?.parcels.map(Parcel.init) ?? [],
            trace: quote.trace.map(Step.init),
            unknowns: quote.unknowns.map {
                Unknown(
                    layer: $0.layer, since: $0.since?.description, note: $0.note,
                    sources: $0.sources)
            },
            sources: sources, rules: quote.rules)
    }
}

extension QuoteJSON.Line {
    fileprivate init(_ line: Quote.Line) {
        self.init(
            product: line.product, quantity: line.quantity, unitPrice: line.unitPrice.minor,
            tariffClass: line.tariffClass, goods: line.goods.minor, shipping: line.shipping.minor,
            duty: line.duty.minor, tax: line.tax.minor, fees: line.fees.minor,
            total: line.total.minor)
    }
}

extension QuoteJSON.Parcel {
    fileprivate init(_ parcel: ParcelPlan.Parcel) {
        self.init(
            items: Dictionary(parcel.items.map { ($0.product, $0.quantity) }, uniquingKeysWith: +),
            weightGrams: parcel.weightGrams, batteries: parcel.batteries,
            cargoAircraftOnly: parcel.isCargoAircraftOnly, marks: parcel.marks)
    }
}

extension QuoteJSON.Step {
    fileprivate init(_ step: Quote.Step) {
        self.init(
            layer: step.layer, charge: step.charge.rawValue, isRelief: step.isRelief,
            borneBy: step.borneBy.rawValue,
            heading: step.heading, base: step.base.written, rate: step.rate?.description,
            unrounded: step.unrounded.written, amount: step.amount.minor,
            from: step.validity.from?.description, to: step.validity.to?.description,
            sources: step.evidence.sources, confidence: step.evidence.confidence.rawValue,
            note: step.evidence.note)
    }
}
