// A scene of the storybook: one page in one state, as one person sees it.

package struct Scene: Hashable, Sendable {
    /// What it is called in every list: `room-likely`.
    package let name: String
    package let setting: Setting
    /// Of the cast; nil for a guest.
    package let role: String?
    /// With `{…}` for what has another name each time.
    package let address: String
    /// A form that is sent from there; nil for a page that is looked at.
    package let sent: Sent?
    package let status: Int

    package struct Sent: Hashable, Sendable {
        package let action: String
        package let fields: [String: String]
    }

    /// A form is sent from the page at its own address, unless there is another.
    init(
        _ name: String, _ setting: Setting, as role: String? = nil, at address: String? = nil,
        sending action: String? = nil, _ fields: [String: String] = [:], status: Int = 200
    ) {
        guard let address = address ?? action else { preconditionFailure("\(name) is nowhere") }
        self.name = name
        self.setting = setting
        self.role = role
        self.address = address
        sent = action.map { Sent(action: $0, fields: fields) }
        self.status = status
    }

    /// Pages of one setting that one person looks at.
    static func seen(
        _ setting: Setting, as role: String? = nil, _ pages: KeyValuePairs<String, String>
    ) -> [Scene] {
        pages.map { name, address in Scene(name, setting, as: role, at: address) }
    }

    package static let all =
        ofTheSale + ofTheRoom + ofBeacons + ofBuying + ofOrders + ofAftercare + ofPeople + ofWishes
        + ofTheAccount + ofWarranty + ofTheConsole + ofTheDesk

    package static func named(_ name: String) -> Scene? { all.first { $0.name == name } }
}

extension Scene {
    private static let sale = "/sales/{sale}"

    private static let ofTheSale = [
        Scene("sale-none", .empty, at: "/"),
        Scene("sale-announced", .announced, at: "/"),
        Scene("sale-room-open", .room, at: sale),
        Scene("sale-live", .turn, as: "buyer", at: sale),
        Scene("sale-held", .held, as: "buyer", at: sale),
        Scene("sale-all-held", .allheld, at: sale),
        Scene("sale-sold-out", .soldout, at: sale),
        Scene("sale-paused", .paused, at: sale),
        Scene("sale-closed", .closed, at: sale),
        Scene("product-band", .announced, at: sale + "/band"),
        Scene("product-headphones", .turn, at: sale + "/headphones"),
        Scene("product-power-bank", .announced, at: sale + "/power-bank-10400"),
        Scene("product-power-bank-small", .announced, at: sale + "/power-bank-5000"),
        Scene("product-sold-out", .soldout, at: sale + "/band"),
        Scene("product-photographed", .pictured, at: sale + "/band"),
        Scene("product-withheld", .announced, at: sale + "/handset", status: 409),
        Scene("guide", .announced, at: sale + "/guide"),
        Scene("guide-none", .empty, at: "/guide"),
        Scene("announcement", .announced, at: sale + "/announcement"),
        Scene("rights", .announced, at: "/rights"),
    ]

    private static let room = "/rounds/{round1}"

    private static let ofTheRoom = [
        Scene("room-announced", .announced, as: "buyer", at: room),
        Scene(
            "room-too-early", .announced, as: "buyer", at: "/account", sending: room + "/enter",
            status: 409),
        Scene("room-guest", .room, at: room),
        Scene("room-open", .room, as: "passerby", at: room),
        Scene("room-entered", .room, as: "buyer", at: room),
        Scene("room-work", .work, as: "buyer", at: room),
        Scene("room-wait-first", .work, as: "buyer", at: room, sending: room + "/enter"),
        Scene("room-certain", .opening, as: "certain", at: room),
        Scene("room-likely", .waiting, as: "likely", at: room),
        Scene("room-unlikely", .waiting, as: "unlikely", at: room),
        Scene("room-impossible", .waiting, as: "impossible", at: room),
        Scene("room-turn", .turn, as: "buyer", at: room),
        Scene("room-missed", .turn, as: "passerby", at: room),
        Scene("room-held", .held, as: "buyer", at: room),
        Scene("room-fewer", .held, as: "buyer", at: room + "?fewer=1"),
        Scene(
            "room-limit", .held, as: "buyer", at: room, sending: room + "/reserve",
            ["product": "band", "quantity": "1"], status: 409),
        Scene("room-soon", .soon, as: "buyer", at: room),
        Scene("room-more-time", .soon, as: "patient", at: room),
        Scene("room-all-held", .allheld, as: "buyer", at: room),
        Scene("room-standing-by", .allheld, as: "next", at: room),
        Scene("room-sold-out", .soldout, as: "buyer", at: room),
        Scene(
            "room-gone", .soldout, as: "buyer", at: room, sending: room + "/reserve",
            ["product": "band", "quantity": "1"], status: 409),
        Scene("room-paused", .paused, as: "buyer", at: room),
        Scene("room-drawn", .draw, as: "winner", at: room),
        Scene("room-not-drawn", .draw, as: "loser", at: room),
        Scene("room-closed", .closed, as: "buyer", at: room),
        Scene("move-code", .room, as: "buyer", at: room, sending: room + "/move"),
        Scene("move", .room, at: "/move"),
        Scene("move-link", .room, at: "/move/4711-0815"),
        Scene("move-refused", .room, sending: "/move", ["code": "9999"], status: 410),
        Scene("why-bought", .closed, as: "winner", at: room + "/why"),
        Scene("why-gone", .closed, as: "latecomer", at: room + "/why"),
        Scene("why-no-ticket", .closed, as: "clerk", at: room + "/why", status: 409),
        Scene("proof-later", .room, at: room + "/proof"),
        Scene("proof", .closed, at: room + "/proof"),
    ]

    /// Rounds whose draw is mixed with what somebody else publishes.
    private static let ofBeacons = [
        Scene("beacon-room", .beacon, as: "buyer", at: room),
        Scene("beacon-late", .beacon, as: "passerby", at: room),
        Scene("beacon-awaited", .awaited, as: "buyer", at: room),
        Scene("beacon-proof", .mixed, at: room + "/proof"),
        Scene("beacon-console", .beacon, as: "clerk", at: "/console"),
        Scene(
            "beacon-refused", .beacon, as: "clerk", at: "/console",
            sending: "/console/rounds/{round1}/beacon", ["value": "9f3c", "again": "9f3d"],
            status: 422),
    ]
}
