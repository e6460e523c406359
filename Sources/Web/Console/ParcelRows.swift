// Parcels on the operator's page: those that have to leave, each with its units, and those on their
// way, with what can be made of one that doesn't arrive.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// An order of which something has to leave: a form for each parcel of its plan.
struct DispatchRow {
    let order: Order
    let due: [[ParcelPlan.Item]]
    let products: [String: Product]

    func html(_ visitor: Visitor) -> HTML {
        """
        <li><p class="which"><a href="/orders/\(order.number)"><strong>\(order.number)</strong></a> \
        <span>\(order.market.code)</span> <span>\(visitor.money(order.total))</span></p>
        <p class="due\(" late", if: visitor.today > order.promise)">\
        \(visitor.phrases.console.due(visitor.formats.day(order.promise)))<br>
        <a href="/console/orders/\(order.number)/papers">\(visitor.phrases.aftercare.papers)</a></p>
        <div class="slim">\(due.map { form($0, visitor) })</div></li>
        """
    }

    /// Those that give a number themselves: nothing is typed in for them.
    private func carriers(_ visitor: Visitor) -> [HTML] {
        visitor.shop.carriers.keys.sorted().map { name in
            """
             <button class="quiet" name="register" value="\(name)" formnovalidate>\
            \(visitor.phrases.parcels.registerWith(name))</button>
            """
        }
    }

    private func form(_ items: [ParcelPlan.Item], _ visitor: Visitor) -> HTML {
        let names = visitor.phrases.refusals.name
        let units = items.map { item -> HTML in
            """
            <label>\(products.name(of: item.product, in: visitor.language))
            <input name="units_\(item.product)" type="number" min="0" max="\(item.quantity)" \
            value="\(item.quantity)" required></label>
            """
        }
        return """
            <form class="slim" method="post" action="/console/orders/\(order.number)/dispatch">
            \(visitor.sealed)\(units)
            <label>\(names(.carrier)) <input name="carrier" required maxlength="40"></label>
            <label>\(names(.trackingNumber))
            <input name="tracking_number" required maxlength="40"></label>
            <button>\(visitor.phrases.console.dispatch)</button>\(carriers(visitor))</form>
            """
    }
}

/// A parcel that left.
struct ParcelRow {
    let parcel: Parcel
    let order: Order
    let products: [String: Product]
    /// Of one that somebody misses.
    var search: Deadline?

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.parcels
        let shipment = parcel.shipment
        return """
            <li><p class="which"><a href="/orders/\(order.number)"><strong>\(order.number)</strong></a> \
            <span>\(order.market.code)</span> <span>\(visitor.units(parcel.items, products))</span> \
            <span class="state \(parcel.state.rawValue)">\(say.state(parcel.state))</span></p>
            <p class="due">\
            \(visitor.phrases.orders.trackedBy(shipment.carrier, shipment.trackingNumber))<br>
            \(age(visitor))<a href="/console/orders/\(order.number)/papers?parcel=\(parcel.number)">\
            \(visitor.phrases.aftercare.papers)</a></p>
            <div class="slim">\(parcel.isUnderWay ? arrival(visitor) : nil)\(verdicts(visitor))</div></li>
            """
    }

    /// For how long it is searched for, and what its carrier says of it.
    private func age(_ visitor: Visitor) -> HTML? {
        guard let search, parcel.state == .missing || parcel.state == .lost else { return nil }
        let (say, formats) = (visitor.phrases.parcels, visitor.formats)
        let since = Day(search.anchored)
        let said = parcel.isDisputed ? parcel.delivered : nil
        return """
            \(say.searchedFor(formats.day(since), Day(visitor.now) - since))<br>\
            \(said.map { "\(say.saysDelivered(formats.day($0)))<br>" as HTML })
            """
    }

    private func arrival(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        let id = parcel.id.text
        return """
            <form class="slim" method="post" action="/console/orders/\(order.number)/deliver">
            \(visitor.sealed)<input type="hidden" name="parcel" value="\(id)">
            <label>\(say.deliveredOn)
            <input name="day" type="date" required value="\(visitor.today.description)"></label>
            <button>\(say.deliver)</button></form>
            """
    }

    private func verdicts(_ visitor: Visitor) -> HTML? {
        let choices = ParcelChoice.offered(for: parcel.state)
        guard !choices.isEmpty else { return nil }
        let buttons = choices.map { choice -> HTML in
            """
            <button class="quiet" name="verdict" value="\(choice.rawValue)">\
            \(visitor.phrases.parcels.verdict(choice))</button>
            """
        }
        return """
            <form class="slim" method="post" action="/console/parcels/\(parcel.id)">\(visitor.sealed)
            \(parcel.isDisputed ? note(visitor) : nil)\(buttons)</form>
            """
    }

    /// Where it was found; its buyer reads it.
    private func note(_ visitor: Visitor) -> HTML {
        """
        <label>\(visitor.phrases.refusals.name(.note)) <input name="note" maxlength="500"></label>
        """
    }
}

extension Reader {
    func withOrders(_ parcels: [Parcel]) throws -> [(parcel: Parcel, order: Order)] {
        let orders = try orders(parcels.map(\.order))
        return parcels.compactMap { parcel in orders[parcel.order].map { (parcel, $0) } }
    }
}

extension Site {
    func dispatchOrder(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        return try await doing(visitor) { order, staff in
            let products = Set(
                try await shop.storage.read { try $0.lines(of: order.id) }.map(\.product))
            let items = products.sorted().compactMap { product -> ParcelPlan.Item? in
                let units = Int(form["units_\(product)"]) ?? 0
                return units > 0 ? ParcelPlan.Item(product: product, quantity: units) : nil
            }
            let units = items.isEmpty ? nil : items
            guard form["register"].isEmpty else {
                return try await shop.registerParcel(
                    of: order.id, items: units, with: form["register"], by: staff)
            }
            return try await shop.dispatch(
                order.id, carrier: form[.carrier], trackingNumber: form[.trackingNumber],
                items: units, by: staff)
        }
    }

    func deliverOrder(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        return try await doing(visitor) { order, staff in
            let day = try Day(asked: form[.day])
            return try await shop.recordDelivery(
                of: order.id, parcel: ID<Parcel>(form["parcel"]), on: day, by: staff)
        }
    }

    func settleParcel(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        let id: ID<Parcel> = try visitor.part("parcel")
        let number = try await shop.storage.read { reader in
            try reader.parcel(id).flatMap { try reader.order($0.order) }?.number
        }
        guard let number else { throw Refusal.notFound }
        do {
            switch ParcelChoice(rawValue: visitor.form["verdict"]) {
            case .missing: try await shop.reportMissing(id, by: staff)
            case .found:
                try await shop.settleParcel(
                    id, as: .found, note: visitor.form[.note], by: staff)
            case .lost: try await shop.settleParcel(id, as: .lost, by: staff)
            case .returned: try await shop.settleParcel(id, as: .returned, by: staff)
            case .sendAgain: try await shop.settleParcel(id, as: .sendAgain, by: staff)
            case .refund: try await shop.settleParcel(id, as: .refund, by: staff)
            case nil: throw Refusal.input([Fault(.reason, .notOffered)])
            }
        } catch let refusal as Refusal {
            return try await console(visitor, number: number, refusal: refusal)
        }
        return .redirect(to: "/console", type: .normal)
    }
}
