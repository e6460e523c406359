// The shop: everything a verb needs, put together once by the executable. Each thing somebody does
// is an extension of it, in a file of its own.

package import Logging
package import Rules
package import Storage

package final class Shop: Sendable {
    package let storage: Storage
    package let clock: any Timepiece
    package let chance: SharedChance
    package let log: Logger
    let turnstile: Turnstile

    package init(
        storage: Storage, clock: any Timepiece = WallClock(), chance: SharedChance = SharedChance(),
        log: Logger = Logger(label: "shop")
    ) {
        self.storage = storage
        self.clock = clock
        self.chance = chance
        self.log = log
        turnstile = Turnstile(storage: storage, clock: clock, chance: chance)
    }
}
