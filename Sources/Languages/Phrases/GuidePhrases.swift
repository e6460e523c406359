// What the guide to a sale says, its announcement, the page that proves it was fair, and the law of
// the buyer's country in one place.

package import Rules

package struct GuidePhrases: Sendable {
    // How to buy
    package var menu: String
    package var title: String
    package var lead: @Sendable (_ sale: String) -> String
    package var beforeTitle: String
    package var timesTitle: String
    package var orderTitle: String
    package var order: @Sendable (Sale.OrderPolicy) -> String
    package var door: @Sendable (_ burst: Int, _ perMinute: Int) -> String
    package var pricesTitle: String
    package var product: String
    package var price: String
    package var inAll: String
    package var limit: String
    package var units: String
    package var holdTitle: String
    package var hold: @Sendable (_ span: String) -> String
    package var afterTitle: String

    // While units are held
    package var soonOver: String
    /// The same where more time was had already.
    package var soonOverLast: String

    // The announcement
    package var announcementTitle: String
    package var calendar: String
    package var calendarEntry: @Sendable (_ sale: String, _ round: Int) -> String
    package var calendarText: @Sendable (_ roomOpens: String) -> String
    package var calendarAlarm: String
    package var feed: String
    package var pasteTitle: String
    package var pasteHint: String
    package var copy: String
    package var copied: String
    package var post: @Sendable (_ sale: String, _ opens: String, _ link: String) -> String
    package var pictureTitle: String
    package var pictureText: @Sendable (_ sale: String, _ opens: String) -> String
    package var opensAt: @Sendable (_ moment: String) -> String

    // Was it fair?
    package var proofTitle: String
    package var proofLead: String
    package var proofLater: String
    package var entrants: String
    package var sold: String
    package var stillFree: String
    package var oddsTitle: String
    package var oddsHint: String
    package var certainUpTo: String
    package var lastServed: String
    package var nobody: String
    package var checkTitle: String
    package var checkHint: String
    package var check: String
    package var checking: String
    package var checkHolds: String
    package var checkFails: String

    // The law
    package var lawTitle: String
    package var lawLead: @Sendable (_ country: String) -> String
    package var lawOrder: String
    package var lawOrderText: @Sendable (_ button: String) -> String
}
