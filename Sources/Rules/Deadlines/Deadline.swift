// A deadline: until when something must be done, or may be. It is kept as an instant, with the
// event that started its clock and the rule that set its length: "14 days" alone means nothing.

package struct Deadline: Hashable, Sendable {
    /// The id of what it is about: an order, a return, a customs case, a claim.
    package let subject: String
    package let kind: Kind
    /// Too late from this instant on.
    package let ends: Moment
    /// The last day as people say it, in the zone that counts.
    package let day: Day
    package let anchor: Anchor
    package let anchored: Moment
    /// `DE: 14 days`, as an operator reads it.
    package let rule: String
    package let state: State

    package init(
        subject: String, kind: Kind, ends: Moment, day: Day, anchor: Anchor, anchored: Moment,
        rule: String, state: State = .open
    ) {
        self.subject = subject
        self.kind = kind
        self.ends = ends
        self.day = day
        self.anchor = anchor
        self.anchored = anchored
        self.rule = rule
        self.state = state
    }

    /// The same, as if nothing had become of it yet.
    package var reopened: Deadline {
        Deadline(
            subject: subject, kind: kind, ends: ends, day: day, anchor: anchor, anchored: anchored,
            rule: rule)
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        // What the store owes
        case dispatch
        /// A late order that its buyer hasn't agreed to wait for.
        case consent
        case delivery
        /// A parcel that doesn't come is searched for.
        case parcelSearch = "parcel_search"
        case refund
        case customsAnswer = "customs_answer"
        case customsProtest = "customs_protest"
        case warrantyAnswer = "warranty_answer"
        /// Duty or tax that comes back to whoever claims it in time.
        case recovery
        // What the buyer may do
        case missingReport = "missing_report"
        case returnWindow = "return_window"
        case sendingBack = "sending_back"
        case legalGuarantee = "legal_guarantee"
        case makersWarranty = "makers_warranty"
        // The sale's own, which stand in its rounds
        case roomOpens = "room_opens"
        case roundOpens = "round_opens"
        case roundCloses = "round_closes"
        // What others may do
        case customsFinal = "customs_final"

        /// Whether somebody at the store must act before it ends.
        package var isOwed: Bool {
            switch self {
            case .dispatch, .consent, .delivery, .parcelSearch, .refund, .customsAnswer,
                .customsProtest, .warrantyAnswer, .recovery:
                true
            case .missingReport, .returnWindow, .sendingBack, .legalGuarantee, .makersWarranty,
                .customsFinal, .roomOpens, .roundOpens, .roundCloses:
                false
            }
        }
    }

    package enum Anchor: String, Hashable, Sendable, CaseIterable {
        case announced, placed, promised, dispatched, delivered, declared
        case goodsOrProof = "goods_or_proof"
        case claimed, challenged, decided, repaired
        case declaredToCustoms = "declared_to_customs"
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case open
        /// Done in time, or so late that it doesn't matter any more.
        case met
        case missed
        /// A right that has run out, or a duty that nobody has any more.
        case over
    }
}
