// Guarantees and claims in English.

import Rules

extension WarrantyPhrases {
    static func english(_ formats: Formats) -> WarrantyPhrases {
        WarrantyPhrases(
            passports: "Warranty",
            passportsText: "One passport for each unit that was delivered to you or handed on.",
            none: "Nothing has been delivered yet. Each unit gets its passport when it arrives.",
            passport: { "Warranty passport \($0)" },
            lawFirst: """
                The law’s guarantee comes first. The maker’s warranty is on top and takes nothing away \
                from it.
                """,
            lawElsewhere: "The law of your state may give you more than the maker’s warranty does.",
            byLaw: "By law",
            byMaker: "Maker’s warranty",
            until: { "until \($0)" },
            ranOut: { "ran out on \($0)" },
            sparePart: "A spare part: the maker’s warranty is for main hardware only.",
            ended: "It was given back for its money. Nothing is guaranteed for it any more.",
            delivered: "Delivered",
            order: "Order",
            claimTitle: "Something is wrong with it",
            claimText: { days in
                """
                Tell us what, and show us if you can. You get an answer within \
                \(formats.count(days, one: "day", other: "days")), and it costs you nothing.
                """
            },
            moneyToBuyer: """
                This passport was handed on to you. If it comes to money, it goes back to whoever paid \
                the order.
                """,
            descriptionHint: "What happens, since when, and what you have tried.",
            noWish: "You decide",
            remedy: { remedy in
                switch remedy {
                case .repair: "Repair"
                case .replacement: "Replacement"
                case .refund: "Refund"
                }
            },
            photosHint: { most, megabytes in
                """
                Up to \(formats.number(most)), as JPEG, PNG or WebP, at most \
                \(formats.number(megabytes)) MB each. Only you and our staff see them.
                """
            },
            addressTitle: "Where shall we send what is repaired or replaced?",
            claimButton: "Send the claim",
            claim: { "Claim \($0)" },
            claims: "Claims",
            state: { state in
                switch state {
                case .asked: "waiting for our answer"
                case .accepted: "accepted"
                case .declined: "declined"
                case .repair: "being repaired"
                case .replacement: "being replaced"
                case .refund: "money on its way"
                case .done: "settled"
                }
            },
            asked: "Asked",
            answerBy: { "You get our answer by \($0)." },
            reasonTitle: "Why we declined",
            lawStays: """
                What the law gives you doesn’t depend on what we think. If you see it differently, \
                write to us.
                """,
            sendIn: { "Send it in with \($0) on the parcel. We pay for the way. The address:" },
            keepIt: "You needn’t send anything in: no carrier may take the faulty one.",
            onItsWay: "On its way to you",
            photo: { "Photo \(formats.number($0)) of the claim" },
            handOnTitle: "Hand it on",
            handOnText: """
                If you give the unit away, give its passport with it: get a code and pass it on. Whoever \
                uses it can claim from then on, and you can’t any more.
                """,
            handOnButton: "Get a code",
            codeTitle: "The code for the new owner",
            codeText: { "To be typed in at \($0), by somebody who has an account here." },
            codeOnce: "It works once, until",
            takeTitle: "Take over a passport",
            takeText: """
                Somebody gave you a unit and a code with it? Type it in, and the passport is yours.
                """,
            takeButton: "Take it over",
            taken: "The passport is yours now.",
            noClaims: "No claim is open.",
            accept: "Accept",
            decline: "Decline",
            carryOut: "Do this",
            send: "Sent to the holder",
            wishes: { "would like: \($0)" },
            checkReturn: { "Check the return \($0)" })
    }
}
