// The passports of one's units, one passport with what was claimed under it, and the form to claim.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct PassportsPage: Page {
    let passports: [PassportScene]
    var isTaken = false

    func title(_ phrases: Phrases) -> String { phrases.warranty.passports }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let items = passports.map { scene -> HTML in
            """
            <li class="sheet"><h2><a href="/warranty/\(scene.warranty.number)">\(scene.product)</a></h2>
            <p class="hint">\(say.passport(scene.warranty.number))</p>
            \(CoverPart(scene: scene).html(visitor))</li>
            """
        }
        return AccountFrame(
            here: .warranty, title: say.passports,
            main: """
                \(isTaken ? visitor.notice(say.taken) : nil)
                <p class="lead">\(passports.isEmpty ? say.none : say.passportsText)</p>
                <ul class="sheets">\(items)</ul>
                <p><a class="button quiet" href="/warranty">\(say.takeTitle)</a></p>
                """
        ).html(visitor)
    }
}

struct PassportPage: Page {
    let scene: PassportScene
    /// Where the last order went to, or what was typed.
    let form: Form
    var refusal: Refusal?

    private var warranty: Warranty { scene.warranty }

    func title(_ phrases: Phrases) -> String { phrases.warranty.passport(warranty.number) }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let isHolder = visitor.account?.id == warranty.holder
        let isBuyer = visitor.account?.id == scene.order.account
        let order: HTML =
            isBuyer
            ? "<a href=\"/orders/\(scene.order.number)\">\(scene.order.number)</a>"
            : "\(scene.order.number)"
        let isFree = !scene.claims.contains { $0.state.isOpen }
        return AccountFrame(
            here: nil, back: visitor.back(to: "/account/warranty", say.passports),
            title: scene.product,
            main: """
                <p class="kicker">\(say.passport(warranty.number))</p>
                \(visitor.trouble(refusal))
                <section class="sheet">\(CoverPart(scene: scene).html(visitor))
                <dl class="facts"><div><dt>\(say.delivered)</dt>\
                <dd>\(visitor.formats.day(warranty.delivered))</dd></div>
                <div><dt>\(say.order)</dt><dd>\(order)</dd></div></dl></section>
                \(claims(visitor))
                \(isHolder && isFree && scene.isCovered(at: visitor.now) ? claiming(visitor) : nil)
                \(isHolder && isFree && warranty.ended == nil ? handingOn(visitor) : nil)
                \(NoticesPart(kinds: [.guarantee, .repair]).html(visitor))
                """
        ).html(visitor)
    }

    private func claims(_ visitor: Visitor) -> HTML? {
        guard !scene.claims.isEmpty else { return nil }
        let say = visitor.phrases.warranty
        let items = scene.claims.map { claim -> HTML in
            """
            <li><a href="/claims/\(claim.number)">\(say.claim(claim.number))</a> \
            <span class="state \(claim.state.shade)">\
            \(say.state(claim.state))</span> <span>\(visitor.time(claim.asked))</span></li>
            """
        }
        return "<section><h2>\(say.claims)</h2><ul class=\"rows\">\(items)</ul></section>"
    }

    private func claiming(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let wishes =
            [(value: "", text: say.noWish)]
            + [Claim.Remedy.repair, .replacement].map {
                (value: $0.rawValue, text: say.remedy($0))
            }
        let days = visitor.rules.markets[warranty.market]?.claimDays ?? 14
        let isHandedOn = visitor.account?.id != scene.order.account
        return """
            <section><h2>\(say.claimTitle)</h2><p>\(say.claimText(days))</p>
            \(isHandedOn ? "<p class=\"hint\">\(say.moneyToBuyer)</p>" as HTML : nil)
            <form method="post" action="/warranty/\(warranty.number)/claim" \
            enctype="multipart/form-data">
            \(visitor.sealed)\(visitor.keyField())
            \(visitor.prose(.description, hint: say.descriptionHint, most: 2000, in: form, refusal: refusal))
            \(visitor.field(.wish, Input(isRequired: false, options: wishes), in: form, refusal: refusal))
            \(photos(visitor))
            <fieldset><legend>\(say.addressTitle)</legend>
            \(AddressPart(form: form, refusal: refusal).html(visitor))</fieldset>
            <button>\(say.claimButton)</button></form></section>
            """
    }

    private func photos(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        return visitor.field(
            .photos,
            Input(
                type: "file",
                hint: say.photosHint(EvidencePhoto.most, EvidencePhoto.mostMegabytes),
                isRequired: false, isSecret: true, extra: EvidencePhotosPart.input), in: form,
            refusal: refusal)
    }

    private func handingOn(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        return """
            <section><details><summary>\(say.handOnTitle)</summary><p>\(say.handOnText)</p>
            <form method="post" action="/warranty/\(warranty.number)/code">\(visitor.sealed)
            <button class="quiet">\(say.handOnButton)</button></form></details></section>
            """
    }
}

extension Site {
    func showPassports(_ visitor: Visitor) async throws -> Response {
        let person = try visitor.person()
        let passports = try await shop.storage.read { reader in
            try reader.warranties(of: person.id).compactMap {
                try reader.passportScene(of: $0, in: visitor.language)
            }
        }
        return visitor.response(
            PassportsPage(passports: passports, isTaken: visitor.query["taken"] == "1"))
    }

    func showPassport(_ visitor: Visitor) async throws -> Response {
        try await passport(visitor, refusal: nil)
    }

    private func passport(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        let scene = try await passport(visitor)
        var form = visitor.form
        if !form.hasAddress { form = try await addressForm(visitor, scene) }
        return visitor.response(
            PassportPage(scene: scene, form: form, refusal: refusal),
            status: refusal?.status ?? .ok)
    }

    /// Filled in as far as something is known that may be sent to.
    private func addressForm(_ visitor: Visitor, _ scene: PassportScene) async throws -> Form {
        let person = try visitor.person()
        let address = try await shop.storage.read { reader -> Address? in
            let saved = try reader.savedAddresses(of: person.id).map(\.address)
            let own =
                scene.order.account == person.id
                ? try reader.agreement(of: scene.order.id).decodedAddress() : nil
            return ([own].compactMap { $0 } + saved).first {
                $0.country == person.market && !$0.line1.isEmpty
            }
        }
        return address.map { Form($0) } ?? Form(fields: ["name": person.name])
    }

    func claimWarranty(_ visitor: Visitor, photos: [[UInt8]]) async throws -> Response {
        let person = try visitor.person()
        let form = visitor.form
        do {
            let number: String = try visitor.part("number")
            let found = try await shop.storage.read { try $0.warranty(number: number) }
            guard let found else { throw Refusal.notFound }
            let claim = try await shop.claim(
                found.id,
                ClaimSaid(
                    description: form[.description], wish: try form.wish,
                    address: form.address(in: person.market)), photos: photos, by: person,
                key: form["key"])
            return .redirect(to: "/claims/\(claim.number)", type: .normal)
        } catch let refusal as Refusal where refusal != .notFound {
            return try await passport(visitor, refusal: refusal)
        }
    }
}

extension Form {
    var wish: Claim.Remedy? {
        get throws(Refusal) {
            let text = self[.wish]
            if text.isEmpty { return nil }
            guard let wish = Claim.Remedy(rawValue: text) else {
                throw .input([Fault(.wish, .notOffered)])
            }
            return wish
        }
    }
}
