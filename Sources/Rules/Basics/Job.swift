// Work owed to the world outside. It is committed with the change that caused it, and carried out
// later, again and again until it is done or given up and shown to the operator.

package enum Job: Hashable, Sendable {
    /// Find out what became of a payment, and act on it.
    case settle(ID<Payment>)
    /// Give money back.
    case refund(ID<Refund>)
    /// Do what follows from somebody's word that they withdraw.
    case withdraw(ID<Withdrawal>)
    /// Let go of money that was agreed to and won't be taken.
    case release(ID<Payment>)
    /// Do what a partner's notice is a reason for.
    case heed(ID<Notice>)
    /// Tell the partner that a parcel left.
    case track(ID<Parcel>)
    /// Ask a parcel's carrier where it is.
    case follow(ID<Parcel>)
    /// Write to somebody.
    case letter(LetterKind, about: String)

    /// The stable name under which a job is stored.
    package var kind: String {
        switch self {
        case .settle: "settle"
        case .refund: "refund"
        case .withdraw: "withdraw"
        case .release: "release"
        case .heed: "heed"
        case .track: "track"
        case .follow: "follow"
        case .letter(let kind, _): "letter:" + kind.rawValue
        }
    }

    /// The id of what the job is about.
    package var subject: String {
        switch self {
        case .settle(let payment): payment.text
        case .refund(let refund): refund.text
        case .withdraw(let withdrawal): withdrawal.text
        case .release(let payment): payment.text
        case .heed(let notice): notice.text
        case .track(let parcel): parcel.text
        case .follow(let parcel): parcel.text
        case .letter(_, let about): about
        }
    }

    /// Reads a stored job back; nil if a later version wrote it.
    package init?(kind: String, subject: String) {
        switch kind {
        case "settle":
            guard let payment = ID<Payment>(subject) else { return nil }
            self = .settle(payment)
        case "refund":
            guard let refund = ID<Refund>(subject) else { return nil }
            self = .refund(refund)
        case "withdraw":
            guard let withdrawal = ID<Withdrawal>(subject) else { return nil }
            self = .withdraw(withdrawal)
        case "release":
            guard let payment = ID<Payment>(subject) else { return nil }
            self = .release(payment)
        case "heed":
            guard let notice = ID<Notice>(subject) else { return nil }
            self = .heed(notice)
        case "track":
            guard let parcel = ID<Parcel>(subject) else { return nil }
            self = .track(parcel)
        case "follow":
            guard let parcel = ID<Parcel>(subject) else { return nil }
            self = .follow(parcel)
        default:
            guard kind.hasPrefix("letter:"),
                let letter = LetterKind(rawValue: String(kind.dropFirst("letter:".count)))
            else { return nil }
            self = .letter(letter, about: subject)
        }
    }
}

/// Every letter the shop writes; what it is about decides which id the job carries.
package enum LetterKind: String, Hashable, Sendable, CaseIterable {
    // About a confirmation
    case confirmAddress = "confirm_address"
    case resetPassword = "reset_password"
    case confirmNewMail = "confirm_new_mail"
    case mailChanged = "mail_changed"
    // About an account
    case accountExists = "account_exists"
    case passwordChanged = "password_changed"
    // About a wish
    case confirmWish = "confirm_wish"
    case soldHere = "sold_here"
    case saleAnnounced = "sale_announced"
    case roomOpen = "room_open"
    // About a reservation
    case unitsHeld = "units_held"
    case unitsWithheld = "units_withheld"
    // About a parcel
    case orderDispatched = "order_dispatched"
    case parcelMissing = "parcel_missing"
    case parcelFound = "parcel_found"
    case parcelLost = "parcel_lost"
    case parcelReturned = "parcel_returned"
    // About an order
    case orderPaid = "order_paid"
    case restCancelled = "rest_cancelled"
    case orderDelivered = "order_delivered"
    case orderCancelled = "order_cancelled"
    case dispatchLate = "dispatch_late"
    case deliveryLate = "delivery_late"
    // About a refund
    case moneyReturned = "money_returned"
    // About a return
    case returnInstructions = "return_instructions"
    case returnReceived = "return_received"
    // About a claim
    case claimReceived = "claim_received"
    case claimAccepted = "claim_accepted"
    case claimDeclined = "claim_declined"
    case claimRemedy = "claim_remedy"
    case claimDone = "claim_done"
    // About a withdrawal
    case withdrawalReceipt = "withdrawal_receipt"
}
