// One's own account in English.

import Rules

extension PersonalPhrases {
    static func english(_ formats: Formats) -> PersonalPhrases {
        PersonalPhrases(
            overview: "Overview",
            returns: "Returns",
            noReturns: "You haven’t sent anything back.",
            addresses: "Addresses",
            addressesText: "For your next order: at the checkout you choose one with a click.",
            addAddress: "Add an address",
            changeAddress: "Change",
            removeAddress: "Remove",
            useAddress: "Use this address",
            keepAddress: "Keep this address for the next order",
            receipts: "Receipts",
            receiptsText: """
                Every round you entered, and what became of your ticket in it, from the public record.
                """,
            noReceipts: "You haven’t entered any round yet.",
            notOpened: "not opened yet",
            signIn: "Sign-in",
            devices: "Where you are logged in",
            thisDevice: "this device",
            unknownDevice: "Unknown device",
            since: "since",
            lastUsed: "last used",
            logOutThere: "Log out there",
            logOutOthers: "Log out everywhere else",
            othersOut: "All other devices are logged out.",
            passwordTitle: "Change your password",
            currentPassword: "Current password",
            passwordButton: "Change the password",
            passwordDone: "Your password is changed. All other devices are logged out.",
            mailTitle: "Change your mail address",
            mailText: """
                We write to the new address. It becomes yours when you follow the link there, and we \
                tell the old one.
                """,
            newMail: "New mail address",
            mailButton: "Write to the new address",
            mailConfirmText: "One more click, and your account has this mail address.",
            mailConfirmButton: "Take the new address",
            mailDone: "Your account has the new mail address.",
            yourRecords: "Your data",
            exportTitle: "Take it with you",
            exportText: """
                Everything we have about you, in one file that programs can read (JSON): account, \
                addresses, orders, payments, returns, warranties, tickets, and who looked at it.
                """,
            exportButton: "Download everything",
            retentionTitle: "How long we keep what",
            retention: { subject in
                switch subject {
                case .orders: "Books of an order: goods, sums, dates, country"
                case .addresses: "Name, street and phone on an order that is over"
                case .accounts: "An account that nobody uses"
                case .logs: "Who looked at what, and by what a place in a room was known"
                }
            },
            months: {
                $0 > 12 && $0 % 12 == 0
                    ? formats.count($0 / 12, one: "year", other: "years")
                    : formats.count($0, one: "month", other: "months")
            },
            basis: { $0 == .law ? "the law wants it" : "our choice" },
            looksTitle: "Who of us looked at your records",
            noLooks: "Nobody has.",
            eraseTitle: "Delete your account",
            eraseText: """
                Your name, mail address, addresses, phone numbers, photos and devices are overwritten at \
                once, and nobody can bring them back. You can’t log in any more.
                """,
            eraseKept: """
                This is kept, under a made-up name, because the law wants it or because the public \
                record of a sale must stay provable:
                """,
            eraseKeptNothing: "Nothing of yours has to be kept.",
            keptUntil: { "Order \($0): goods, sums, dates and country, until \($1)" },
            kept: { "Order \($0): goods, sums, dates and country" },
            eraseLosesWarranty: """
                You still have units under guarantee. Without an account you can’t claim here; hand their \
                passports on first if somebody else shall have them.
                """,
            eraseButton: "Delete my account for good",
            erasedTitle: "Your account is deleted",
            erasedText: "Your name, your addresses and everything else about you are overwritten.",
            accessLog: "Access log",
            accessText: "Who of us looked at whose records, when and on which page.",
            accessOf: "Account or order",
            show: "Show")
    }
}
