// What the pages of one's own account say beyond the log-in: addresses, devices, receipts of
// rounds, and what becomes of one's data.

package import Rules

package struct PersonalPhrases: Sendable {
    package var overview: String
    package var returns: String
    package var noReturns: String

    // Addresses
    package var addresses: String
    package var addressesText: String
    package var addAddress: String
    package var changeAddress: String
    package var removeAddress: String
    package var useAddress: String
    package var keepAddress: String

    // Receipts
    package var receipts: String
    package var receiptsText: String
    package var noReceipts: String
    package var notOpened: String

    // Sign-in
    package var signIn: String
    package var devices: String
    package var thisDevice: String
    package var unknownDevice: String
    package var since: String
    package var lastUsed: String
    package var logOutThere: String
    package var logOutOthers: String
    package var othersOut: String
    package var passwordTitle: String
    package var currentPassword: String
    package var passwordButton: String
    package var passwordDone: String
    package var mailTitle: String
    package var mailText: String
    package var newMail: String
    package var mailButton: String
    package var mailConfirmText: String
    package var mailConfirmButton: String
    package var mailDone: String

    // One's data
    package var yourRecords: String
    package var exportTitle: String
    package var exportText: String
    package var exportButton: String
    package var retentionTitle: String
    package var retention: @Sendable (RetentionRule.Subject) -> String
    package var months: @Sendable (Int) -> String
    package var basis: @Sendable (RetentionRule.Basis) -> String
    package var looksTitle: String
    package var noLooks: String
    package var eraseTitle: String
    package var eraseText: String
    package var eraseKept: String
    package var eraseKeptNothing: String
    package var keptUntil: @Sendable (_ number: String, _ day: String) -> String
    package var kept: @Sendable (_ number: String) -> String
    package var eraseLosesWarranty: String
    package var eraseButton: String
    package var erasedTitle: String
    package var erasedText: String

    // For the operator
    package var accessLog: String
    package var accessText: String
    package var accessOf: String
    package var show: String
}
