// Every "no" the shop says to a person: what was refused, by which rule, and what would change it.
// The code is stable and untranslated; Languages has the sentence for each case in each language.

package enum Refusal: Error, Hashable, Sendable {
    // What was sent
    case input([Fault])
    case notFound
    case idempotencyKeyMissing
    case idempotencyKeyReused

    // Accounts
    case wrongMailOrPassword
    case notLoggedIn
    case mailNotConfirmed
    case linkExpired
    case codeExpired
    case tooManyAttempts(retryAfter: Span)
    case notAllowed

    // Markets and catalogue
    case marketUnknown
    case addressOutsideMarket
    case addressExcluded(area: String)
    case notSoldHere
    case withheld(reason: String)
    case noShippingMethod

    // The sale
    case roomNotOpen(opens: Moment)
    case saleNotOpen(opens: Moment)
    case saleClosed
    case salePaused(reason: String)
    case noTicket
    case workMissing
    case waitFirst(until: Moment)
    case notYourTurn(at: Moment)
    case soldOut
    case allHeld(nextLapse: Moment)
    case limitReached(limit: Int, held: Int)
    case householdLimitReached(limit: Int)
    case busy(retryAfter: Span)
    case askedTooOften(retryAfter: Span)
    /// Standby is for when nothing is free.
    case unitsFree
    case alreadyProlonged
    /// A draw has winners, and this place isn't one; later the rest goes to everybody.
    case notDrawn(until: Moment)
    case orderNotDrawn
    /// The list isn't closed, or the value not published yet.
    case beaconNotYet(at: Moment)
    case beaconTooLate
    /// The order is drawn: nothing is mixed into it any more.
    case orderDrawn

    // Checkout and payment
    case basketEmpty
    case reservationLapsed
    case quoteExpired
    /// Elsewhere it would cost another amount than the one that was agreed to.
    case addressChangesPrice(total: Money)
    case orderStateForbids(state: String)
    case paymentDeclined(Decline)
    case paymentUnavailable

    // Parcels
    /// The rules for batteries want so many parcels for these goods.
    case tooMuchForOneParcel(parcels: Int)
    case parcelStillExpected(until: Day)
    /// What was delivered so long ago can't be reported as missing any more.
    case reportClosed(lastDay: Day)
    /// Something of it is on its way back, claimed or handed on: it came.
    case parcelInUse
    case carrierRefused(reason: String)
    case carrierUnavailable
    /// The programs that make the sizes of a photograph aren't there, or failed.
    case picturesUnavailable

    // Afterwards
    case returnWindowClosed(lastDay: Day)
    case returnNotDelivered
    case nothingToReturn
    /// Customs, or the store, may still come back to the case.
    case customsStillOpen(until: Day)
    case warrantyOver(lastDay: Day)
    /// Given back for its money, or a spare part where no law guarantees one.
    case notCovered
    case claimOpen(number: String)
    /// An order, a return or a claim has to be over first.
    case stillOpen(number: String)

    /// Stable: programs depend on it.
    package var code: String {
        switch self {
        case .input: "input_invalid"
        case .notFound: "not_found"
        case .idempotencyKeyMissing: "idempotency_key_missing"
        case .idempotencyKeyReused: "idempotency_key_reused"
        case .wrongMailOrPassword: "wrong_mail_or_password"
        case .notLoggedIn: "not_logged_in"
        case .mailNotConfirmed: "mail_not_confirmed"
        case .linkExpired: "link_expired"
        case .codeExpired: "code_expired"
        case .tooManyAttempts: "too_many_attempts"
        case .notAllowed: "not_allowed"
        case .marketUnknown: "market_unknown"
        case .addressOutsideMarket: "address_outside_market"
        case .addressExcluded: "address_excluded"
        case .notSoldHere: "not_sold_here"
        case .withheld: "withheld"
        case .noShippingMethod: "no_shipping_method"
        case .roomNotOpen: "room_not_open"
        case .saleNotOpen: "sale_not_open"
        case .saleClosed: "sale_closed"
        case .salePaused: "sale_paused"
        case .noTicket: "no_ticket"
        case .workMissing: "work_missing"
        case .waitFirst: "wait_first"
        case .notYourTurn: "not_your_turn"
        case .soldOut: "sold_out"
        case .allHeld: "all_held"
        case .limitReached: "limit_reached"
        case .householdLimitReached: "household_limit_reached"
        case .busy: "busy"
        case .askedTooOften: "asked_too_often"
        case .unitsFree: "units_free"
        case .alreadyProlonged: "already_prolonged"
        case .notDrawn: "not_drawn"
        case .orderNotDrawn: "order_not_drawn"
        case .beaconNotYet: "beacon_not_yet"
        case .beaconTooLate: "beacon_too_late"
        case .orderDrawn: "order_drawn"
        case .basketEmpty: "basket_empty"
        case .reservationLapsed: "reservation_lapsed"
        case .quoteExpired: "quote_expired"
        case .addressChangesPrice: "address_changes_price"
        case .orderStateForbids: "order_state_forbids"
        case .paymentDeclined(let decline): decline.rawValue
        case .paymentUnavailable: "payment_unavailable"
        case .tooMuchForOneParcel: "too_much_for_one_parcel"
        case .parcelStillExpected: "parcel_still_expected"
        case .reportClosed: "report_closed"
        case .parcelInUse: "parcel_in_use"
        case .carrierRefused: "carrier_refused"
        case .carrierUnavailable: "carrier_unavailable"
        case .picturesUnavailable: "pictures_unavailable"
        case .returnWindowClosed: "return_window_closed"
        case .returnNotDelivered: "return_not_delivered"
        case .nothingToReturn: "nothing_to_return"
        case .customsStillOpen: "customs_still_open"
        case .warrantyOver: "warranty_over"
        case .notCovered: "not_covered"
        case .claimOpen: "claim_open"
        case .stillOpen: "still_open"
        }
    }
}

