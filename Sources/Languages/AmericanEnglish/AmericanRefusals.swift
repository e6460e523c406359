// How the shop says no in American English.

import Rules

extension RefusalPhrases {
    static let americanEnglish = RefusalPhrases(
        told: { englishRefusal($0, offset: $1, formats: .americanEnglish) },
        name: englishFieldName,
        fault: { englishFault($0, name: englishFieldName, formats: .americanEnglish) })
}

/// Both kinds of English: they differ in how they write times, not in what they say.
func englishRefusal(_ refusal: Refusal, offset: Span, formats: Formats) -> ToldRefusal {
    switch refusal {
    case .input(let faults):
        let count = formats.count(faults.count, one: "thing needs", other: "things need")
        return ToldRefusal("\(count) your attention.", "Correct what is marked and send it again.")
    case .notFound:
        return ToldRefusal(
            "There is nothing here.", "Check the address, or start again from the first page.")
    case .idempotencyKeyMissing:
        return ToldRefusal(
            "The request came without an Idempotency-Key.",
            "Send one with every request that changes something.")
    case .idempotencyKeyReused:
        return ToldRefusal(
            "This form was already sent with something else in it.",
            "Reload the page and fill it in again.")
    case .wrongMailOrPassword:
        return ToldRefusal(
            "The mail address or the password is wrong.", "Try again, or set a new password.")
    case .notLoggedIn:
        return ToldRefusal("You aren’t logged in.", "Log in, and you come back to this page.")
    case .mailNotConfirmed:
        return ToldRefusal(
            "Your mail address isn’t confirmed yet.", "Follow the link in the mail we sent you.")
    case .linkExpired:
        return ToldRefusal(
            "This link was used already or is too old.", "Ask for a new one.")
    case .codeExpired:
        return ToldRefusal(
            "This code isn’t right, was used already or is too old.",
            "Check the letters, or get a new code where this one came from.")
    case .tooManyAttempts(let wait):
        return ToldRefusal(
            "There were too many attempts.", "Try again \(formats.within(wait)).")
    case .notAllowed:
        return ToldRefusal(
            "Your account may not do this.", "Log in with an account that may.")
    case .marketUnknown:
        return ToldRefusal(
            "We don’t sell to this country yet.", "Choose one of the countries in the list.")
    case .addressOutsideMarket:
        return ToldRefusal(
            "The address is in another country than the one you are buying in.",
            """
            Use an address in this country, or switch to the other one. Where we don’t sell yet, you \
            can ask to be told when we do.
            """)
    case .addressExcluded(let area):
        return ToldRefusal("We can’t send parcels to \(area).", "Use an address somewhere else.")
    case .notSoldHere:
        return ToldRefusal(
            "This isn’t sold in your country.", "Look at what is offered there.")
    case .withheld(let reason):
        return ToldRefusal(
            "This isn’t sold in your country for now: \(reason)",
            "It can be offered once that is settled.")
    case .noShippingMethod:
        return ToldRefusal(
            "No carrier takes these items there together.", "Order fewer of them at once.")
    case .roomNotOpen(let opens):
        return ToldRefusal(
            "The waiting room isn’t open yet.",
            "It opens on \(formats.moment(opens, offset: offset)).")
    case .saleNotOpen(let opens):
        return ToldRefusal(
            "The sale hasn’t started yet.",
            "It starts on \(formats.moment(opens, offset: offset)).")
    case .saleClosed:
        return ToldRefusal("The sale is over.", "See when the next one is.")
    case .salePaused(let reason):
        return ToldRefusal(
            "The sale is paused: \(reason)", "Stay here: nobody loses a place or any time by it.")
    case .noTicket:
        return ToldRefusal(
            "You don’t have a place in this round.", "Enter the waiting room to get one.")
    case .workMissing:
        return ToldRefusal(
            "The calculation that entering takes is missing or too old.",
            "Press the button again; your browser then does it anew.")
    case .waitFirst(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal("That was a little early.", "Press the button again at \(time).")
    case .notYourTurn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal("It isn’t your turn yet.", "Your turn comes at about \(time).")
    case .soldOut:
        return ToldRefusal("Sold out.", "Nothing comes back in this round.")
    case .allHeld(let next):
        let time = formats.time(next, offset: offset, seconds: true)
        return ToldRefusal(
            "All units are held by other buyers right now.",
            "Some may come back; the next at \(time).")
    case .limitReached(let limit, let held):
        return ToldRefusal(
            """
            The limit is \(formats.number(limit)) per buyer, and you have \
            \(formats.number(held)).
            """,
            "What you hold and what you ordered both count; let go of something to take more.")
    case .householdLimitReached(let limit):
        return ToldRefusal(
            """
            The limit is \(formats.number(limit)) per household, and it is reached at this \
            address.
            """,
            "Orders of everybody who lives there count.")
    case .busy(let wait):
        return ToldRefusal(
            "Very many people are here right now.",
            "Try again \(formats.within(wait)). You lose nothing by it.")
    case .askedTooOften(let wait):
        return ToldRefusal(
            "That was too often in a short time.",
            "Try again \(formats.within(wait)). Your place and what you hold stay yours.")
    case .unitsFree:
        return ToldRefusal(
            "There are units free right now.", "Reserve one of them; you needn’t wait for others.")
    case .alreadyProlonged:
        return ToldRefusal(
            "You have had more time once already.",
            "Others wait for these units; please finish your order in the time that is left.")
    case .notDrawn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal(
            "Your ticket wasn’t drawn.",
            "Stand by for what the winners leave, or come back at \(time): then it is for all.")
    case .orderNotDrawn:
        return ToldRefusal(
            "The order of this round hasn’t been drawn yet.", "It is public once the sale opens.")
    case .beaconNotYet(let moment):
        return ToldRefusal(
            "The value of the beacon can’t be known yet.",
            """
            It is published on \(formats.moment(moment, offset: offset, seconds: true)), once the \
            list is closed.
            """)
    case .beaconTooLate:
        return ToldRefusal(
            "The list of this round was closed when the value of the beacon was known already.",
            "The order is drawn without it, and the transcript says so.")
    case .orderDrawn:
        return ToldRefusal(
            "The order of this round is drawn already.", "Nothing is mixed into it any more.")
    case .basketEmpty:
        return ToldRefusal(
            "You aren’t holding anything.", "Reserve something in a sale that is on.")
    case .reservationLapsed:
        return ToldRefusal(
            "Your reservation ran out before it was paid.",
            "If you were charged, you get everything back. Reserve again if there are units left.")
    case .quoteExpired:
        return ToldRefusal(
            "The price was worked out anew since you saw it.",
            "Look at it again and confirm it. Nothing was ordered.")
    case .addressChangesPrice(let total):
        return ToldRefusal(
            "To this address it would cost \(formats.money(total)), not what you agreed to.",
            "Keep the address, or cancel the order and place a new one while the sale is on.")
    case .orderStateForbids(let state):
        switch Stage(state) {
        case .unpaid:
            return ToldRefusal("This isn’t paid yet.", "Pay first, then try again.")
        case .paying:
            return ToldRefusal(
                "A payment is on its way.",
                "Wait until we know what came of it; that takes a minute.")
        case .settled:
            return ToldRefusal("This is paid already.", "There is nothing more to do here.")
        case .dispatched:
            return ToldRefusal(
                "The parcel has left the warehouse.", "Once it is delivered, you can send it back.")
        case .over:
            return ToldRefusal("This is over and can’t be changed.", "Start again if you want to.")
        }
    case .paymentDeclined(let decline): return englishDecline(decline)
    case .paymentUnavailable:
        return ToldRefusal(
            "This way to pay isn’t available right now.",
            "Try another one, or this one again in a minute.")
    case .tooMuchForOneParcel(let parcels):
        return ToldRefusal(
            "The rules for carriage don’t let these goods travel in one parcel.",
            "Split them: it takes \(parcels) parcels.")
    case .parcelStillExpected(let day):
        return ToldRefusal(
            "The parcel may take until \(formats.day(day)).",
            "If it isn’t there by then, report it here; we search for it and answer for it.")
    case .reportClosed(let day):
        return ToldRefusal(
            "This could be reported here until \(formats.day(day)).",
            "Write to us all the same: we answer for what never came.")
    case .parcelInUse:
        return ToldRefusal(
            "Something of this parcel is being sent back, claimed or handed on: it has come.",
            "If only a part is missing, ask to send it back and say so.")
    case .carrierRefused(let reason):
        return ToldRefusal(
            "The carrier doesn’t take this parcel: \(reason)",
            "Change what it objects to, or send the parcel with another carrier.")
    case .picturesUnavailable:
        return ToldRefusal(
            "This machine can’t make pictures right now.",
            "Nothing has changed. Whoever runs it has to install libvips (Debian: libvips-tools).")
    case .carrierUnavailable:
        return ToldRefusal(
            "The carrier doesn’t answer clearly right now.",
            "Try again in a minute: it stays the same parcel.")
    case .returnWindowClosed(let day):
        return ToldRefusal(
            "The last day to send this back was \(formats.day(day)).",
            "If it is defective, the warranty still holds: write to us.")
    case .returnNotDelivered:
        return ToldRefusal(
            "This isn’t delivered yet.", "You can send it back once you have received it.")
    case .customsStillOpen(let day):
        return ToldRefusal(
            "The law still gives time until \(formats.day(day)).",
            "The case closes by itself when that is over.")
    case .warrantyOver(let day):
        return ToldRefusal(
            "What was guaranteed for this ran out on \(formats.day(day)).",
            "Write to us all the same: perhaps we can help.")
    case .notCovered:
        return ToldRefusal(
            "Nothing is guaranteed for this.",
            "It was given back, or it is a spare part. Write to us if you see it differently.")
    case .claimOpen(let number):
        return ToldRefusal(
            "Your claim \(number) about this is still open.",
            "Wait until it is over; you get a mail at every step.")
    case .stillOpen(let number):
        return ToldRefusal(
            "\(number) isn’t over yet.",
            "While we owe you something we must know you. Come back when it is over.")
    case .nothingToReturn:
        return ToldRefusal(
            "You have already asked to send all of this back.",
            "Follow the instructions we mailed you.")
    }
}
