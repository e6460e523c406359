// Disasters that befell other shops, by the names they are known under there. Each ends with the
// audit: captured − refunded = owed.

import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct DisasterTests {
    /// PrestaShop ps_checkout #1471, Maho #799: the buyer's return and the webhook both capture.
    @Test(arguments: Engine.allCases)
    func `the browser comes back while the notice arrives`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...8 {
                    group.addTask { try await town.comeBack(from: payment) }
                    group.addTask {
                        try await town.notice("evt-\(number)", about: payment)
                        try await town.shop.runJobs()
                    }
                }
                try await group.waitForAll()
            }
            for _ in 1...3 { try await town.wind(.minutes(2)) }
            #expect(try await town.now(order).state == .paid)
            #expect(town.till.kept(for: payment.id.text) == order.total.minor)
            #expect(try await town.refunds(of: order).isEmpty)
            #expect(try await town.ledger(of: order) == ["captured \(order.total.minor)"])
        }
    }

    /// angelleye #2129: the money was taken elsewhere first, and this capture hears so.
    @Test(arguments: Engine.allCases)
    func `the notice of the money comes before anybody here captured`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            town.till.takeUnasked(payment.reference!)
            try await town.notice("evt-1", about: payment)
            try await town.tick()
            #expect(try await town.now(order).state == .paid)
            try await town.comeBack(from: payment)
            #expect(town.till.kept(for: payment.id.text) == order.total.minor)
            let captures = town.till.calls.count { if case .capture = $0 { true } else { false } }
            #expect(captures == 0)
        }
    }

    /// umbraco #395: a null answer to a capture, asked again, was a triple charge.
    @Test(arguments: Engine.allCases)
    func `a null answer to a capture takes the money once`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.unknownAfterTaking, .unknownAfterTaking)
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.comeBack(from: payment)
            #expect(try await town.payments(of: order).map(\.state) == [.unknown])
            // The buyer presses the button again, in the same window and another.
            for method in ["paypal", "card"] {
                _ = try? await town.beginPaying(order, by: ann, method: method)
            }
            for number in 1...3 {
                try await town.notice("evt-\(number)", about: payment)
                try await town.wind(.minutes(1))
            }
            #expect(try await town.now(order).state == .paid)
            #expect(town.till.kept(for: payment.id.text) == order.total.minor)
            let kept = try await town.payments(of: order).map { town.till.kept(for: $0.id.text) }
            #expect(kept.reduce(0, +) == order.total.minor)
        }
    }

    /// The money comes, by a notice, when the last unit is somebody else's.
    @Test(arguments: Engine.allCases)
    func `money after the last unit goes back at once, with one letter`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine, .bands(2)) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(15))
            let bob = try await town.person("bob", in: "DE")
            try await town.enter(bob)
            #expect(try await town.buy(2, for: bob).state == .paid)
            town.till.takeUnasked(payment.reference!)
            for number in 1...3 {
                try await town.notice("evt-\(number)", about: payment)
                try await town.wind(.minutes(1))
            }
            #expect(try await town.refunds(of: order).map(\.reason) == [.late])
            #expect(try await town.refunds(of: order).map(\.state) == [.made])
            #expect(town.till.kept(for: payment.id.text) == 0)
            let letters = town.postbox.all.filter {
                $0.to == ann.mail && $0.subject.contains(order.number)
                    && $0.messageID.contains("money_returned")
            }
            #expect(letters.count == 1)
        }
    }

    /// spree #13938, woocommerce-stripe #2339: two tabs, two payments.
    @Test(arguments: Engine.allCases)
    func `two browser tabs that pay at once pay once`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for method in ["paypal", "card", "paypal", "card"] {
                    group.addTask {
                        let payment = try await town.agree(toPay: order, by: ann, method: method)
                        try await town.comeBack(from: payment)
                    }
                }
                // Who is late hears that it is being paid, or is paid.
                while let result = await group.nextResult() {
                    if case .failure(let error) = result { #expect(error is Refusal) }
                }
            }
            for _ in 1...3 { try await town.wind(.minutes(2)) }
            #expect(try await town.now(order).state == .paid)
            let payments = try await town.payments(of: order)
            let kept = payments.map { town.till.kept(for: $0.id.text) }
            #expect(kept.reduce(0, +) == order.total.minor)
            #expect(payments.count { $0.state == .captured } == 1)
            #expect(try await town.refunds(of: order).isEmpty)
            // The other card isn't held any longer than it takes to say so.
            let unused = payments.filter { $0.state == .abandoned }.compactMap(\.reference)
            #expect(Set(talking.released) == Set(unused))
        }
    }

    /// Six hours later PayPal has forgotten the name of what it was asked, and gives another.
    @Test(arguments: Engine.allCases)
    func `a payer who tries again after six hours pays under the new name`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine, .bands(2)) { town, talking in
            let (ann, order) = try await town.annOrders()
            let before = try await town.beginPaying(order, by: ann)
            // Nobody holds units for so long, but the brake was on meanwhile.
            try await town.shop.pause(town.rounds[0], reason: "a storm", by: town.clerk)
            town.clock.wind(.hours(7))
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            talking.forget(before.reference!, andCallIt: "TAB-ANEW")
            let after = try await town.beginPaying(order, by: ann)
            #expect(after.id == before.id && after.reference == "TAB-ANEW")
            town.till.approve(before.reference!)
            try await town.comeBack(from: after)
            #expect(try await town.now(order).state == .paid)
            #expect(town.till.kept(for: after.id.text) == order.total.minor)
        }
    }

    @Test(arguments: Engine.allCases)
    func `another amount than was agreed on sells nothing and goes back`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            talking.tamper(payment.reference!, Money(1, .eur))
            try await town.comeBack(from: payment)
            #expect(try await town.now(order).state == .placed)
            let refunds = try await town.refunds(of: order)
            #expect(refunds.map(\.amount) == [Money(1, .eur)])
            #expect(refunds.map(\.reason) == [.wrongAmount])
            #expect(try await town.units() == "8 free, 2 reserved, 0 sold")
            // Called off, no more goes back than came.
            try await town.shop.cancelOrder(order.id, by: ann)
            try await town.tick()
            #expect(try await town.refunds(of: order).count == 1)
            #expect(try await town.units() == "10 free, 0 reserved, 0 sold")
        }
    }

    /// A card's hold keeps a buyer's money for a week.
    @Test(arguments: Engine.allCases)
    func `what was agreed to and can't be sold is let go of`(engine: Engine) async throws {
        try await Town.talking(on: engine, .bands(2)) { town, talking in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann, method: "card")
            try await town.wind(.minutes(15))
            let bob = try await town.person("bob", in: "DE")
            try await town.enter(bob)
            _ = try await town.buy(2, for: bob)
            // She never comes back, and no notice tells: the clock looks.
            try await town.wind(.minutes(20))
            try await town.tick()
            #expect(talking.released == [payment.reference!])
            #expect(try await town.payments(of: order).map(\.state) == [.abandoned])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that is called off leaves no page open`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann, method: "card")
            try await town.shop.cancelOrder(order.id, by: ann)
            try await town.tick()
            #expect(talking.released == [payment.reference!])
            #expect(try await town.payments(of: order).map(\.state) == [.abandoned])
            #expect(town.till.kept(for: payment.id.text) == 0)
        }
    }

    /// Who agrees and closes the window is served all the same, while there is something to sell.
    @Test(arguments: Engine.allCases)
    func `a payer who never comes back is looked after by the clock`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(31))
            try await town.tick()
            #expect(try await town.now(order).state == .paid)
        }
    }

    /// Found under every fault at once: whoever was looked at before they paid was never looked at
    /// again, and their card stayed held for a week.
    @Test(arguments: Engine.allCases)
    func `who pays after we looked, and tells nobody, is looked at again`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine, .bands(2)) { town, talking in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.beginPaying(order, by: ann, method: "card")
            try await town.comeBack(from: payment)
            try await town.wind(.minutes(31))
            let bob = try await town.person("bob", in: "DE")
            try await town.enter(bob)
            _ = try await town.buy(2, for: bob)
            town.till.approve(payment.reference!)
            try await town.wind(.hours(2))
            try await town.tick()
            #expect(talking.released == [payment.reference!])
            // And after a day nobody looks any more.
            for _ in 1...4 { try await town.wind(.hours(9)) }
            #expect(try await town.shop.storage.read { try $0.jobsWaiting() } == 0)
        }
    }
}

extension Town {
    func ledger(of order: Order) async throws -> [String] {
        try await shop.storage.read { try $0.ledger(of: order.id) }
            .map { "\($0.kind.rawValue) \($0.amount.minor)" }
    }
}
