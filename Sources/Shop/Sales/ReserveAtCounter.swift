// To reserve without a task that waits: what the counter in front of the router asks for. The rules
// and the turnstile are those of `reserve`.

package import Rules
import Storage

extension Shop {
    /// `answer` is called once, at once or on another thread: with what was reserved, with what
    /// stood against it, or with nil where something must first be looked up that isn't at hand;
    /// then `reserve` is to be asked.
    package func reserve(
        _ product: String, quantity: Int, in round: ID<Round>, byToken token: String, key: String,
        from address: String?, answer: @escaping @Sendable (Result<Reserved, any Error>?) -> Void
    ) {
        sessionDesk.find(token) { [self] account in
            guard let account,
                let stall = stalls.known(product, in: round, for: account.market)
            else { return answer(nil) }
            let asker = ReservationPaces.Asker(account: account.id, address: address, key: key)
            do {
                try paces.admit(asker)
                try refuseWithheld(product, for: account)
            } catch {
                return answer(.failure(error))
            }
            let request = ReservationRequest(
                buyer: account.id, quantity: quantity, limit: stall.limit, key: key)
            let waiting = Turnstile.Waiting(request: request) { [paces] outcome in
                paces.settle(asker, outcome)
                answer(outcome)
            }
            turnstile.enter(waiting, stall.lane)
        }
    }
}
