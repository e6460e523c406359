// The operator's pages of customs: the cases that are open, one case with its form and its
// timeline, and what was estimated against what was assessed.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct CustomsPage: Page {
    /// Not over, and not only quoted.
    static let open: [CustomsCase.State] = [
        .declared, .released, .challenged, .answered, .decided, .protested,
    ]

    let cases: [(found: CustomsCase, order: Order, parcel: Parcel)]
    let report: CustomsReport

    func title(_ phrases: Phrases) -> String { phrases.aftercare.customs }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let items = cases.map { item -> HTML in
            """
            <li><p class="which"><a href="/console/customs/\(item.found.id)">\
            <strong>\(item.order.number)</strong></a> \
            <span>\(item.parcel.shipment.trackingNumber)</span> \
            <span>\(item.found.market.code)</span></p>
            <p class="due">\(say.customsState(item.found.state))</p></li>
            """
        }
        let none: HTML = "<p class=\"none\">\(say.noCases)</p>"
        return """
            \(ConsoleTop(title: say.customs).html(visitor))
            <p><a href="/console/customs.csv">CSV</a></p>
            \(cases.isEmpty ? none : "<ul class=\"rows\">\(items)</ul>")
            \(report.lines.isEmpty ? nil : table(visitor))
            """
    }

    /// What was estimated against what was assessed.
    private func table(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let lines = report.lines.map { line -> HTML in
            """
            <tr><th scope="row">\(line.market.code)</th><td>\(line.heading)</td>\
            <td>\(visitor.formats.number(line.cases))</td>\
            <td>\(visitor.money(line.estimated))</td><td>\(visitor.money(line.assessed))</td>\
            <td>\(line.difference.isZero ? "" : line.layers.joined(separator: ", "))</td></tr>
            """
        }
        let heads = [
            visitor.phrases.site.country, "HS", visitor.phrases.console.order, say.estimate,
            say.assessed, say.layersToLookAt,
        ]
        return """
            <section><h2>\(say.estimate) – \(say.assessed)</h2>
            <div class="scroll" tabindex="0"><table><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
            <tbody>\(lines)</tbody></table></div></section>
            """
    }
}

