// The life of an order and of a payment, as tables: state, event, what became of it.
import Rules
import TestKit
import Testing

struct OrderTests {
    static let today = Day(2015, 5, 19)!

    @Test func `an order lives by these rules and no others`() throws {
        let rows = table(
            """
            # state    | event    | then       | jobs
            placed     | pay      | paid       | letter:order_paid
            placed     | lapse    | lapsed     |
            placed     | cancel   | cancelled  |
            placed     | dispatch | refused    |
            placed     | deliver  | refused    |
            lapsed     | pay      | paid       | letter:order_paid
            lapsed     | cancel   | cancelled  |
            lapsed     | lapse    | refused    |
            lapsed     | dispatch | refused    |
            paid       | pay      | refused    |
            paid       | lapse    | refused    |
            paid       | refund   | cancelled  | refund letter:order_cancelled
            paid       | dispatch | dispatched | letter:order_dispatched track follow
            paid       | part     | partly_dispatched | letter:order_dispatched track follow
            paid       | deliver  | refused    |
            dispatched | pay      | refused    |
            dispatched | refund   | refused    |
            dispatched | dispatch | refused    |
            dispatched | deliver  | delivered  | letter:order_delivered
            dispatched | give up  | cancelled  | refund letter:order_cancelled
            dispatched | again    | paid       |
            partly_dispatched | dispatch | dispatched | letter:order_dispatched track follow
            partly_dispatched | deliver  | refused    |
            partly_dispatched | refund   | refused    |
            delivered  | give up  | refused    |
            delivered  | again    | refused    |
            delivered  | deliver  | refused    |
            delivered  | refund   | refused    |
            cancelled  | pay      | refused    |
            cancelled  | dispatch | refused    |
            """)
        for row in rows {
            var order = Self.order(Order.State(rawValue: row[0])!)
            do throws(Refusal) {
                let jobs = try order.apply(Self.event(row[1]))
                #expect(order.state.rawValue == row[2], "\(row)")
                #expect(jobs.map(\.kind).joined(separator: " ") == row[3], "\(row)")
            } catch {
                #expect(row[2] == "refused" && error.code == "order_state_forbids", "\(row)")
                #expect(order.state.rawValue == row[0])
            }
        }
    }

