// A carrier that no program speaks to: its numbers and its news are typed in, or imported.

package struct ManualCarrier: Carrier {
    package init() {}
    package func register(_ parcel: ParcelRequest) async -> Registered { .byHand }
    package func track(_ number: String) async -> Tracking { .byHand }
}
