// To ask to send goods back: within the days the market gives, for no reason at all.

package import Rules
import Storage

extension Shop {
    /// The same `key` gets the same return again. Throws `Refusal`: not the buyer's order, not
    /// delivered yet, too late, more than was bought.
    package func requestReturn(
        of product: String, quantity: Int, from id: ID<Order>, reason: Return.Reason,
        by buyer: Account, key: String
    ) async throws -> Return {
        let now = clock.now()
        // The day of the westernmost of clocks: a last day isn't over while it lasts anywhere.
        let today = Day(now, offset: .hours(-12))
        let fingerprint = "\(id) \(product) \(quantity) \(reason.rawValue)"
        return try await storage.write { [chance] tx in
            if let deed = try tx.deed(of: buyer.id, under: key) {
                guard deed.route == "return", deed.fingerprint == fingerprint,
                    let made = ID<Return>(deed.subject), let goods = try tx.goodsReturn(made)
                else { throw Refusal.idempotencyKeyReused }
                return goods
            }
            guard let order = try tx.lock(id), order.account == buyer.id else {
                throw Refusal.notFound
            }
            try order.allowReturn(
                of: product, quantity: quantity, lines: try tx.lines(of: id),
                returned: try tx.returnedQuantity(of: product, in: id), today: today)
            let goods = Return(
                id: chance.id(at: now), order: id, product: product, quantity: quantity,
                reason: reason, requested: now)
            try tx.insert(goods)
            try tx.owe(.letter(.returnInstructions, about: goods.id.text), at: now)
            try tx.note(
                "request return", about: id.text, detail: "\(product) \(quantity) \(goods.id)",
                id: chance.id(at: now), at: now)
            try tx.remember(
                EarlierDeed(route: "return", fingerprint: fingerprint, subject: goods.id.text),
                of: buyer.id, under: key, at: now)
            return goods
        }
    }
}
