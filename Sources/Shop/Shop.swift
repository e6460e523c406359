// The shop: everything a verb needs, put together once by the executable. Each thing somebody does
// is an extension of it, in a file of its own.

package import Logging
package import Partners
import Rules
package import Storage
import Synchronization

package final class Shop: Sendable {
    package let storage: Storage
    package let clock: any Timepiece
    package let chance: SharedChance
    package let rulebook: LiveRulebook
    /// By the name under which a market lists them: `paypal`.
    package let payments: [String: any PaymentMethod]
    /// By the name under which a parcel travels with them; others' numbers are typed in.
    package let carriers: [String: any Carrier]
    /// Nil where no photographs can be made.
    package let darkroom: (any Darkroom)?
    package let mailer: any Mailer
    package let secrets: Secrets
    package let settings: ShopSettings
    package let log: Logger
    let passwords: PasswordHasher
    let turnedAway = TurnedAway()
    let turnstile: Turnstile
    let stalls = Stalls()
    private let shownChanges = Mutex(0)
    let paces: ReservationPaces
    let quoteTexts = QuoteTexts()
    let entryLines = EntryLines()
    let recentSessions: RecentSessions
    let sessionDesk: SessionDesk

    package init(
        storage: Storage, rulebook: LiveRulebook, payments: [String: any PaymentMethod],
        mailer: any Mailer, carriers: [String: any Carrier] = [:],
        darkroom: (any Darkroom)? = nil,
        clock: any Timepiece = WallClock(),
        chance: SharedChance = SharedChance(), settings: ShopSettings = ShopSettings(),
        passwords: PasswordHasher = PasswordHasher(), log: Logger = Logger(label: "shop"),
        rule: BatchRule = .ours
    ) {
        self.storage = storage
        self.rulebook = rulebook
        self.payments = payments
        self.mailer = mailer
        self.carriers = carriers
        self.darkroom = darkroom
        self.clock = clock
        self.chance = chance
        self.settings = settings
        self.passwords = passwords
        self.log = log
        secrets = Secrets(storage: storage, chance: chance)
        recentSessions = RecentSessions(isShared: storage.isShared)
        sessionDesk = SessionDesk(
            storage: storage, recent: recentSessions, lifetime: settings.sessions,
            clock: clock)
        paces = ReservationPaces(settings.pace, clock: clock)
        turnstile = Turnstile(storage: storage, clock: clock, chance: chance, rule: rule)
        passwords.giveWay { [turnstile] in turnstile.isAtWork }
    }

    /// Another number after each change to what is shown of sales and products, on this node: what
    /// was read of them before is void.
    package var shownEdition: Int { shownChanges.withLock { $0 } }

    func noteChangeToWhatIsShown() { shownChanges.withLock { $0 += 1 } }

    /// The turnstile's threads hold on to it, and end when nobody can come any more.
    deinit { turnstile.close() }
}
