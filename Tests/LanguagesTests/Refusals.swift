// One of every refusal. The switch keeps the list complete: a new case doesn't compile until it is
// in both.
import Rules

let everyRefusal: [Refusal] = {
    let moment = Day(2015, 5, 19)!.midnight() + .hours(2)
    let list: [Refusal] = [
        .input([Fault(.mail, .missing)]), .notFound, .idempotencyKeyMissing, .idempotencyKeyReused,
        .wrongMailOrPassword, .notLoggedIn, .mailNotConfirmed, .linkExpired, .codeExpired,
        .tooManyAttempts(retryAfter: .minutes(5)), .notAllowed, .marketUnknown,
        .addressOutsideMarket, .addressExcluded(area: "Helgoland"), .notSoldHere,
        .withheld(reason: "CE"), .noShippingMethod, .roomNotOpen(opens: moment),
        .saleNotOpen(opens: moment), .saleClosed, .salePaused(reason: "42"), .noTicket,
        .workMissing, .waitFirst(until: moment), .notYourTurn(at: moment), .soldOut,
        .allHeld(nextLapse: moment),
        .limitReached(limit: 2, held: 2), .householdLimitReached(limit: 2),
        .busy(retryAfter: .seconds(5)), .askedTooOften(retryAfter: .seconds(3)),
        .unitsFree, .alreadyProlonged, .notDrawn(until: moment),
        .orderNotDrawn, .beaconNotYet(at: moment), .beaconTooLate, .orderDrawn, .basketEmpty,
        .reservationLapsed,
        .quoteExpired,
        .addressChangesPrice(total: Money(4711, .usd)),
        .orderStateForbids(state: "placed"), .orderStateForbids(state: "paying"),
        .orderStateForbids(state: "paid"), .orderStateForbids(state: "dispatched"),
        .orderStateForbids(state: "cancelled"), .paymentUnavailable,
        .carrierRefused(reason: "too heavy"), .carrierUnavailable, .picturesUnavailable,
        .tooMuchForOneParcel(parcels: 2),
        .parcelStillExpected(until: Day(2015, 6, 2)!), .reportClosed(lastDay: Day(2015, 7, 2)!),
        .parcelInUse,
        .returnWindowClosed(lastDay: Day(2015, 6, 2)!), .returnNotDelivered, .nothingToReturn,
        .customsStillOpen(until: Day(2017, 10, 2)!),
        .warrantyOver(lastDay: Day(2017, 5, 30)!), .notCovered,
        .claimOpen(number: "C-F7K2-9QWD"), .stillOpen(number: "F7K2-9QWD"),
    ]
    return list + Decline.allCases.map { .paymentDeclined($0) }
}()

/// Nothing but a reminder: whoever adds a case here adds an example above and raises the number
/// that the test expects.
func isListed(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .input, .notFound, .idempotencyKeyMissing, .idempotencyKeyReused, .wrongMailOrPassword,
        .notLoggedIn, .mailNotConfirmed, .linkExpired, .codeExpired, .tooManyAttempts, .notAllowed,
        .marketUnknown, .addressOutsideMarket, .addressExcluded, .notSoldHere, .withheld,
        .noShippingMethod, .roomNotOpen, .saleNotOpen, .saleClosed, .salePaused, .noTicket,
        .workMissing, .waitFirst, .notYourTurn, .soldOut, .allHeld, .limitReached,
        .householdLimitReached, .busy,
        .askedTooOften, .unitsFree, .alreadyProlonged, .notDrawn, .orderNotDrawn,
        .beaconNotYet, .beaconTooLate, .orderDrawn, .basketEmpty, .reservationLapsed, .quoteExpired,
        .addressChangesPrice, .orderStateForbids, .paymentDeclined, .paymentUnavailable,
        .carrierRefused, .carrierUnavailable, .picturesUnavailable,
        .tooMuchForOneParcel, .parcelStillExpected, .reportClosed, .parcelInUse,
        .returnWindowClosed, .returnNotDelivered, .nothingToReturn, .customsStillOpen,
        .warrantyOver, .notCovered, .claimOpen, .stillOpen:
        everyRefusal.contains(refusal)
    }
}

let everyProblem: [Fault.Problem] = [
    .missing, .malformed, .tooShort(least: 10), .tooLong(most: 70), .outOfRange(least: 1, most: 2),
    .amountOutOfRange(most: Money(1342, .eur)),
    .notOffered, .taken, .tooMany(most: 4), .tooLarge(megabytes: 6), .wrong,
]
