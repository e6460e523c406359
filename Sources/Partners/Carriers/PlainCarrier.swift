// A carrier that speaks plain JSON over HTTP: two calls, which are all that the shop asks of one.
// The stand-in speaks it; the adapter of a real carrier has the same two functions, and its own
// words.

package import AsyncHTTPClient
import Foundation
package import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Rules

package struct PlainCarrier: Carrier {
    private let url: String
    private let key: String
    private let client: HTTPClient
    private let log: Logger
    private let timeout: TimeAmount

    /// A parcel has about ten events; this is a hundred times as much.
    private static let mostBytes = 256 * 1024
    private static let mostEvents = 500

    package init(
        url: String, key: String, client: HTTPClient, log: Logger, timeoutSeconds: Int64 = 20
    ) {
        self.url = url
        self.key = key
        self.client = client
        self.log = log
        timeout = .seconds(timeoutSeconds)
    }

    package func register(_ parcel: ParcelRequest) async -> Registered {
        var request = HTTPClientRequest(url: url + "/v1/parcels")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Idempotency-Key", value: parcel.requestID)
        do {
            request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(WrittenParcel(parcel))))
        } catch {
            return .refused("the parcel can't be written: \(error)")
        }
        switch await send(request) {
        case .answered(let body):
            guard let told = read(ToldParcel.self, body), !told.number.isEmpty,
                told.number.count <= 40
            else { return .unknown("an answer that nobody can read") }
            return .registered(
                trackingNumber: told.number,
                ParcelLabel(barcode: told.barcode, routing: told.routing, service: told.service))
        case .refused(_, let why): return .refused(why)
        case .unclear(let trouble): return .unknown(trouble)
        }
    }

    package func track(_ number: String) async -> Tracking {
        let path = number.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        switch await send(HTTPClientRequest(url: url + "/v1/parcels/\(path)/events")) {
        case .answered(let body):
            guard let told = read(ToldEvents.self, body) else {
                return .unknown("an answer that nobody can read")
            }
            // What a later version of the carrier tells besides isn't ours to understand.
            return .events(told.events.prefix(Self.mostEvents).compactMap(\.event))
        case .refused(404, _): return .notFound
        case .refused(_, let why): return .unknown(why)
        case .unclear(let trouble): return .unknown(trouble)
        }
    }

    private enum Answer {
        case answered(ByteBuffer)
        case refused(Int, String)
        case unclear(String)
    }

    private func send(_ plain: HTTPClientRequest) async -> Answer {
        var request = plain
        request.headers.add(name: "Authorization", value: "Bearer \(key)")
        do {
            let response = try await client.execute(request, timeout: timeout)
            let body = try await response.body.collect(upTo: Self.mostBytes)
            let status = Int(response.status.code)
            switch status {
            case 200..<300: return .answered(body)
            // The same parcel is being registered right now, or we ask too often.
            case 400..<500 where ![401, 403, 408, 409, 429].contains(status):
                return .refused(status, read(ToldTrouble.self, body)?.error ?? "HTTP \(status)")
            default: return .unclear("HTTP \(status)")
            }
        } catch {
            log.warning("the carrier: \(plain.method) \(plain.url): \(error)")
            return .unclear("\(error)")
        }
    }

    /// Nil when it can't be read: then nobody knows what was done.
    private func read<T: Decodable>(_ type: T.Type, _ body: ByteBuffer) -> T? {
        try? JSONDecoder().decode(type, from: body)
    }
}

private struct WrittenParcel: Encodable {
    struct Content: Encodable {
        let description: String
        let quantity: Int
        let value: Int64
        let currency: String
        let heading: String?
        let origin: String?
    }

    let sender: [String]
    let recipient: [String]
    let country: String
    let postcode: String
    let phone: String
    let grams: Int
    let marks: [String]
    let contents: [Content]
    /// By kind: `{"IOSS": "IM1234567890"}`.
    let taxNumbers: [String: String]

    init(_ parcel: ParcelRequest) {
        let to = parcel.recipient
        sender = parcel.sender
        recipient = [to.name, to.line1, to.line2 ?? "", to.city, to.subdivision ?? ""].filter {
            !$0.isEmpty
        }
        country = to.country.code
        postcode = to.postcode
        phone = to.phone
        grams = parcel.weightGrams
        marks = parcel.marks
        contents = parcel.contents.map {
            Content(
                description: $0.description, quantity: $0.quantity, value: $0.value.minor,
                currency: $0.value.currency.code, heading: $0.heading, origin: $0.origin?.code)
        }
        taxNumbers = Dictionary(parcel.taxNumbers.map { ($0.kind.rawValue, $0.text) }) { $1 }
    }
}

private struct ToldParcel: Decodable {
    let number: String
    let barcode: String
    let routing: String
    let service: String
}

private struct ToldEvents: Decodable {
    struct Event: Decodable {
        let id: String
        let kind: String
        /// Milliseconds since 1970.
        let at: Int64
        let place: String

        var event: TrackingEvent? {
            guard let kind = TrackingEvent.Kind(rawValue: kind), (1...80).contains(id.count) else {
                return nil
            }
            return TrackingEvent(
                id: id, kind: kind, happened: Moment(milliseconds: at),
                place: String(place.prefix(80)))
        }
    }

    let events: [Event]
}

private struct ToldTrouble: Decodable {
    let error: String
}