struct CustomsCasePage: Page {
    let order: Order
    let parcel: Parcel
    let found: CustomsCase
    let lines: [CustomsLine]
    let deadlines: [Deadline]
    let products: [String: Product]
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String {
        "\(phrases.aftercare.customs)\(phrases.formats.colon)\(order.number)"
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let dates = deadlines.map { deadline -> HTML in
            """
            <li>\(say.deadline(deadline.kind))\(visitor.formats.colon)\(visitor.formats.day(deadline.day))</li>
            """
        }
        let past = lines.map { line -> HTML in
            """
            <li><time>\(visitor.formats.day(line.day))</time> <strong>\(CustomsEvent(rawValue: line.event).map(say.customsEvent) ?? line.event)</strong> \
            <span lang="en">\(line.detail)</span></li>
            """
        }
        return """
            \(ConsoleTop(title: title(visitor.phrases)).html(visitor))
            \(visitor.back(to: "/console/customs", say.customs))
            \(visitor.trouble(refusal))
            <div class="columns"><div>
            <p>\(visitor.phrases.parcels.parcel(parcel.number))\(visitor.formats.colon)\
            \(visitor.units(parcel.items, products)), \(parcel.shipment.trackingNumber)</p>
            <dl class="facts">
            <div><dt>\(say.customs)</dt><dd>\(say.customsState(found.state))</dd></div>
            <div><dt>\(say.estimate)</dt><dd>\(visitor.money(found.quoted.total))</dd></div>
            \(found.assessed.map { "<div><dt>\(say.assessed)</dt><dd>\(visitor.money($0.total))</dd></div>" as HTML })
            </dl>\(dates.isEmpty ? nil : "<ul>\(dates)</ul>" as HTML)
            \(past.isEmpty ? nil : "<ul class=\"rows\">\(past)</ul>" as HTML)
            <p><a href="/console/customs/\(found.id)/evidence.zip">\(say.evidence)</a></p></div>
            <div class="sheet">\(form(visitor))</div></div>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let names = visitor.phrases.refusals.name
        func choose(_ field: CustomsField, _ options: [(String, String)]) -> HTML {
            let items = options.map { value, text -> HTML in
                "<option value=\"\(value)\">\(text)</option>"
            }
            return """
                <div class="field"><label for="\(field.rawValue)">\(say.customsField(field))</label>
                <select id="\(field.rawValue)" name="\(field.rawValue)">\(items)</select></div>
                """
        }
        func ask(_ field: CustomsField, _ type: String = "text") -> HTML {
            """
            <div class="field"><label for="\(field.rawValue)">\(say.customsField(field))</label>
            <input id="\(field.rawValue)" name="\(field.rawValue)" type="\(type)" maxlength="60"></div>
            """
        }
        let amounts = [CustomsField.duty, .tax, .fees, .carrierFee].map { field -> HTML in
            """
            <label>\(say.customsField(field)) (\(order.total.currency.code))
            <input name="\(field.rawValue)" inputmode="decimal" value="0" maxlength="12"></label>
            """
        }
        return """
            <form method="post" action="/console/customs/\(found.id)">\(visitor.sealed)
            \(choose(.what, CustomsEvent.allCases.map { ($0.rawValue, say.customsEvent($0)) }))
            <div class="field"><label for="day">\(names(.day))</label>
            <input id="day" name="day" type="date" required value="\(visitor.today.description)"></div>
            \(ask(.reference))\(choose(.form, CustomsCase.Form.allCases.map { ($0.rawValue, $0.rawValue.uppercased()) }))
            \(ask(.declarant))\(choose(.ground, CustomsCase.Ground.allCases.map { ($0.rawValue, say.customsGround($0)) }))
            <div class="field slim">\(amounts)</div>\(ask(.answerBy, "date"))
            <div class="field"><label for="note">\(names(.note))</label>
            <input id="note" name="note" maxlength="1000"></div>
            <button>\(say.record)</button></form>
            """
    }
}

extension Site {
    func showCustoms(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let page = try await shop.storage.read { reader in
            let cases = try reader.customsCases(in: CustomsPage.open, limit: 100).compactMap {
                kept -> (found: CustomsCase, order: Order, parcel: Parcel)? in
                guard let order = try reader.order(kept.order),
                    let parcel = try reader.parcel(kept.parcel)
                else { return nil }
                return (try kept.decoded(), order, parcel)
            }
            let judged: [CustomsCase.State] = [.released, .decided, .protested, .final]
            let known = try reader.customsCases(in: judged, limit: 500).map { kept in
                (
                    case: try kept.decoded(),
                    quote: try reader.agreement(of: kept.order).decodedQuote()
                )
            }
            return CustomsPage(cases: cases, report: CustomsReport(known))
        }
        return visitor.response(page)
    }

    func showCustomsCase(_ visitor: Visitor) async throws -> Response {
        try await customsCase(visitor, refusal: nil)
    }

    private func customsCase(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        _ = try visitor.staff()
        let id: ID<CustomsCase> = try visitor.part("case")
        let page = try await shop.storage.read { reader in
            guard let kept = try reader.customsCase(id), let order = try reader.order(kept.order),
                let parcel = try reader.parcel(kept.parcel)
            else { throw Refusal.notFound }
            return CustomsCasePage(
                order: order, parcel: parcel, found: try kept.decoded(),
                lines: try reader.customsLines(of: kept.id),
                deadlines: try reader.deadlines(of: kept.id.text).filter { $0.state == .open },
                products: try reader.products(), refusal: refusal)
        }
        return visitor.response(page, status: refusal?.status ?? .ok)
    }

    func recordCustoms(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        let id: ID<CustomsCase> = try visitor.part("case")
        let currency = try await shop.storage.read { try $0.customsCase(id)?.decoded() }
            .map(\.carrierFees.currency)
        guard let currency else { throw Refusal.notFound }
        do {
            let day = try Day(asked: visitor.form[.day])
            try await shop.recordCustoms(
                try visitor.customsEvent(on: day, currency), of: id, on: day,
                note: visitor.form[.note], by: staff)
        } catch let refusal as Refusal {
            return try await customsCase(visitor, refusal: refusal)
        }
        return .redirect(to: "/console/customs/\(id)", type: .normal)
    }

    func sendEvidence(_ visitor: Visitor) async throws -> Response {
        let id: ID<CustomsCase> = try visitor.part("case")
        let pack = try await shop.evidencePack(of: id, by: try visitor.staff())
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip",
                .contentDisposition: "attachment; filename=\"\(id)-customs.zip\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: pack)))
    }
}

extension Visitor {
    /// Throws `input` for what isn't written as it should be.
    fileprivate func customsEvent(
        on day: Day, _ currency: Currency
    ) throws(Refusal) -> CustomsCase.Event {
        func amount(_ field: CustomsField) throws(Refusal) -> Money {
            try form.amount(.amount, named: field.rawValue, in: currency)
        }
        func charges() throws(Refusal) -> CustomsCase.Charges {
            CustomsCase.Charges(
                duty: try amount(.duty), tax: try amount(.tax), fees: try amount(.fees))
        }
        func reference() throws(Refusal) -> String {
            let text = form[CustomsField.reference.rawValue]
            let faults = Fault.text(text, in: .trackingNumber, most: 60)
            guard faults.isEmpty else { throw .input(faults) }
            return text
        }
        switch CustomsEvent(rawValue: form[CustomsField.what.rawValue]) {
        case .declare:
            guard let paper = CustomsCase.Form(rawValue: form[CustomsField.form.rawValue]) else {
                throw .input([Fault(.body, .malformed)])
            }
            return .declare(
                CustomsCase.Declaration(
                    reference: try reference(), form: paper, day: day,
                    declarant: String(form[CustomsField.declarant.rawValue].prefix(60))))
        case .release: return .release(try charges(), fee: try amount(.carrierFee), on: day)
        case .challenge:
            let ground = CustomsCase.Ground(rawValue: form[CustomsField.ground.rawValue])
            guard let ground, let answerBy = Day(form[CustomsField.answerBy.rawValue]),
                answerBy >= day
            else { throw .input([Fault(.day, .malformed)]) }
            return .challenge(
                CustomsCase.Challenge(
                    reference: try reference(), ground: ground, received: day, answerBy: answerBy,
                    claimed: try charges()))
        case .answer: return .answer(on: day)
        case .decide: return .decide(try charges(), fee: try amount(.carrierFee), on: day)
        case .protest: return .protest(on: day)
        case .close: return .close
        case nil: throw .input([Fault(.body, .malformed)])
        }
    }
}
