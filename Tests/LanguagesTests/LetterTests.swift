// Every letter in every language: it names its reader, leads somewhere, and its sums are there.
import Languages
import Rules
import TestKit
import Testing

private let eur = Currency.eur
private let ada = LetterReader(name: "Ada", shop: "Onsale")
private let link = "https://shop.example.com/x/1"

private func order(_ cost: WayBack.Cost) -> OrderLetter {
    OrderLetter(
        number: "F7K2-9QWD",
        items: [OrderLetter.Item(name: "Mi Band", quantity: 2, goods: Money(3000, eur))],
        shipping: Money(1250, eur), duty: Money(0, eur), tax: Money(850, eur), fees: Money(0, eur),
        total: Money(5100, eur), promise: Day(2015, 5, 28)!, link: link,
        wayBack: WayBack(days: 14, cost: cost))
}

private func goods(_ cost: WayBack.Cost) -> ReturnLetter {
    ReturnLetter(
        orderNumber: "F7K2-9QWD", returnNumber: "R-7K2F-9QWD", units: [LetterUnits("Mi Band", 1)],
        address: ["Onsale", "Shenzhen"], cost: cost, lastDay: Day(2015, 6, 20)!, link: link)
}

func everyLetter(in language: Language) -> [Letter] {
    let letters = Letters(for: language)
    let costs: [WayBack.Cost] = [.buyer(Money(1800, eur)), .store, .notSent]
    let delivery = DeliveryLetter(day: Day(2015, 6, 2)!, lastReturnDay: Day(2015, 6, 16)!)
    let reasons: [Refund.Reason] = [.late, .cancelled, .returned]
    return [
        WithheldLetter(product: "Mi Band", quantity: 2, reason: "42", link: link)
            .letter(to: ada, in: language),
        letters.confirmAddress(ada, link), letters.resetPassword(ada, link),
        letters.accountExists(ada, link, link), letters.orderCancelled(ada, order(.store)),
    ] + aftercareLetters(in: language) + parcelLetters(in: language)
        + warrantyLetters(in: language) + accountLetters(in: language)
        + costs.map { letters.orderPaid(ada, order($0)) }
        + costs.map { letters.orderDelivered(ada, order($0), delivery) }
        + costs.map { letters.returnInstructions(ada, goods($0)) }
        + reasons.map {
            letters.moneyReturned(
                ada,
                RefundLetter(
                    orderNumber: "F7K2-9QWD", amount: Money(5100, eur), reason: $0, link: link))
        }
}

private func parcelLetters(in language: Language) -> [Letter] {
    let letters = ParcelLetters(for: language)
    let day = Day(2015, 6, 2)!
    let units = [LetterUnits("Mi Band", 1)]
    func parcel(
        _ part: ParcelLetter.Part = .whole, by day: Day? = nil, delivered: Day? = nil
    ) -> ParcelLetter {
        ParcelLetter(
            orderNumber: "F7K2-9QWD", units: units,
            shipment: Shipment(
                carrier: "Post", trackingNumber: "RX123456789CN", day: Day(2015, 5, 26)!),
            part: part, by: day, delivered: delivered, link: link)
    }
    let parts: [ParcelLetter.Part] = [.whole, .some(rest: units, by: day), .last]
    return parts.map { letters.dispatched(ada, order(.store), parcel($0)) } + [
        letters.missing(ada, parcel(by: day)),
        letters.missing(ada, parcel(by: day, delivered: Day(2015, 6, 1))),
        letters.found(ada, parcel(), "4711"), letters.lost(ada, parcel(by: day)),
        letters.lost(ada, parcel()), letters.returned(ada, parcel(by: day)),
        letters.returned(ada, parcel()), letters.restCancelled(ada, "F7K2-9QWD", link),
    ]
}

private func aftercareLetters(in language: Language) -> [Letter] {
    let letters = AftercareLetters(for: language)
    let outcomes: [WithdrawalLetter.Outcome] = [
        .open, .cancelled, .returning(number: "R-7K2F-9QWD"), .refused,
    ]
    let units = [LetterUnits("Mi Band", 2)]
    let day = Day(2015, 5, 28)!
    return outcomes.map { outcome in
        letters.withdrawalReceipt(
            ada,
            WithdrawalLetter(
                orderNumber: "F7K2-9QWD", name: "Ada", declared: day.midnight(),
                units: outcome == .open ? [] : units, outcome: outcome, link: link))
    }
        + [0, 500].map {
            letters.returnReceived(
                ada,
                ReceivedLetter(
                    orderNumber: "F7K2-9QWD", returnNumber: "R-7K2F-9QWD",
                    amount: Money(1342, eur), deduction: Money($0, eur),
                    note: $0 == 0 ? "" : "Worn", link: link))
        }
        + [nil, day].flatMap { until in
            let late = LateLetter(
                orderNumber: "F7K2-9QWD", day: day, total: Money(5100, eur), waitUntil: until,
                link: link)
            return [letters.dispatchLate(ada, late)]
                + (until == nil ? [letters.deliveryLate(ada, late)] : [])
        }
}

