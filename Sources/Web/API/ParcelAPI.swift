// Parcels, for programs: an order with its parcels, one that leaves, one that doesn't arrive.

import Hummingbird
import Rules
import Shop
import Storage

struct UnitsValue: Codable {
    let product: String
    let quantity: Int

    var item: ParcelPlan.Item { ParcelPlan.Item(product: product, quantity: quantity) }
}

struct ParcelValue: Encodable {
    let id: String
    let number: Int
    let items: [UnitsValue]
    let carrier: String
    let trackingNumber: String
    let dispatched: String
    let state: String
    /// While it is searched for: says its carrier.
    let delivered: String?
    let finding: String?

    init(_ parcel: Parcel) {
        id = parcel.id.text
        number = parcel.number
        items = parcel.items.map { UnitsValue(product: $0.product, quantity: $0.quantity) }
        carrier = parcel.shipment.carrier
        trackingNumber = parcel.shipment.trackingNumber
        dispatched = parcel.shipment.day.description
        state = parcel.state.rawValue
        delivered = parcel.delivered?.description
        finding = parcel.finding
    }
}

private struct DispatchWanted: Decodable {
    let carrier: String
    /// Without it the parcel is registered with the carrier, which gives it one.
    let trackingNumber: String?
    /// What is in the parcel; without it, the next parcel of the order's plan.
    let items: [UnitsValue]?
}

private struct DeliveryWanted: Decodable {
    let day: String
    /// Without it, all that are on their way.
    let parcel: String?
}

private struct VerdictWanted: Decodable {
    let verdict: String
    /// Where it was, of one that had been delivered.
    let note: String?
}

extension Site {
    /// An order with its parcels.
    func value(of order: Order) async throws -> Response {
        let parcels = try await shop.storage.read { try $0.parcels(of: order.id) }
        return .json(OrderValue(order, parcels: parcels))
    }

    func dispatch(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(DispatchWanted.self)
        let (id, person) = (try await ownOrder(caller).id, try caller.person())
        let items = wanted.items?.prefix(50).map(\.item)
        guard let number = wanted.trackingNumber else {
            return try await value(
                of: try await shop.registerParcel(
                    of: id, items: items, with: wanted.carrier, by: person))
        }
        return try await value(
            of: try await shop.dispatch(
                id, carrier: wanted.carrier, trackingNumber: number, items: items, by: person))
    }

    func deliver(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(DeliveryWanted.self)
        let day = try Day(asked: wanted.day)
        let parcel = try wanted.parcel.map { text throws(Refusal) in
            guard let id = ID<Parcel>(text) else { throw Refusal.notFound }
            return id
        }
        return try await value(
            of: try await shop.recordDelivery(
                of: try await ownOrder(caller).id, parcel: parcel, on: day,
                by: try caller.person()))
    }

    func createMissing(_ caller: Caller) async throws -> Response {
        let parcel = try await shop.reportMissing(
            try caller.part("parcel"), by: try caller.person())
        return .json(ParcelValue(parcel))
    }

    func createVerdict(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(VerdictWanted.self)
        guard let verdict = ParcelVerdict(rawValue: wanted.verdict) else {
            throw Refusal.input([Fault(.reason, .notOffered)])
        }
        return try await value(
            of: try await shop.settleParcel(
                try caller.part("parcel"), as: verdict, note: wanted.note ?? "",
                by: try caller.person()))
    }
}
