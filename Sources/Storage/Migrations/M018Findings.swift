// Where a parcel was found that its carrier had delivered and its buyer didn't have.

extension Migration {
    static let findings = Migration(
        18, "where parcels were found",
        [
            "alter table parcels add column finding text"
        ])
}