private func accountLetters(in language: Language) -> [Letter] {
    let letters = AccountLetters(for: language)
    return [
        letters.confirmNewMail(ada, link), letters.mailChanged(ada, link),
        letters.passwordChanged(ada, link),
    ]
}

private func claim(
    _ remedy: Claim.Remedy? = nil, law: Day? = Day(2017, 5, 30)!, isSent: Bool = true
) -> ClaimLetter {
    ClaimLetter(
        number: "C-7K2F-9QWD", product: "Mi Headphones", lawUntil: law,
        makerUntil: Day(2016, 5, 30)!, answerBy: Day(2015, 9, 15)!, reason: "Saltwater",
        remedy: remedy,
        wayIn: isSent
            ? .send(number: "C-7K2F-9QWD", address: ["Onsale", "Shenzhen"]) : .keep,
        shipment: Shipment(carrier: "EMS", trackingNumber: "EE1", day: Day(2015, 9, 20)!),
        link: link)
}

private func warrantyLetters(in language: Language) -> [Letter] {
    let letters = WarrantyLetters(for: language)
    return [nil, Day(2017, 5, 30)!].map { letters.received(ada, claim(law: $0)) }
        + Claim.Remedy.allCases.flatMap { remedy in
            [true, false].map { letters.remedy(ada, claim(remedy, isSent: $0)) }
        } + [Claim.Remedy.repair, .replacement].map { letters.done(ada, claim($0)) } + [
            letters.accepted(ada, claim()), letters.declined(ada, claim()),
        ]
}

struct LetterTests {
    @Test(arguments: Language.allCases)
    func `of a guarantee the law is said first`(language: Language) throws {
        let text = WarrantyLetters(for: language).received(ada, claim()).text
        let formats = Phrases.of(language).formats
        let law = try #require(text.firstRange(of: formats.day(Day(2017, 5, 30)!)))
        let maker = try #require(text.firstRange(of: formats.day(Day(2016, 5, 30)!)))
        #expect(law.lowerBound < maker.lowerBound)
    }

    @Test(arguments: Language.allCases)
    func `every letter greets, leads somewhere and is signed`(language: Language) {
        let letters = everyLetter(in: language)
        #expect(Set(letters).count == letters.count)
        for letter in letters {
            #expect(letter.subject.count > 5 && !letter.subject.contains("\n"))
            #expect(letter.text.split(separator: "\n")[0].contains("Ada"))
            #expect(letter.text.contains("\n" + link + "\n"), "\(letter.text)")
            #expect(letter.text.hasSuffix("\nOnsale\n"))
            #expect(!letter.text.contains("\n\n\n"))
        }
    }

    @Test func `a paid order says the sum, the promise and the way back`() {
        let letter = Letters(for: .german).orderPaid(ada, order(.buyer(Money(1800, eur))))
        #expect(letter.subject == "Ihre Bestellung F7K2-9QWD ist bezahlt")
        #expect(
            letter.text.contains(
                """
                  2 × Mi Band: 30,00\u{A0}€
                  Versand: 12,50\u{A0}€
                  Zoll: 0,00\u{A0}€
                  Steuern: 8,50\u{A0}€
                  Gesamt: 51,00\u{A0}€
                """))
        for fact in ["Donnerstag, 28. Mai 2015", "14\u{A0}Tagen", "18,00\u{A0}€"] {
            #expect(letter.text.contains(fact), "\(fact)")
        }
    }

    @Test func `a delivered order says the last day to send it back`() {
        let delivery = DeliveryLetter(day: Day(2015, 6, 2)!, lastReturnDay: Day(2015, 6, 16)!)
        let letter = Letters(for: .americanEnglish).orderDelivered(ada, order(.store), delivery)
        #expect(letter.text.contains("until Tuesday, June 16, 2015"))
        #expect(letter.text.contains("We pay for the way back."))
    }

    @Test func `goods that nobody takes back needn't be sent`() {
        let letter = Letters(for: .britishEnglish).returnInstructions(ada, goods(.notSent))
        #expect(!letter.text.contains("Shenzhen"))
        #expect(letter.text.contains("wouldn’t have to send them"))
        let sent = Letters(for: .britishEnglish).returnInstructions(
            ada, goods(.buyer(Money(1300, .gbp))))
        for fact in ["Shenzhen", "R-7K2F-9QWD", "Saturday 20 June 2015", "£13.00"] {
            #expect(sent.text.contains(fact), "\(fact)")
        }
    }
}
