// How a batch of reservations is decided. A shop has one way, that of the rules; a rehearsal passes
// broken ones in, to show that it would notice.

package import Rules

package struct BatchRule: Sendable {
    package typealias Deciding =
        @Sendable (inout ReservationBatch, [ReservationRequest]) -> [ReservationBatch.Decision]

    let decide: Deciding

    package init(_ decide: @escaping Deciding) { self.decide = decide }

    package static let ours = BatchRule { batch, requests in batch.decide(requests) }
}
