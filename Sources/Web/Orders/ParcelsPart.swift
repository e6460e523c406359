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
            <li><strong>\(say.parcel(parcel.number))</strong> <span>\(units(parcel.items, visitor))</span> \
            <span class="state \(parcel.state.rawValue)">\(say.state(parcel.state))</span> \
            <span>\(dated ?? left)</span> <span>\(tracked)</span>\(news(of: parcel, visitor))\(waiting(for: parcel, visitor))</li>
            """
    }

    private func news(of parcel: Parcel, _ visitor: Visitor) -> HTML? {
        guard parcel.isUnderWay, let last = scene.tracking[parcel.id],
            !(parcel.isDisputed && last.kind == .delivered)
        else { return nil }
        let say = visitor.phrases.parcels
        return
            " <span>\(say.tracking(last.kind)), \(last.place), \(visitor.time(last.happened))</span>"
    }

    private func waiting(for parcel: Parcel, _ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.parcels
        switch parcel.state {
        case .onTheWay:
            let last = parcel.shipment.day + (scene.quote.carriage?.mostDays ?? 30)
            guard visitor.today > last else {
                return " <span>\(say.expected(visitor.formats.day(last)))</span>"
            }
            return report(parcel, visitor)
        case .missing:
            return deadline(.parcelSearch, of: parcel).map {
                " <span>\(say.searchedUntil(visitor.formats.weekday($0.day)))</span>"
            }
        case .delivered:
            let found = parcel.finding.map { " <span>\(say.found($0))</span>" as HTML }
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
            <li><strong>\(say.stillHere)</strong> <span>\(units(remaining.items, visitor))</span> \
            <span>\(say.leavesBy(visitor.formats.weekday(scene.dispatchDay)))</span></li>
            """
    }

    private func calledOff(_ visitor: Visitor) -> HTML? {
        let off = scene.fulfilment.calledOff
        guard !off.isEmpty else { return nil }
        return """
            <li><strong>\(visitor.phrases.parcels.calledOff)</strong> \
            <span>\(units(off.items, visitor))</span></li>
            """
    }

    private func units(_ items: [ParcelPlan.Item], _ visitor: Visitor) -> String {
        items.map {
            "\($0.quantity) × \(scene.sale.name(of: $0.product, in: visitor.language))"
        }.joined(separator: ", ")
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
