// What a passport guarantees and until when, the law first; and its product's name.

import Languages
import Rules
import Shop
import Storage

/// A passport with its dates and what was claimed under it.
struct PassportScene: Sendable {
    let warranty: Warranty
    let product: String
    let order: Order
    let terms: [Deadline]
    let claims: [Claim]
    var photos: [ID<Claim>: [EvidencePhoto]] = [:]
    /// Of the ones that are open.
    var answers: [ID<Claim>: Deadline] = [:]

    var law: Deadline? { terms.first { $0.kind == .legalGuarantee } }
    var maker: Deadline? { terms.first { $0.kind == .makersWarranty } }

    func isCovered(at now: Moment) -> Bool {
        warranty.ended == nil && terms.contains { now < $0.ends }
    }
}

struct CoverPart {
    let scene: PassportScene

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        if scene.warranty.ended != nil { return visitor.notice(say.ended, "wait") }
        let items = [(say.byLaw, scene.law), (say.byMaker, scene.maker)].compactMap {
            name, term -> HTML? in
            guard let term else { return nil }
            let day = visitor.formats.day(term.day)
            let until = visitor.now < term.ends ? say.until(day) : say.ranOut(day)
            return "<div><dt>\(name)</dt><dd>\(until)</dd></div>"
        }
        return """
            <dl class="facts">\(items)</dl>
            <p class="hint">\(scene.law == nil ? say.lawElsewhere : say.lawFirst)\
            \(scene.warranty.part == .sparePart ? " \(say.sparePart)" as HTML : nil)</p>
            """
    }
}

extension Reader {
    func passportScene(of warranty: Warranty, in language: Language) throws -> PassportScene? {
        guard let order = try order(warranty.order) else { return nil }
        let claims = try claims(of: warranty.id)
        return PassportScene(
            warranty: warranty,
            product: try products().name(of: warranty.product, in: language),
            order: order,
            terms: try deadlines(of: warranty.id.text).filter {
                [.legalGuarantee, .makersWarranty].contains($0.kind)
            }, claims: claims,
            photos: Dictionary(
                uniqueKeysWithValues: try claims.map { ($0.id, try photos(in: .claim($0.id))) }),
            answers: try claims.reduce(into: [:]) {
                $0[$1.id] = try deadline(.warrantyAnswer, of: $1.id.text)
            })
    }
}

extension Site {
    /// Of one's own passport; operators see every one. Throws `notFound`.
    func passport(_ visitor: Visitor) async throws -> PassportScene {
        let person = try visitor.person()
        let number: String = try visitor.part("number")
        let found = try await shop.storage.read { reader -> PassportScene? in
            guard let warranty = try reader.warranty(number: number),
                warranty.holder == person.id || person.isOperator
            else { return nil }
            return try reader.passportScene(of: warranty, in: visitor.language)
        }
        guard let found else { throw Refusal.notFound }
        try await shop.noteLook(
            at: number, of: found.warranty.holder, on: visitor.location, by: person)
        return found
    }
}

extension Claim.State {
    /// What colours it: one that waits, one that ended well, one that didn't.
    var shade: String {
        if self == .declined { return "lapsed" }
        return isOpen ? "placed" : "delivered"
    }
}
