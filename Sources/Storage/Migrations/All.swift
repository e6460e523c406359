// Every step of the schema, in order. A step that has been released is never changed again.

extension Migration {
    package static let all: [Migration] = [
        .accounts, .sales, .orders, .border, .wayBack, .money, .pictures, .room,
        .customs, .warranty, .privacy, .accountArea, .parcels, .tracking, .saleWishes, .beacons,
        .afterTheSale,
    ]
}
