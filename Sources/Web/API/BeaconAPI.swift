// Public beacons for programs: what a draw waits for, and the operator's word of what was
// published.

import Hummingbird
import Rules
import Shop
import Storage

struct BeaconValue: Encodable {
    let name: String
    let address: String
    let listCloses: Int64
    let published: Int64
    let fallback: Int64
    /// When the list was closed.
    let closed: Int64?
    let value: String?

    init(_ beacon: Beacon) {
        name = beacon.name
        address = beacon.address
        listCloses = beacon.listCloses.milliseconds
        published = beacon.published.milliseconds
        fallback = beacon.fallback.milliseconds
        closed = beacon.closed?.milliseconds
        value = beacon.value
    }
}

private struct BeaconTyped: Decodable {
    let value: String
}

extension Site {
    func createBeacon(_ caller: Caller) async throws -> Response {
        let id: ID<Round> = try caller.part("round")
        let beacon = try await shop.enterBeacon(
            try caller.read(BeaconTyped.self).value, of: id, by: try caller.person())
        boards.forget(id)
        return .json(BeaconValue(beacon), status: .created)
    }
}
