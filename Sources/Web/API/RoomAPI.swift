// The room for programs, beyond the ticket: to take a place to another device, and what the
// operator sees of tickets that share something.

import Hummingbird
import Rules
import Shop
import Storage

private struct CodeTyped: Decodable {
    let code: String
}

private struct TicketWanted: Decodable {
    struct Work: Decodable {
        let challenge: String
        let nonce: String
    }

    let work: Work?
}

private struct WorkValue: Encodable {
    /// 0 where nothing is asked for.
    let bits: Int
    let challenge: String?
    let expires: String?
}

private struct MoveValue: Encodable {
    let code: String
    let link: String
    let expires: String
}

private struct MovedValue: Encodable {
    let token: String
    let account: AccountValue
    let round: String
}

private struct ClusterValue: Encodable {
    let trait: String
    let tickets: Int
    let reserved: Int
    let units: Int
    let firstEntered: String
    let lastEntered: String

    init(_ cluster: Cluster) {
        trait = cluster.trait.rawValue
        tickets = cluster.tickets
        reserved = cluster.reserved
        units = cluster.units
        firstEntered = Stamp.utc(cluster.firstEntered)
        lastEntered = Stamp.utc(cluster.lastEntered)
    }
}

extension Site {
    /// What must be worked out before a ticket is given: a `nonce` such that SHA-256 of
    /// `challenge:nonce` begins with so many zero bits.
    func work(_ caller: Caller) async throws -> Response {
        let challenge = try await shop.entryChallenge(
            to: try caller.part("round"), for: try caller.person())
        return .json(
            WorkValue(
                bits: challenge?.bits ?? 0, challenge: challenge?.text,
                expires: challenge.map { Stamp.utc($0.expires) }))
    }

    func entryProof(of caller: Caller) throws(Refusal) -> EntryProof? {
        guard caller.body.readableBytes > 0 else { return nil }
        return try caller.read(TicketWanted.self).work.map {
            .worked(challenge: $0.challenge, nonce: $0.nonce)
        }
    }

    func createMove(_ caller: Caller) async throws -> Response {
        let move = try await shop.offerMove(
            to: try caller.part("round"), by: try caller.person())
        return .json(
            MoveValue(
                code: move.code, link: "\(shop.settings.publicURL)/move/\(move.code)",
                expires: Stamp.utc(move.expires)), status: .created)
    }

    func useMove(_ caller: Caller) async throws -> Response {
        let (known, round) = try await shop.useMove(
            try caller.read(CodeTyped.self).code, from: caller.address)
        return .json(
            MovedValue(
                token: known.token, account: AccountValue(known.account), round: round.text),
            status: .created)
    }

    func clusters(_ caller: Caller) async throws -> Response {
        guard try caller.person().isOperator else { throw Refusal.notAllowed }
        let id: ID<Round> = try caller.part("round")
        let clusters = try await shop.storage.read { reader in
            guard try reader.round(id) != nil else { throw Refusal.notFound }
            return try reader.clusters(in: id)
        }
        return .json(clusters.map(ClusterValue.init))
    }
}
