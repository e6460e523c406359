// Somebody who is logged in, on one device: for as long as they keep coming, up to a limit.

package struct Session: Hashable, Sendable {
    package let account: ID<Account>
    package let created: Moment
    /// When it was last used, within an hour: it isn't written at every page.
    package let seen: Moment
    package let device: Device

    package init(
        account: ID<Account>, created: Moment, seen: Moment, device: Device = Device(name: "")
    ) {
        self.account = account
        self.created = created
        self.seen = seen
        self.device = device
    }

    package func isAlive(at now: Moment, within lifetime: SessionLifetime) -> Bool {
        now < created + lifetime.absolute && now < seen + lifetime.idle
    }

    /// Whether it is time to write down that it is still used.
    package func wantsToBeSeen(at now: Moment) -> Bool { now >= seen + .hours(1) }
}

package struct SessionLifetime: Hashable, Sendable {
    /// Unused for so long, it is over.
    package let idle: Span
    /// Used or not, it is over after this.
    package let absolute: Span

    /// `idle` is more than an hour, since that is how exactly the last use is known.
    package init(idle: Span = .days(14), absolute: Span = .days(90)) {
        precondition(idle > .hours(1) && absolute >= idle, "a session would end while it is used")
        self.idle = idle
        self.absolute = absolute
    }
}
