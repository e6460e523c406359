// A link in a letter that proves that its reader has the mailbox. It works once, for a while.

package struct Confirmation: Identified, Hashable, Sendable {
    package static let idPrefix = "cnf"

    package let id: ID<Confirmation>
    package let account: ID<Account>
    package let purpose: Purpose
    package let expires: Moment
    package let used: Moment?
    /// The address that the account gets; and the one it had, once it has it.
    package let mail: String?
    package let formerMail: String?

    package init(
        id: ID<Confirmation>, account: ID<Account>, purpose: Purpose, expires: Moment,
        used: Moment? = nil, mail: String? = nil, formerMail: String? = nil
    ) {
        self.id = id
        self.account = account
        self.purpose = purpose
        self.expires = expires
        self.used = used
        self.mail = mail
        self.formerMail = formerMail
    }

    package enum Purpose: String, Hashable, Sendable {
        case confirmAddress = "confirm_address"
        case resetPassword = "reset_password"
        /// The account gets another address, when its link was followed there.
        case changeMail = "change_mail"

        /// A reset opens an account, so its link is short-lived.
        package var lifetime: Span {
            switch self {
            case .confirmAddress, .changeMail: .days(2)
            case .resetPassword: .hours(1)
            }
        }

        package var letter: LetterKind {
            switch self {
            case .confirmAddress: .confirmAddress
            case .resetPassword: .resetPassword
            case .changeMail: .confirmNewMail
            }
        }
    }

    /// Throws `.linkExpired`: used already, too old, or meant for something else.
    package func check(for purpose: Purpose, at now: Moment) throws(Refusal) {
        guard self.purpose == purpose, used == nil, now < expires else { throw .linkExpired }
    }
}
