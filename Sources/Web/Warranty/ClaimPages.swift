// A claim as its holder sees it: where it stands, what was said and shown, and what comes next. Its
// photographs, for its holder and the operators only.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ClaimScene: Sendable {
    let claim: Claim
    let passport: PassportScene
    let photos: [EvidencePhoto]
    let answerBy: Deadline?
    /// The return by which it is paid back.
    let goods: Return?
    /// Whether a carrier may bring the faulty unit.
    let canTravel: Bool
    let address: Address
}

struct ClaimPage: Page {
    let scene: ClaimScene
    var refusal: Refusal?

    private var claim: Claim { scene.claim }

    func title(_ phrases: Phrases) -> String { phrases.warranty.claim(claim.number) }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let number = scene.passport.warranty.number
        return AccountFrame(
            here: nil, back: visitor.back(to: "/warranty/\(number)", scene.passport.product),
            title: say.claim(claim.number),
            main: """
                <p class="kicker"><span class="state \(claim.state.shade)">\
                \(say.state(claim.state))</span> <span>\(say.asked) \(visitor.time(claim.asked))</span></p>
                \(visitor.trouble(refusal))
                \(next(visitor))
                \(ClaimPart(scene: scene).html(visitor))
                <section><h2>\(say.passports)</h2>\(CoverPart(scene: scene.passport).html(visitor))</section>
                """
        ).html(visitor)
    }

    /// What the holder is told now.
    private func next(_ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.warranty
        switch claim.state {
        case .asked:
            return scene.answerBy.map {
                visitor.notice(say.answerBy(visitor.formats.weekday($0.day)), "wait")
            }
        case .accepted: return nil
        case .declined:
            return """
                <div class="notice bad"><p><strong>\(say.reasonTitle).</strong> \(claim.reason ?? "")</p>
                <p>\(say.lawStays)</p></div>
                """
        case .repair, .replacement, .refund: return wayIn(visitor)
        case .done:
            guard let shipment = claim.shipment else { return nil }
            let tracked = visitor.phrases.orders.trackedBy(
                shipment.carrier, shipment.trackingNumber)
            return visitor.notice("\(say.onItsWay)\(visitor.formats.colon)\(tracked)")
        }
    }

    private func wayIn(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let isKept = scene.goods.map { $0.way == .kept } ?? !scene.canTravel
        guard !isKept else { return visitor.notice(say.keepIt, "wait") }
        let lines = visitor.shop.settings.returnAddress.map { "\($0)<br>" as HTML }
        return """
            <div class="notice wait"><p>\(say.sendIn(scene.goods?.number ?? claim.number))</p>
            <address>\(lines)</address></div>
            """
    }
}

/// What was said and shown.
struct ClaimPart {
    let scene: ClaimScene

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let lines = scene.claim.description.split(separator: "\n").map { "<p>\($0)</p>" as HTML }
        let photos = EvidencePhotosPart(
            photos: scene.photos, address: "/claims/\(scene.claim.number)")
        let names = visitor.phrases.refusals.name
        return """
            <section class="sheet"><h2>\(names(.description))</h2>\(lines)
            \(photos.html(visitor))
            <dl class="facts"><div><dt>\(names(.wish))</dt>\
            <dd>\(scene.claim.wish.map(say.remedy) ?? say.noWish)</dd></div>
            <div><dt>\(visitor.phrases.orders.address)</dt>\
            <dd>\(scene.address.lines(visitor).map { "\($0)<br>" as HTML })</dd></div></dl></section>
            """
    }
}

extension Site {
    /// Of one's own claim; operators see every one. Throws `notFound`.
    func claimScene(_ visitor: Visitor) async throws -> ClaimScene {
        let person = try visitor.person()
        let number: String = try visitor.part("number")
        let found = try await shop.storage.read { [shop] reader -> ClaimScene? in
            guard let claim = try reader.claim(number: number),
                claim.account == person.id || person.isOperator,
                let warranty = try reader.warranty(claim.warranty),
                let passport = try reader.passportScene(of: warranty, in: visitor.language)
            else { return nil }
            return ClaimScene(
                claim: claim, passport: passport, photos: try reader.photos(in: .claim(claim.id)),
                answerBy: try reader.deadline(.warrantyAnswer, of: claim.id.text),
                goods: try claim.goods.flatMap(reader.goodsReturn),
                canTravel: try shop.canTravel(warranty, of: passport.order, in: reader),
                address: try reader.decodedAddress(of: claim.id))
        }
        guard let found else { throw Refusal.notFound }
        try await shop.noteLook(
            at: number, of: found.claim.account, on: visitor.location, by: person)
        return found
    }

    func showClaim(_ visitor: Visitor) async throws -> Response {
        visitor.response(ClaimPage(scene: try await claimScene(visitor)))
    }
}
