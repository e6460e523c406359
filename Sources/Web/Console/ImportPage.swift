// The operator's page of imports: a table is pasted, tried, and then taken as a whole.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct ImportPage: Page {
    var kind = ImportKind.dispatches
    var text = ""
    var outcome: ImportOutcome?

    func title(_ phrases: Phrases) -> String { phrases.imports.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.imports
        let kinds = ImportKind.allCases.map { kind -> HTML in
            """
            <option value="\(kind.rawValue)"\(" selected", if: kind == self.kind)>\(say.kind(kind))</option>
            """
        }
        let columns = ImportKind.allCases.map { kind -> HTML in
            """
            <li>\(say.kind(kind))\(visitor.formats.colon)<code>\(kind.columns.needed.joined(separator: ","))</code> \
            <small>(\(kind.columns.optional.joined(separator: ", ")))</small></li>
            """
        }
        return """
            \(ConsoleTop(title: say.title).html(visitor))<p>\(say.intro)</p><ul>\(columns)</ul>
            <p><a href="/console/parcels.csv">\(say.export)</a></p>
            \(outcome.map { told($0, visitor) })
            <form method="post" action="/console/imports">\(visitor.sealed)
            <div class="field"><label for="kind">\(say.what)</label>
            <select id="kind" name="kind">\(kinds)</select></div>
            <div class="field"><label for="table">\(say.table)</label>
            <textarea id="table" name="table" class="paste" required maxlength="\(most)">\(text)</textarea></div>
            <p class="inline"><button name="step" value="try">\(say.tryIt)</button>
            <button class="quiet" name="step" value="take">\(say.take)</button></p></form>
            """
    }

    private func told(_ outcome: ImportOutcome, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.imports
        guard outcome.faults.isEmpty else {
            let faults = outcome.faults.map { "<li>\(visitor.told($0))</li>" as HTML }
            return """
                <div class="notice bad" role="alert"><p>\(say.nothingDone)</p><ul>\(faults)</ul></div>
                """
        }
        let changes = outcome.changes.prefix(200).map { "<li lang=\"en\">\($0)</li>" as HTML }
        let head = outcome.isDone ? say.done : say.wouldBe
        return """
            <div class="notice"><p>\(head(outcome.changes.count, outcome.known))</p>\
            \(changes.isEmpty ? nil : "<ul>\(changes)</ul>" as HTML)</div>
            """
    }
}

/// Of what a form can carry; the command takes more.
private let most = 24_000

extension Visitor {
    /// `Line 3, tracking_number: …`.
    fileprivate func told(_ fault: ImportFault) -> String {
        let say = phrases.imports
        let place = say.place(fault.line, fault.column) + formats.colon
        guard case .refused(let refusal) = fault.problem else {
            return place + say.problem(fault.problem)
        }
        let sentence = phrases.refusals.told(refusal, .zero).what
        guard case .input(let faults) = refusal else { return place + sentence }
        return place + faults.map(phrases.refusals.fault).joined(separator: " ")
    }
}

extension Site {
    func askImport(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        return visitor.response(ImportPage())
    }

    func importTable(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        guard let kind = ImportKind(rawValue: visitor.form["kind"]) else {
            throw Refusal.input([Fault(.body, .malformed)])
        }
        let text = visitor.form["table"]
        let outcome = try await shop.importTable(
            kind, text, isDryRun: visitor.form["step"] != "take", by: staff)
        let page = ImportPage(kind: kind, text: outcome.isDone ? "" : text, outcome: outcome)
        return visitor.response(page, status: outcome.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// What is on its way, as a table that can be taken again.
    func exportParcels(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let parcels = try await shop.storage.read { reader in
            try reader.withOrders(reader.parcels(in: .onTheWay, limit: 2000))
        }
        let rows = parcels.map { parcel, order in
            [
                order.number, parcel.shipment.carrier, parcel.shipment.trackingNumber,
                "\(parcel.shipment.day)",
                parcel.items.map { "\($0.product):\($0.quantity)" }.joined(separator: " "),
            ]
        }
        let header = ImportKind.dispatches.columns
        return .csv(CSV.written(header.needed + header.optional, rows), named: "parcels")
    }
}

extension Response {
    static func csv(_ text: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(name).csv\"",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