/// One field of a form or an API body, and what is wrong with it.
package struct Fault: Hashable, Sendable {
    package let field: Field
    package let problem: Problem

    package init(_ field: Field, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }

    /// What is wrong with a text that a field must have; empty when nothing is.
    package static func text(_ text: String, in field: Field, most: Int) -> [Fault] {
        let bare = text.filter { $0 != " " }
        if bare.isEmpty { return [Fault(field, .missing)] }
        if text.count > most { return [Fault(field, .tooLong(most: most))] }
        // Control characters have no business in a name, an address or a number.
        let isClean = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        return isClean ? [] : [Fault(field, .malformed)]
    }

    /// The same for a text of several lines.
    package static func prose(_ text: String, in field: Field, most: Int) -> [Fault] {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return self.text(line, in: field, most: most)
    }

    package enum Problem: Hashable, Sendable {
        case missing
        case malformed
        case tooShort(least: Int)
        case tooLong(most: Int)
        case outOfRange(least: Int, most: Int)
        /// An amount that is less than nothing, or more than this.
        case amountOutOfRange(most: Money)
        case notOffered
        case taken
        case tooMany(most: Int)
        case tooLarge(megabytes: Int)
        /// Of a picture.
        case tooNarrow(pixels: Int)
        /// Not what is on record: a password.
        case wrong
    }
}

/// Every field a person fills in; the raw value is its name in forms and in the API.
package enum Field: String, Hashable, Sendable, CaseIterable {
    case mail, password, name, language, market
    case line1, line2, city, subdivision, postcode, country, phone
    case product, quantity, method, reason, acceptance, carrier
    case trackingNumber = "tracking_number"
    case day, lines
    case code
    case order, condition, note, deduction
    case newPassword = "new_password"
    case description, wish, photos, remedy, decision
    case value, caption
    case reference, amount
    case body

    package var isPassword: Bool { self == .password || self == .newPassword }
}
