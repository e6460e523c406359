// Every "no" has two sentences in every language, and none is another's.
import Languages
import Rules
import TestKit
import Testing

struct PhraseTests {
    @Test func `the list of refusals is as long as the enum`() {
        #expect(Set(everyRefusal.map(\.code)).count == 66)
        #expect(everyRefusal.allSatisfy(isListed))
    }

    @Test(arguments: Language.allCases)
    func `every refusal says what it is and what would change it`(language: Language) {
        let phrases = Phrases.of(language).refusals
        var seen: Set<String> = []
        for refusal in everyRefusal {
            let told = phrases.told(refusal, .hours(1))
            for sentence in [told.what, told.remedy] {
                #expect(sentence.count > 5, "\(refusal)")
                #expect(".!".contains(sentence.last!) || sentence.contains(": "), "\(sentence)")
            }
            #expect(seen.insert(told.what).inserted, "\(told.what)")
            #expect(told.what != told.remedy)
        }
    }

    @Test(arguments: Language.allCases)
    func `every field has a name of its own, and every problem a sentence`(language: Language) {
        let phrases = Phrases.of(language).refusals
        #expect(Set(Field.allCases.map(phrases.name)).count == Field.allCases.count)
        for field in Field.allCases {
            let sentences = everyProblem.map { phrases.fault(Fault(field, $0)) }
            #expect(Set(sentences).count == everyProblem.count, "\(field)")
            for sentence in sentences {
                #expect(sentence.hasPrefix(phrases.name(field)) && sentence.hasSuffix("."))
            }
        }
    }

    @Test func `names of fields follow the country`() {
        let names = Language.allCases.map { Phrases.of($0).refusals.name(.postcode) }
        #expect(names == ["ZIP code", "Postcode", "Code postal", "Postleitzahl"])
    }

    @Test func `a refusal tells the time on the reader's clock`() {
        let opens = Day(2015, 5, 19)!.midnight() + .hours(2)
        let told = Phrases.of(.french).refusals.told(.saleNotOpen(opens: opens), .hours(2))
        #expect(told.remedy == "Elle commence le 19 mai 2015 à 04:00\u{A0}UTC+2.")
    }

    /// Texts that went untranslated, or a language that slipped into another.
    @Test(arguments: [Language.french, .german])
    func `nothing is left in English`(language: Language) {
        let english: Set<String> = [
            "the", "you", "your", "is", "are", "and", "of", "to", "it", "this", "with",
            "for",
            "not", "please", "we", "our", "have", "has", "be", "or", "from", "password", "order",
        ]
        for text in everyText(in: language) {
            let words = text.lowercased().split { !$0.isLetter && $0 != "’" }.map(String.init)
            let slipped = words.filter(english.contains)
            #expect(slipped.isEmpty, "\(slipped) in: \(text)")
        }
    }

    /// A space that may break before : ; ! ? or » lets a line begin with it.
    @Test func `French has its own spaces before its signs`() {
        for text in everyText(in: .french) {
            for sign in [" :", " ;", " !", " ?", " »", "« ", " €", " %"] {
                #expect(!text.contains(sign), "\(text)")
            }
            #expect(!text.contains("'"), "\(text)")
        }
    }

    @Test(arguments: Language.allCases)
    func `apostrophes and quotation marks are the printed ones`(language: Language) {
        for text in everyText(in: language) {
            #expect(!text.contains("'") && !text.contains("\""), "\(text)")
        }
    }
}

/// Everything that is said without an area of its own in a test: refusals, faults, account pages
/// and letters.
func everyText(in language: Language) -> [String] {
    let phrases = Phrases.of(language)
    let refusals = everyRefusal.map { phrases.refusals.told($0, .zero) }
    let faults = Field.allCases.flatMap { field in
        everyProblem.map { phrases.refusals.fault(Fault(field, $0)) }
    }
    // What programs read is called the same in every language.
    let said = refusals.flatMap { [$0.what, $0.remedy] }.map {
        $0.replacing("Idempotency-Key", with: "")
    }
    return said + faults + accountTexts(phrases.account) + borderTexts(phrases)
        + warrantyTexts(phrases.warranty) + personalTexts(phrases.personal)
        + (everyLetter(in: language) + WishLetters.all(in: language)
        + CallLetters.all(in: language)).flatMap {
            [$0.subject, $0.text]
        }
}

private func accountTexts(_ phrases: AccountPhrases) -> [String] {
    let reflected = Mirror(reflecting: phrases).children.compactMap { $0.value as? String }
    return reflected + [
        phrases.checkMailText("x@example.com"), phrases.resetSentText("x@example.com"),
        phrases.greeting("X"), phrases.country(Country("GB")!),
    ]
}

private func warrantyTexts(_ phrases: WarrantyPhrases) -> [String] {
    let reflected = Mirror(reflecting: phrases).children.compactMap { $0.value as? String }
    return reflected + Claim.Remedy.allCases.map(phrases.remedy)
        + Claim.State.allCases.map(phrases.state) + [
            phrases.passport("W-1"), phrases.until("X"), phrases.ranOut("X"),
            phrases.claimText(14), phrases.photosHint(4, 6), phrases.claim("C-1"),
            phrases.answerBy("X"), phrases.sendIn("C-1"), phrases.photo(1), phrases.codeText("X"),
            phrases.wishes("X"), phrases.checkReturn("R-1"),
        ]
}

private func personalTexts(_ phrases: PersonalPhrases) -> [String] {
    let reflected = Mirror(reflecting: phrases).children.compactMap { $0.value as? String }
    return reflected + RetentionRule.Subject.allCases.map(phrases.retention)
        + RetentionRule.Basis.allCases.map(phrases.basis) + [
            phrases.months(12), phrases.keptUntil("X", "Y"), phrases.kept("X"),
        ]
}

private func borderTexts(_ phrases: Phrases) -> [String] {
    let (border, rules, room) = (phrases.border, phrases.rules, phrases.room)
    let areas: [Any] = [border, rules, room]
    let reflected = areas.map { Mirror(reflecting: $0) }.flatMap { mirror in
        mirror.children.compactMap { $0.value as? String }
    }
    return reflected + [
        border.notSoldTo("X"), border.soldTo("X"), border.wishSent("x@example.com"),
        border.wishTitle("X"), border.tellAccount("x@example.com"), rules.version("1"),
        rules.from("X"), rules.toConfirm("X"),
        rules.confirmedBy("X"), rules.endsSoon(90), rules.inForce("X"), rules.until("X"),
        rules.gateProved("X", "Y"), rules.nexusCount("1", 2, "3"), rules.wishCount(2),
    ]
}

extension WishLetters {
    fileprivate static func all(in language: Language) -> [Letter] {
        let letters = WishLetters(for: language)
        return [
            letters.confirm("Onsale", "X", "https://shop.example.com/wishes/1"),
            letters.soldHere("Onsale", "X", "https://shop.example.com/"),
        ]
    }
}

extension CallLetters {
    fileprivate static func all(in language: Language) -> [Letter] {
        let letters = CallLetters(for: language)
        let opens = Day(2015, 5, 19)!.midnight() + .hours(2)
        let call = CallLetter(
            shop: "Onsale", title: "X", announcement: "Y.",
            times: [CallLetter.Times(room: opens - .hours(1), opens: opens)],
            link: "https://shop.example.com/sales/x", end: "https://shop.example.com/wishes/1")
        return [
            letters.confirm("Onsale", "https://shop.example.com/wishes/1"),
            letters.announced(call), letters.roomOpen(call),
        ]
    }
}
