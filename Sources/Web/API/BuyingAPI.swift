// From the waiting room to the order, for programs.

import Hummingbird
import NIOCore
import Rules
import Shop
import Storage

struct ReservationWanted: Decodable, Sendable {
    let product: String
    let quantity: Int
}

private struct QuoteWanted: Decodable {
    let address: AddressValue
    let method: String?
}

private struct OrderWanted: Decodable {
    let address: AddressValue
    let method: String?
    /// The total that the buyer was shown.
    let agreed: MoneyValue
}

extension Site {
    private func roundNamed(_ caller: Caller) async throws -> Round {
        let id: ID<Round> = try caller.part("round")
        guard let round = try await shop.storage.read({ try $0.round(id) }) else {
            throw Refusal.notFound
        }
        return round
    }

    func ticket(_ caller: Caller) async throws -> Response {
        let account = try caller.person()
        let round = try await roundNamed(caller)
        guard
            let ticket = try await shop.storage.read({
                try $0.ticket(of: account.id, in: round.id)
            })
        else { throw Refusal.noTicket }
        return .json(TicketValue(ticket, in: round, at: caller.now))
    }

    func createTicket(_ caller: Caller) async throws -> Response {
        let account = try caller.person()
        let round = try await roundNamed(caller)
        let ticket = try await shop.enterRoom(
            of: round.id, as: account, from: caller.whereabouts,
            proof: try entryProof(of: caller))
        return .json(TicketValue(ticket, in: round, at: caller.now), status: .created)
    }

    func deleteTicket(_ caller: Caller) async throws -> Response {
        try await shop.leaveRoom(of: try caller.part("round"), as: try caller.person())
        return Response(status: .noContent)
    }

    func createReservation(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(ReservationWanted.self)
        let reserved = try await shop.reserve(
            wanted.product, quantity: wanted.quantity, in: try caller.part("round"),
            for: try caller.person(), key: caller.key, from: caller.address)
        return Response(
            status: .created, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: ReservationValue(reserved).text)))
    }

    func deleteReservation(_ caller: Caller) async throws -> Response {
        try await shop.cancelReservation(
            try caller.part("reservation"), of: try caller.person())
        return Response(status: .noContent)
    }

    func createStandby(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(ReservationWanted.self)
        let standing = try await shop.standBy(
            for: wanted.product, quantity: wanted.quantity, in: try caller.part("round"),
            as: try caller.person())
        return .json(StandbyValue(standing), status: .created)
    }

    func deleteStandby(_ caller: Caller) async throws -> Response {
        try await shop.standDown(
            from: try caller.part("product"), in: try caller.part("round"),
            as: try caller.person())
        return Response(status: .noContent)
    }

    func createMoreTime(_ caller: Caller) async throws -> Response {
        let sale = try await saleNamed(caller)
        let person = try caller.person()
        try await shop.prolong(holdsOf: person, in: sale.id)
        let basket = try await shop.basket(of: person, in: sale.id)
        return .json(basket.lines.map { ReservationValue($0) })
    }

    /// Why the caller did or didn't get a unit.
    func outcome(_ caller: Caller) async throws -> Response {
        let person = try caller.person()
        let round = try await roundNamed(caller)
        guard
            let ticket = try await shop.storage.read({ try $0.ticket(of: person.id, in: round.id) })
        else { throw Refusal.noTicket }
        let transcript = try await transcripts.transcript(of: round.id)
        return .json(OutcomesValue(ticket.id, in: person.market, transcript))
    }

    private func saleNamed(_ caller: Caller) async throws -> Sale {
        let code: String = try caller.part("code")
        guard let sale = try await shop.storage.read({ try $0.sale(code: code) }) else {
            throw Refusal.notFound
        }
        return sale
    }

    func reservations(_ caller: Caller) async throws -> Response {
        let sale = try await saleNamed(caller)
        let basket = try await shop.basket(of: try caller.person(), in: sale.id)
        return .json(basket.lines.map { ReservationValue($0) })
    }

    /// Throws the address's refusals.
    private func checked(_ address: AddressValue, of account: Account, _ rules: Rulebook)
        throws(Refusal) -> Address
    {
        try address.address().validate(for: try rules.market(account.market))
    }

    func quote(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(QuoteWanted.self)
        let account = try caller.person()
        let quote = try await shop.quote(
            basketOf: account, in: try await saleNamed(caller).id,
            to: try checked(wanted.address, of: account, caller.rules), by: wanted.method)
        return .json(QuoteValue(quote))
    }

    func createOrder(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(OrderWanted.self)
        let account = try caller.person()
        let order = try await shop.placeOrder(
            of: account, in: try await saleNamed(caller).id,
            to: try checked(wanted.address, of: account, caller.rules), by: wanted.method,
            agreed: try wanted.agreed.money(), language: account.language, key: caller.key)
        return .json(OrderValue(order), status: .created)
    }
}
