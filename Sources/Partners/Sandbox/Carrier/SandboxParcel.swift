// A parcel in the hands of the stand-in: what it says of it, and where it is at a given time.

import Foundation

struct SandboxParcel: Sendable {
    let number: String
    let registered: Date
    let fate: CarrierSandbox.Fate
    let country: String
    let postcode: String
    let grams: Int
    /// What its sender is known by under the Import One-Stop Shop.
    let ioss: String?

    /// Nil for what no carrier would take.
    init?(_ body: JSON?, number: String, at registered: Date, fate: CarrierSandbox.Fate) {
        guard let body, let country = body["country"]?.text, country.count == 2,
            let recipient = body["recipient"]?.list, !recipient.isEmpty,
            case .number(let grams)? = body["grams"], (1...30_000).contains(grams),
            let contents = body["contents"]?.list, (1...50).contains(contents.count)
        else { return nil }
        self.number = number
        self.registered = registered
        self.fate = fate
        self.country = country
        self.grams = Int(grams)
        postcode = body["postcode"]?.text ?? ""
        ioss = body["taxNumbers"]?["IOSS"]?.text
    }

    var label: SandboxAnswer {
        SandboxAnswer(
            201,
            [
                "number": .string(number), "barcode": .string("(00)\(number)"),
                "routing": .string("CAN-\(country)-\(postcode.prefix(3))"),
                "service": "International parcel, duty paid",
            ])
    }

    private var course: [(kind: String, place: String)] {
        let start = [("accepted", "Shenzhen"), ("departed", "Guangzhou")]
        let arrival = [("customs", country), ("out_for_delivery", postcode)]
        return switch fate {
        case .delivered: start + arrival + [("delivered", postcode)]
        case .returned: start + arrival + [("returned", "Shenzhen")]
        case .lost: start + [("lost", country)]
        case .silent: [start[0]]
        }
    }

    func events(at now: Date, pace: TimeInterval) -> [JSON] {
        course.enumerated().compactMap { index, event in
            let time = registered + pace * Double(index)
            guard time <= now else { return nil }
            return [
                "id": .string("\(number)-\(index + 1)"), "kind": .string(event.kind),
                "at": .number((time.timeIntervalSince1970 * 1000).rounded()),
                "place": .string(event.place),
            ]
        }
    }
}
