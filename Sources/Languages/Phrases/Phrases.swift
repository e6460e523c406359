// Everything the shop says, in one language: an area of the shop is a struct of phrases, and each
// language gives it a value, so that a phrase that is missing somewhere doesn't compile.

package import Rules

/// A class, so that a page hands on a reference and not a thousand texts.
package final class Phrases: Sendable {
    package let language: Language
    package let formats: Formats
    package let refusals: RefusalPhrases
    package let account: AccountPhrases
    package let site: SitePhrases
    package let sale: SalePhrases
    package let fairness: FairnessPhrases
    package let checkout: CheckoutPhrases
    package let orders: OrderPhrases
    package let console: ConsolePhrases
    package let border: BorderPhrases
    package let rules: RulesPhrases
    package let guide: GuidePhrases
    package let aftercare: AftercarePhrases
    package let money: MoneyPhrases
    package let room: RoomPhrases
    package let parcels: ParcelPhrases
    package let imports: ImportPhrases
    package let pictures: PicturePhrases
    package let warranty: WarrantyPhrases
    package let personal: PersonalPhrases
    package let beacon: BeaconPhrases
    package let recovery: RecoveryPhrases
    package let invoices: InvoicePhrases

    /// The phrases of one language; made once and shared.
    package static func of(_ language: Language) -> Phrases {
        switch language {
        case .americanEnglish: americanEnglish
        case .britishEnglish: britishEnglish
        case .french: french
        case .german: german
        }
    }

    private init(
        _ language: Language, formats: Formats, refusals: RefusalPhrases, account: AccountPhrases,
        site: SitePhrases, sale: SalePhrases, fairness: FairnessPhrases,
        checkout: CheckoutPhrases, orders: OrderPhrases, console: ConsolePhrases,
        border: BorderPhrases, rules: RulesPhrases, guide: GuidePhrases,
        aftercare: AftercarePhrases, money: MoneyPhrases, room: RoomPhrases,
        parcels: ParcelPhrases, imports: ImportPhrases, pictures: PicturePhrases,
        warranty: WarrantyPhrases, personal: PersonalPhrases,
        beacon: BeaconPhrases, recovery: RecoveryPhrases,
        invoices: InvoicePhrases
    ) {
        self.language = language
        self.formats = formats
        self.refusals = refusals
        self.account = account
        self.site = site
        self.sale = sale
        self.fairness = fairness
        self.checkout = checkout
        self.orders = orders
        self.console = console
        self.border = border
        self.rules = rules
        self.guide = guide
        self.aftercare = aftercare
        self.money = money
        self.room = room
        self.parcels = parcels
        self.imports = imports
        self.pictures = pictures
        self.warranty = warranty
        self.personal = personal
        self.beacon = beacon
        self.recovery = recovery
        self.invoices = invoices
    }

    private static let americanEnglish = Phrases(
        .americanEnglish, formats: .americanEnglish, refusals: .americanEnglish,
        account: .americanEnglish, site: .americanEnglish, sale: .americanEnglish,
        fairness: .americanEnglish, checkout: .americanEnglish, orders: .americanEnglish,
        console: .americanEnglish, border: .english, rules: .americanEnglish,
        guide: .americanEnglish, aftercare: .americanEnglish,
        money: .americanEnglish, room: .americanEnglish, parcels: .english, imports: .english,
        pictures: .english,
        warranty: .english(.americanEnglish), personal: .english(.americanEnglish),
        beacon: .english, recovery: .english, invoices: .english)
    private static let britishEnglish = Phrases(
        .britishEnglish, formats: .britishEnglish, refusals: .britishEnglish,
        account: .britishEnglish, site: .britishEnglish, sale: .britishEnglish,
        fairness: .britishEnglish, checkout: .britishEnglish, orders: .britishEnglish,
        console: .britishEnglish, border: .english, rules: .britishEnglish,
        guide: .britishEnglish, aftercare: .britishEnglish,
        money: .britishEnglish, room: .britishEnglish, parcels: .english, imports: .english,
        pictures: .english,
        warranty: .english(.britishEnglish), personal: .english(.britishEnglish),
        beacon: .english, recovery: .english, invoices: .english)
    private static let french = Phrases(
        .french, formats: .french, refusals: .french, account: .french, site: .french,
        sale: .french, fairness: .french, checkout: .french, orders: .french,
        console: .french, border: .french, rules: .french, guide: .french,
        aftercare: .french,
        money: .french, room: .french, parcels: .french, imports: .french, pictures: .french,
        warranty: .french, personal: .french,
        beacon: .french, recovery: .french, invoices: .french)
    private static let german = Phrases(
        .german, formats: .german, refusals: .german, account: .german, site: .german,
        sale: .german, fairness: .german, checkout: .german, orders: .german,
        console: .german, border: .german, rules: .german, guide: .german,
        aftercare: .german,
        money: .german, room: .german, parcels: .german, imports: .german, pictures: .german,
        warranty: .german, personal: .german,
        beacon: .german, recovery: .german, invoices: .german)
}

extension Language {
    /// As its speakers call it: what a choice of languages shows.
    package var ownName: String {
        switch self {
        case .americanEnglish: "English (US)"
        case .britishEnglish: "English (UK)"
        case .french: "Français"
        case .german: "Deutsch"
        }
    }
}