    @Test func `every job is read back as it was stored`() {
        var chance = SeededChance(seed: 1)
        let about: ID<Order> = ID(at: Moment(seconds: 1), using: &chance)
        var jobs: [Job] = [
            .settle(ID(at: Moment(seconds: 1), using: &chance)),
            .refund(ID(at: Moment(seconds: 1), using: &chance)),
        ]
        jobs += LetterKind.allCases.map { .letter($0, about: about.text) }
        for job in jobs { #expect(Job(kind: job.kind, subject: job.subject) == job) }
        #expect(Job(kind: "fly", subject: "x") == nil)
    }

    @Test func `goods come back within the days, and no more than were bought`() {
        let rows = table(
            """
            # delivered | open | reason       | bought | returned | asked | outcome
            -           | yes  | faulty       | 2      | 0        | 1     | return_not_delivered
            -           | yes  | changed_mind | 2      | 0        | 1     | allowed
            2015-06-01  | yes  | faulty       | 2      | 0        | 2     | allowed
            2015-06-01  | yes  | changed_mind | 2      | 0        | 1     | allowed
            2015-06-01  | no   | changed_mind | 2      | 0        | 1     | return_window_closed
            2015-06-01  | yes  | changed_mind | 2      | 2        | 1     | nothing_to_return
            2015-06-01  | yes  | changed_mind | 2      | 1        | 2     | input_invalid
            2015-06-01  | yes  | changed_mind | 2      | 0        | 0     | input_invalid
            """)
        for row in rows {
            var order = Self.order(.dispatched)
            if let day = Day(row[0]) {
                _ = try? order.apply(.deliver(day, lastReturnDay: day + 14))
            }
            var told = "allowed"
            do throws(Refusal) {
                try order.allowReturn(
                    of: [Return.Item("band", Int(row[5])!)],
                    reason: Return.Reason(rawValue: row[2])!,
                    units: row[2] == "faulty" && row[0] == "-" ? [:] : ["band": Int(row[3])!],
                    returned: ["band": Int(row[4])!], isOpen: row[1] == "yes")
            } catch {
                told = error.code
            }
            #expect(told == row[6], "\(row)")
        }
    }

    @Test func `a payment lives by these rules and no others`() throws {
        let rows = table(
            """
            # state   | event   | then
            created   | offer   | offered
            created   | begin   | refused
            created   | abandon | abandoned
            offered   | begin   | capturing
            offered   | capture | refused
            offered   | abandon | abandoned
            offered   | offer   | offered
            offered   | decline | declined
            declined  | offer   | offered
            declined  | decline | declined
            capturing | offer   | refused
            unknown   | offer   | refused
            captured  | offer   | refused
            abandoned | offer   | refused
            capturing | capture | captured
            capturing | decline | declined
            capturing | lose    | unknown
            capturing | await   | offered
            capturing | abandon | refused
            unknown   | begin   | capturing
            unknown   | capture | captured
            unknown   | decline | declined
            unknown   | abandon | refused
            declined  | begin   | capturing
            declined  | abandon | abandoned
            captured  | capture | captured
            captured  | decline | refused
            captured  | begin   | refused
            captured  | abandon | refused
            """)
        for row in rows {
            var payment = Self.payment(Payment.State(rawValue: row[0])!)
            do throws(Refusal) {
                try payment.apply(Self.paymentEvent(row[1]))
                #expect(payment.state.rawValue == row[2], "\(row)")
            } catch {
                #expect(row[2] == "refused", "\(row)")
                #expect(payment.state.rawValue == row[0])
            }
        }
    }
}

extension OrderTests {
    private static func id<Of: Identified>() -> ID<Of> {
        var chance = SeededChance(seed: 3)
        return ID(at: Moment(seconds: 1), using: &chance)
    }

    private static func order(_ state: Order.State) -> Order {
        Order(
            id: id(), number: "F7K2-9QWD", account: id(), sale: id(), market: Country("DE")!,
            total: Money(1500, .eur), state: state, placed: Moment(seconds: 1),
            promise: today)
    }

    /// Two bands were bought; so many of them leave.
    private static func leaving(_ units: Int) -> Order.Event {
        let parcel = Parcel(
            id: id(), order: id(), number: 1,
            items: [ParcelPlan.Item(product: "band", quantity: units)],
            shipment: Shipment(carrier: "x", trackingNumber: "1", day: today))
        return .dispatch(parcel, Fulfilment(bought: ["band": 2], parcels: [parcel]))
    }

    private static func event(_ name: String) -> Order.Event {
        switch name {
        case "pay": .pay
        case "lapse": .lapse
        case "cancel": .cancel(refund: nil)
        case "refund": .cancel(refund: id())
        case "dispatch": leaving(2)
        case "part": leaving(1)
        case "give up": .giveUp(refund: id())
        case "again": .sendAgain(Fulfilment(bought: ["band": 2], parcels: []))
        case "deliver": .deliver(today, lastReturnDay: today + 14)
        default: preconditionFailure("no event \(name)")
        }
    }

    private static func payment(_ state: Payment.State) -> Payment {
        Payment(
            id: id(), order: id(), method: "paypal", amount: Money(1500, .eur), state: state,
            reference: "R", capture: state == .captured ? "C" : nil, created: Moment(seconds: 1))
    }

    private static func paymentEvent(_ name: String) -> Payment.Event {
        switch name {
        case "offer": .offer(reference: "R")
        case "begin": .beginCapture
        case "capture": .capture("C")
        case "decline": .decline(code: "x")
        case "lose": .loseSight
        case "await": .awaitPayer
        case "abandon": .abandon
        default: preconditionFailure("no event \(name)")
        }
    }
}
