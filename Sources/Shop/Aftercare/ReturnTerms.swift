// What was agreed about the way back when an order was placed, and what its buyer's clock shows.

import Rules
import Storage

struct ReturnTerms {
    let market: Country
    let policy: ReturnPolicy
    let quote: Quote
    let address: Address
    /// When the buyer was told of the right to withdraw; nil if nobody did.
    let told: Day?
    /// The buyer's clock.
    let time: LocalTime
    /// Nil while nothing was delivered.
    let windowEnds: Moment?

    /// The last day on which goods that arrive on `day` can be given back.
    func window(deliveredOn day: Day, at now: Moment, of order: Order) -> Deadline {
        let last = policy.lastDay(deliveredOn: day, told: told)
        let rule = "\(market.code): \(policy.days) days"
        let isProlonged = last > day + policy.days
        return Deadline(
            subject: order.id.text, kind: .returnWindow, ends: time.end(of: last), day: last,
            anchor: .delivered, anchored: now,
            rule: isProlonged ? rule + ", prolonged: not told" : rule)
    }

    func refundDeadline(of goods: Return, shownOn day: Day, at now: Moment) -> Deadline {
        let last = policy.lastDayToRefund(
            declaredOn: time.day(at: goods.requested), shownOn: day)
        return Deadline(
            subject: goods.id.text, kind: .refund, ends: time.end(of: last), day: last,
            anchor: goods.way == .kept ? .declared : .goodsOrProof, anchored: now,
            rule: "\(market.code): \(policy.refundDays) days from \(policy.refundFrom.rawValue)")
    }
}

extension Shop {
    func returnTerms(of order: Order, in reader: Reader) throws -> ReturnTerms {
        let market = try rulebook.current.market(order.market)
        guard let policy = market.returnPolicy(on: Day(order.placed)) else {
            preconditionFailure("market \(order.market) has no return policy")
        }
        let agreement = try reader.agreement(of: order.id)
        let address = try agreement.decodedAddress()
        let time = market.localTime(at: address.subdivision)
        let kept = try reader.deadline(.returnWindow, of: order.id.text)?.ends
        return ReturnTerms(
            market: order.market, policy: policy, quote: try agreement.decodedQuote(),
            address: address, told: agreement.toldOfWithdrawal, time: time,
            windowEnds: kept ?? order.lastReturnDay.map(time.end(of:)))
    }
}
