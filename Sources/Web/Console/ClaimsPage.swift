// The operator's pages of claims: those that are open, and one of them with what is to be decided.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ClaimsPage: Page {
    let claims: [(claim: Claim, warranty: Warranty, answerBy: Deadline?)]
    let products: [String: Product]

    func title(_ phrases: Phrases) -> String { phrases.warranty.claims }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let items = claims.map { item -> HTML in
            let due = item.claim.state == .asked ? item.answerBy : nil
            return """
                <li><a href="/console/claims/\(item.claim.number)">\(item.claim.number)</a> \
                <span>\(item.warranty.market.code)</span> <span>\(products.name(of: item.warranty.product, in: visitor.language))</span> \
                <span class="state \(item.claim.state.shade)">\(say.state(item.claim.state))</span> \
                <span>\(visitor.time(item.claim.asked))</span> \
                <span>\(due.map { visitor.phrases.console.due(visitor.formats.day($0.day)) } ?? "")</span></li>
                """
        }
        return """
            \(ConsoleTop(title: say.claims).html(visitor))
            \(claims.isEmpty ? "<p class=\"none\">\(say.noClaims)</p>" as HTML : nil)
            <ul class="rows">\(items)</ul>
            """
    }
}

struct JudgingPage: Page {
    let scene: ClaimScene
    var refusal: Refusal?

    private var claim: Claim { scene.claim }

    func title(_ phrases: Phrases) -> String { phrases.warranty.claim(claim.number) }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let passport = scene.passport
        return """
            \(ConsoleTop(title: say.claim(claim.number)).html(visitor))
            <p class="kicker"><span class="state \(claim.state.shade)">\(say.state(claim.state))</span> \
            <span>\(passport.product)</span> <span>\(passport.warranty.market.code)</span> \
            <a href="/orders/\(passport.order.number)">\(passport.order.number)</a></p>
            \(visitor.trouble(refusal))
            <div class="columns wide"><div>\(ClaimPart(scene: scene).html(visitor))</div>
            <div class="sheet">\(CoverPart(scene: passport).html(visitor))\(deciding(visitor))</div></div>
            """
    }

    private func deciding(_ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.warranty
        switch claim.state {
        case .asked:
            return """
                <form method="post" action="/console/claims/\(claim.number)/accept">\(visitor.sealed)
                <button>\(say.accept)</button></form>
                <form method="post" action="/console/claims/\(claim.number)/decline">\(visitor.sealed)
                \(visitor.prose(.reason, hint: nil, most: 500, in: .empty, refusal: refusal))
                <button class="quiet">\(say.decline)</button></form>
                """
        case .accepted: return remedies(visitor, [.repair, .replacement, .refund])
        case .repair: return "\(sending(visitor))\(remedies(visitor, [.replacement, .refund]))"
        case .replacement: return "\(sending(visitor))\(remedies(visitor, [.refund]))"
        case .refund:
            return scene.goods.map {
                "<p><a class=\"button\" href=\"/console/returns\">\(say.checkReturn($0.number))</a></p>"
            }
        case .declined, .done: return nil
        }
    }

    private func remedies(_ visitor: Visitor, _ all: [Claim.Remedy]) -> HTML {
        let say = visitor.phrases.warranty
        let fitting = all.filter { $0 != .repair || scene.canTravel }
        let options = fitting.map { (value: $0.rawValue, text: say.remedy($0)) }
        return """
            <form method="post" action="/console/claims/\(claim.number)/remedy">\(visitor.sealed)
            \(visitor.field(.remedy, Input(options: options), in: .empty, refusal: refusal))
            <button>\(say.carryOut)</button></form>
            """
    }

    private func sending(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        return """
            <form method="post" action="/console/claims/\(claim.number)/send">\(visitor.sealed)
            \(visitor.field(.carrier, Input(most: 40), in: visitor.form, refusal: refusal))
            \(visitor.field(.trackingNumber, Input(most: 40), in: visitor.form, refusal: refusal))
            <button>\(say.send)</button></form>
            """
    }
}

extension Site {
    func showClaims(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let open = Claim.State.allCases.filter(\.isOpen)
        let page = try await shop.storage.read { reader in
            let claims = try reader.claims(in: open).compactMap { claim in
                try reader.warranty(claim.warranty).map {
                    (
                        claim: claim, warranty: $0,
                        answerBy: try reader.deadline(.warrantyAnswer, of: claim.id.text)
                    )
                }
            }
            return ClaimsPage(claims: claims, products: try reader.products())
        }
        return visitor.response(page)
    }

    func showJudging(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        return visitor.response(JudgingPage(scene: try await claimScene(visitor)))
    }

    func acceptClaim(_ visitor: Visitor) async throws -> Response {
        try await judging(visitor) { try await shop.acceptClaim($0, by: $1) }
    }

    func declineClaim(_ visitor: Visitor) async throws -> Response {
        try await judging(visitor) {
            try await shop.declineClaim($0, because: visitor.form[.reason], by: $1)
        }
    }

    func remedyClaim(_ visitor: Visitor) async throws -> Response {
        try await judging(visitor) {
            guard let remedy = Claim.Remedy(rawValue: visitor.form[.remedy]) else {
                throw Refusal.input([Fault(.remedy, .notOffered)])
            }
            return try await shop.remedy($0, by: remedy, as: $1)
        }
    }

    func sendClaimed(_ visitor: Visitor) async throws -> Response {
        try await judging(visitor) {
            try await shop.sendClaimed(
                $0, carrier: visitor.form[.carrier], trackingNumber: visitor.form[.trackingNumber],
                by: $1)
        }
    }

    private func judging(
        _ visitor: Visitor, _ deed: (ID<Claim>, Account) async throws -> Claim
    ) async throws -> Response {
        let staff = try visitor.staff()
        let number: String = try visitor.part("number")
        guard let claim = try await shop.storage.read({ try $0.claim(number: number) }) else {
            throw Refusal.notFound
        }
        do {
            _ = try await deed(claim.id, staff)
        } catch let refusal as Refusal {
            return visitor.response(
                JudgingPage(scene: try await claimScene(visitor), refusal: refusal),
                status: refusal.status)
        }
        return .redirect(to: "/console/claims/\(number)", type: .normal)
    }
}
