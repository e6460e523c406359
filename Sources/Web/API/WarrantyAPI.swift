// Passports of units and claims, for programs: a holder's and an operator's.

import Hummingbird
import Rules
import Shop
import Storage

private struct ClaimWanted: Decodable {
    let description: String
    let wish: String?
    let address: AddressValue
}

private struct CodeGiven: Decodable {
    let code: String
}

private struct DecisionMade: Decodable {
    /// accept or decline.
    let decision: String
    let reason: String?
}

private struct RemedyChosen: Decodable {
    let remedy: String
}

private struct ShipmentSent: Decodable {
    let carrier: String
    let trackingNumber: String
}

private struct CodeValue: Encodable {
    let code: String
    let expires: String
}

struct PhotoValue: Encodable {
    let position: Int
    let kind: String

    init(_ photo: EvidencePhoto) { (position, kind) = (photo.position, photo.kind.rawValue) }
}

struct WarrantyValue: Encodable {
    let number: String
    let product: String
    let unit: Int
    let part: String
    let market: String
    let delivered: String
    let ended: String?
    /// The law first.
    let guarantees: [Term]
    let claims: [String]

    struct Term: Encodable {
        let grantor: String
        let lastDay: String
        let ends: String
        let rule: String
        let state: String

        init(_ deadline: Deadline) {
            grantor = deadline.kind == .legalGuarantee ? "law" : "maker"
            lastDay = deadline.day.description
            ends = Stamp.utc(deadline.ends)
            rule = deadline.rule
            state = deadline.state.rawValue
        }
    }

    init(_ scene: PassportScene) {
        number = scene.warranty.number
        product = scene.warranty.product
        unit = scene.warranty.unit
        part = scene.warranty.part.rawValue
        market = scene.warranty.market.code
        delivered = scene.warranty.delivered.description
        ended = scene.warranty.ended.map(Stamp.utc)
        guarantees = [scene.law, scene.maker].compactMap { $0 }.map(Term.init)
        claims = scene.claims.map(\.number)
    }
}

struct ClaimValue: Encodable {
    let number: String
    let state: String
    let description: String
    let wish: String?
    let asked: String
    let reason: String?
    let remedy: String?
    let carrier: String?
    let trackingNumber: String?
    let sent: String?

    init(_ claim: Claim) {
        number = claim.number
        state = claim.state.rawValue
        description = claim.description
        wish = claim.wish?.rawValue
        asked = Stamp.utc(claim.asked)
        reason = claim.reason
        remedy = claim.remedy?.rawValue
        carrier = claim.shipment?.carrier
        trackingNumber = claim.shipment?.trackingNumber
        sent = claim.shipment?.day.description
    }
}

extension Site {
    func warranties(_ caller: Caller) async throws -> Response {
        try await list(
            caller,
            { reader, person in
                try reader.warranties(of: person.id).compactMap {
                    try reader.passportScene(of: $0, in: caller.language)
                }
            }, as: WarrantyValue.init)
    }

    func warranty(_ caller: Caller) async throws -> Response {
        let found = try await ownWarranty(caller)
        let scene = try await shop.storage.read {
            try $0.passportScene(of: found, in: caller.language)
        }
        guard let scene else { throw Refusal.notFound }
        return .json(WarrantyValue(scene))
    }

    func createWarrantyCode(_ caller: Caller) async throws -> Response {
        let code = try await shop.offerWarranty(
            try await ownWarranty(caller).id, by: try caller.person())
        return .json(
            CodeValue(code: code.code, expires: Stamp.utc(code.expires)), status: .created)
    }

    func createTaking(_ caller: Caller) async throws -> Response {
        let warranty = try await shop.takeWarranty(
            try caller.read(CodeGiven.self).code, by: try caller.person(), from: caller.address)
        let scene = try await shop.storage.read {
            try $0.passportScene(of: warranty, in: caller.language)
        }
        guard let scene else { throw Refusal.notFound }
        return .json(WarrantyValue(scene), status: .created)
    }

    func createClaim(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(ClaimWanted.self)
        let wish = try Form(fields: [Field.wish.rawValue: wanted.wish ?? ""]).wish
        let claim = try await shop.claim(
            try await ownWarranty(caller).id,
            ClaimSaid(
                description: wanted.description, wish: wish,
                address: try wanted.address.address()), by: try caller.person(),
            key: caller.key)
        return .json(ClaimValue(claim), status: .created)
    }

    func createClaimPhoto(_ caller: Caller, file: [UInt8]) async throws -> Response {
        let photo = try await shop.addPhoto(
            file, to: try await ownClaim(caller).id, by: try caller.person())
        return .json(PhotoValue(photo), status: .created)
    }

    /// An operator sees those that are open, everybody else their own.
    func claims(_ caller: Caller) async throws -> Response {
        let person = try caller.person()
        let open = Claim.State.allCases.filter(\.isOpen)
        let claims = try await shop.storage.read { reader in
            person.isOperator
                ? try reader.claims(in: open) : try reader.claims(of: person.id)
        }
        if person.isOperator {
            for claim in claims {
                try await shop.noteLook(
                    at: claim.number, of: claim.account, on: "/api/v1/claims", by: person)
            }
        }
        return .json(claims.map(ClaimValue.init))
    }

    func claim(_ caller: Caller) async throws -> Response {
        .json(ClaimValue(try await ownClaim(caller)))
    }

    func createDecision(_ caller: Caller) async throws -> Response {
        let made = try caller.read(DecisionMade.self)
        let (claim, person) = (try await ownClaim(caller), try caller.person())
        switch made.decision {
        case "accept":
            return .json(ClaimValue(try await shop.acceptClaim(claim.id, by: person)))
        case "decline":
            return .json(
                ClaimValue(
                    try await shop.declineClaim(
                        claim.id, because: made.reason ?? "", by: person)))
        default: throw Refusal.input([Fault(.decision, .notOffered)])
        }
    }

    func createRemedy(_ caller: Caller) async throws -> Response {
        guard let remedy = Claim.Remedy(rawValue: try caller.read(RemedyChosen.self).remedy)
        else { throw Refusal.input([Fault(.remedy, .notOffered)]) }
        return .json(
            ClaimValue(
                try await shop.remedy(
                    try await ownClaim(caller).id, by: remedy, as: try caller.person())))
    }

    func createClaimShipment(_ caller: Caller) async throws -> Response {
        let sent = try caller.read(ShipmentSent.self)
        return .json(
            ClaimValue(
                try await shop.sendClaimed(
                    try await ownClaim(caller).id, carrier: sent.carrier,
                    trackingNumber: sent.trackingNumber, by: try caller.person())))
    }

    private func ownWarranty(_ caller: Caller) async throws -> Warranty {
        try await own(caller, in: "warranties", of: \.holder) { try $0.warranty(number: $1) }
    }

    private func ownClaim(_ caller: Caller) async throws -> Claim {
        try await own(caller, in: "claims", of: \.account) { try $0.claim(number: $1) }
    }
}
