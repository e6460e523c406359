// To have a carrier take a parcel: it gets a number and a label there, and leaves under them.

import Logging
import Partners
package import Rules
import Storage

extension Shop {
    /// Without `items`, the next parcel of the order's plan. Asked again after an unclear answer,
    /// it is the same parcel. Throws `Refusal`: not an operator, what `dispatch` refuses,
    /// `carrierRefused`, `carrierUnavailable`.
    @discardableResult
    package func registerParcel(
        of id: ID<Order>, items wanted: [ParcelPlan.Item]? = nil, with name: String,
        by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        guard let carrier = carriers[name] else {
            throw Refusal.input([Fault(.carrier, .notOffered)])
        }
        let day = Day(clock.now(), offset: rulebook.current.warehouse.offset)
        let (number, items, request) = try await storage.read {
            [self] reader -> (Int, [ParcelPlan.Item], ParcelRequest) in
            guard let order = try reader.order(id) else { throw Refusal.notFound }
            guard order.state.isDue else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            let all = try reader.fulfilment(of: id)
            let agreement = try reader.agreement(of: id)
            let quote = try agreement.decodedQuote()
            let items = try packed(wanted, of: order, all, quote, leavingOn: day)
            let number = all.parcels.count + 1
            return (
                number, items,
                parcelRequest(
                    for: items, number: number, of: order, quote, to: try agreement.decodedAddress()
                )
            )
        }
        switch await carrier.register(request) {
        case .registered(let tracking, let label):
            return try await leave(
                id, as: number, items, Shipment(carrier: name, trackingNumber: tracking, day: day),
                label)
        case .refused(let why): throw Refusal.carrierRefused(reason: String(why.prefix(200)))
        case .unknown(let trouble):
            log.warning("\(name) wasn't clear about parcel \(number) of \(id): \(trouble)")
            throw Refusal.carrierUnavailable
        case .byHand: throw Refusal.input([Fault(.trackingNumber, .missing)])
        }
    }

    private func leave(
        _ id: ID<Order>, as number: Int, _ items: [ParcelPlan.Item], _ shipment: Shipment,
        _ label: ParcelLabel
    ) async throws -> Order {
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            // Meanwhile somebody else sent one: the number that was registered is of that one.
            guard try tx.parcels(of: id).count + 1 == number else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            let parcel = try send(&order, with: shipment, items: items, in: tx, at: now)
            try tx.keep(label: try JSONText.encode(label), of: parcel.id)
            return order
        }
    }

    private func parcelRequest(
        for items: [ParcelPlan.Item], number: Int, of order: Order, _ quote: Quote,
        to address: Address
    ) -> ParcelRequest {
        let rules = rulebook.current
        let planned = quote.carriage?.parcels.first { $0.items.units == items.units }
        let grams = items.reduce(rules.boxGrams) {
            $0 + (rules.wares[$1.product]?.weightGrams ?? 0) * $1.quantity
        }
        return ParcelRequest(
            requestID: "\(order.number)-\(number)", sender: settings.returnAddress,
            recipient: address, weightGrams: planned?.weightGrams ?? grams,
            marks: planned?.marks ?? [],
            contents: items.map { item in
                let ware = rules.wares[item.product]
                let line = quote.lines.first { $0.product == item.product }
                let price = line?.unitPrice ?? .zero(quote.currency)
                return ParcelRequest.Content(
                    description: ware?.description ?? item.product, quantity: item.quantity,
                    value: price * item.quantity, heading: line?.tariffClass,
                    origin: ware?.origin)
            },
            taxNumbers: settings.taxNumbers.counting(in: order.market, goods: quote.goods))
    }
}
