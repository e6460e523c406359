// States and reasons are stored under their stable names, the raw values.

package import Rules

extension Confirmation.Purpose: SQLBindable, SQLReadable {}
extension Sale.OrderPolicy: SQLBindable, SQLReadable {}
extension Reservation.State: SQLBindable, SQLReadable {}
extension Order.State: SQLBindable, SQLReadable {}
extension Payment.State: SQLBindable, SQLReadable {}
extension Refund.State: SQLBindable, SQLReadable {}
extension Refund.Reason: SQLBindable, SQLReadable {}
extension Parcel.State: SQLBindable, SQLReadable {}
extension TrackingEvent.Kind: SQLBindable, SQLReadable {}
extension Return.State: SQLBindable, SQLReadable {}
extension Return.Reason: SQLBindable, SQLReadable {}
extension CustomsCase.State: SQLBindable, SQLReadable {}
extension Return.Condition: SQLBindable, SQLReadable {}
extension Bearer: SQLBindable, SQLReadable {}
extension Deadline.Kind: SQLBindable, SQLReadable {}
extension Deadline.Anchor: SQLBindable, SQLReadable {}
extension Deadline.State: SQLBindable, SQLReadable {}
extension Notice.State: SQLBindable, SQLReadable {}
extension Dispute.State: SQLBindable, SQLReadable {}
extension LedgerEntry.Kind: SQLBindable, SQLReadable {}
extension Discrepancy.Finding: SQLBindable, SQLReadable {}
extension Ware.Part: SQLBindable, SQLReadable {}
extension Claim.State: SQLBindable, SQLReadable {}
extension Claim.Remedy: SQLBindable, SQLReadable {}
extension Charge: SQLBindable, SQLReadable {}
extension RecoveryRule.Way: SQLBindable, SQLReadable {}
extension Recoverable.State: SQLBindable, SQLReadable {}
extension PictureKind: SQLBindable, SQLReadable {}
