// The parcels of an order on its page: what is in each, where it is, and what is still to leave.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ParcelsPart {
    let scene: OrderScene

    func html(_ visitor: Visitor) -> HTML? {
        let parcels = scene.fulfilment.parcels
        guard !parcels.isEmpty, scene.order.state != .cancelled else { return nil }
        let say = visitor.phrases.parcels
        return """
            <section><h2>\(say.title)</h2>
            <ul class="rows">\(parcels.map { item($0, visitor) })\(stillHere(visitor))\(calledOff(visitor))</ul>
            </section>
            """
    }

    private func item(_ parcel: Parcel, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.parcels
        let shipment = parcel.shipment
        let tracked = visitor.phrases.orders.trackedBy(shipment.carrier, shipment.trackingNumber)
        let left = say.left(visitor.formats.weekday(shipment.day))
        let dated = parcel.delivered.map(visitor.formats.weekday).map { day in
            parcel.isDisputed ? say.saysDelivered(day) : day
        }
        return """
            <li><div><p><strong>\(say.parcel(parcel.number))</strong> \
            <span class="state \(parcel.state.rawValue)">\(say.state(parcel.state))</span></p>
            <p>\(visitor.units(parcel.items, scene.sale.products))</p>
            <p class="hint">\(dated ?? left)<br>\(tracked)\(news(of: parcel, visitor))</p>\(waiting(for: parcel, visitor))</div></li>
            """
    }

    private func news(of parcel: Parcel, _ visitor: Visitor) -> HTML? {
        guard parcel.isUnderWay, let last = scene.tracking[parcel.id],
            !(parcel.isDisputed && last.kind == .delivered)
        else { return nil }
        let say = visitor.phrases.parcels
        return
            "<br>\(say.tracking(last.kind)), \(last.place), \(visitor.time(last.happened))"
    }

    private func waiting(for parcel: Parcel, _ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.parcels
        switch parcel.state {
        case .onTheWay:
            let last = parcel.shipment.day + (scene.quote.carriage?.mostDays ?? 30)
            guard visitor.today > last else {
                return "<p class=\"hint\">\(say.expected(visitor.formats.day(last)))</p>"
            }
            return report(parcel, visitor)
        case .missing:
            return deadline(.parcelSearch, of: parcel).map {
                "<p class=\"hint\">\(say.searchedUntil(visitor.formats.weekday($0.day)))</p>"
            }
        case .delivered:
            let found = parcel.finding.map { "<p class=\"hint\">\(say.found($0))</p>" as HTML }
            guard let until = deadline(.missingReport, of: parcel), visitor.now < until.ends else {
                return found
            }
            return """
                \(found)<details><summary>\(say.reportMissing)</summary>
                <p>\(say.reportUntil(visitor.formats.weekday(until.day)))</p>
                \(report(parcel, visitor))</details>
                """
        default: return nil
        }
    }

    private func deadline(_ kind: Deadline.Kind, of parcel: Parcel) -> Deadline? {
        scene.deadlines.first { $0.subject == parcel.id.text && $0.kind == kind }
    }

    private func report(_ parcel: Parcel, _ visitor: Visitor) -> HTML {
        """
        <form class="inline" method="post" action="/parcels/\(parcel.id)/missing">\(visitor.sealed)
        <button class="quiet">\(visitor.phrases.parcels.reportMissing)</button></form>
        """
    }

    private func stillHere(_ visitor: Visitor) -> HTML? {
        let remaining = scene.fulfilment.remaining
        guard !remaining.isEmpty else { return nil }
        let say = visitor.phrases.parcels
        return """
            <li><div><p><strong>\(say.stillHere)</strong></p>
            <p>\(visitor.units(remaining.items, scene.sale.products))</p>
            <p class="hint">\(say.leavesBy(visitor.formats.weekday(scene.dispatchDay)))</p></div></li>
            """
    }

    private func calledOff(_ visitor: Visitor) -> HTML? {
        let off = scene.fulfilment.calledOff
        guard !off.isEmpty else { return nil }
        return """
            <li><div><p><strong>\(visitor.phrases.parcels.calledOff)</strong></p>
            <p>\(visitor.units(off.items, scene.sale.products))</p></div></li>
            """
    }
}

extension Site {
    func reportMissing(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let id: ID<Parcel> = try visitor.part("parcel")
        let found = try await shop.storage.read { reader in
            try reader.parcel(id).flatMap { try reader.order($0.order) }
        }
        guard let order = found, order.account == account.id || account.isOperator else {
            throw Refusal.notFound
        }
        do {
            try await shop.reportMissing(id, by: account)
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }
}
