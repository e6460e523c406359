// Where one is logged in, and the change of password and mail address.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct SignInPage: Page {
    let devices: [(known: KnownSession, isHere: Bool)]
    let mail: String
    var done: Done?
    var form = Form.empty
    /// Of the form of that name.
    var refusal: (form: String, refusal: Refusal)?

    enum Done: String { case others, password, mail }

    func title(_ phrases: Phrases) -> String { phrases.personal.signIn }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        return AccountFrame(
            here: .signIn, title: say.signIn,
            main: """
                \(done.map { visitor.notice(told($0, say)) })
                \(visitor.trouble(refusal?.refusal))
                <section><h2>\(say.devices)</h2>
                <ul class="rows">\(devices.map { device($0.known, $0.isHere, visitor) })</ul>
                \(devices.count > 1 ? others(visitor) : nil)</section>
                <section><h2>\(say.passwordTitle)</h2>\(password(visitor))</section>
                <section><h2>\(say.mailTitle)</h2>\(mail(visitor))</section>
                """
        ).html(visitor)
    }

    private func told(_ done: Done, _ say: PersonalPhrases) -> String {
        switch done {
        case .others: say.othersOut
        case .password: say.passwordDone
        case .mail: say.mailDone
        }
    }

    private func device(
        _ known: KnownSession, _ isHere: Bool, _ visitor: Visitor
    ) -> HTML {
        let say = visitor.phrases.personal
        let name = known.session.device.name.isEmpty ? say.unknownDevice : known.session.device.name
        let out: HTML = """
            <form method="post" action="/account/devices/\(known.name)/out">\(visitor.sealed)
            <button class="quiet">\(say.logOutThere)<span class="unseen"> \(name)</span></button></form>
            """
        return """
            <li><strong>\(name)</strong> \
            \(isHere ? "<span class=\"state live\">\(say.thisDevice)</span> " as HTML : nil)\
            <span>\(say.since) \(visitor.time(known.session.created))</span> \
            <span>\(say.lastUsed) \(visitor.time(known.session.seen))</span>
            \(isHere ? nil : out)</li>
            """
    }

    private func others(_ visitor: Visitor) -> HTML {
        """
        <form method="post" action="/account/devices/out">\(visitor.sealed)
        <button class="quiet">\(visitor.phrases.personal.logOutOthers)</button></form>
        """
    }

    private func password(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let refusal = refusal?.form == "password" ? refusal?.refusal : nil
        let new = Input(
            type: "password", hint: visitor.phrases.account.passwordHint,
            autocomplete: "new-password", isSecret: true)
        return """
            <form method="post" action="/account/password">\(visitor.sealed)
            <input type="hidden" name="username" autocomplete="username" value="\(mail)">
            \(visitor.field(.password, current(say), in: .empty, refusal: refusal))
            \(visitor.field(.newPassword, new, in: .empty, refusal: refusal))
            <button>\(say.passwordButton)</button></form>
            """
    }

    private func current(_ say: PersonalPhrases) -> Input {
        Input(
            type: "password", label: say.currentPassword, autocomplete: "current-password",
            isSecret: true)
    }

    /// Its password has an id of its own: there is one above.
    private func mail(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let refusal = refusal?.form == "mail" ? refusal?.refusal : nil
        let fault = refusal?.faults.first { $0.field == .password }
        let new = Input(type: "email", label: say.newMail, autocomplete: "email", most: 254)
        return """
            <p>\(say.mailText)</p><p class="hint">\(mail)</p>
            <form method="post" action="/account/mail">\(visitor.sealed)
            \(visitor.field(.mail, new, in: form, refusal: refusal))
            <div class="field\(" faulty", if: fault != nil)">
            <label for="mail-password">\(say.currentPassword)</label>
            <input id="mail-password" name="password" type="password" required \
            autocomplete="current-password">
            \(fault.map { "<p class=\"fault\">\(visitor.phrases.refusals.fault($0))</p>" as HTML })</div>
            <button>\(say.mailButton)</button></form>
            """
    }
}

extension Site {
    func showSignIn(_ visitor: Visitor) async throws -> Response {
        try await signIn(visitor, refusal: nil)
    }

    private func signIn(
        _ visitor: Visitor, refusal: (form: String, refusal: Refusal)?
    ) async throws -> Response {
        let person = try visitor.person()
        return visitor.response(
            SignInPage(
                devices: try await shop.devices(of: person, here: visitor.token),
                mail: person.mail, done: SignInPage.Done(rawValue: visitor.query["done"]),
                form: visitor.form, refusal: refusal),
            status: refusal?.refusal.status ?? .ok)
    }

    func endDevice(_ visitor: Visitor) async throws -> Response {
        try await shop.endSession(named: try visitor.part("device"), of: try visitor.person())
        return .redirect(to: "/account/sign-in", type: .normal)
    }

    func endOtherDevices(_ visitor: Visitor) async throws -> Response {
        try await shop.endOtherSessions(
            of: try visitor.person(), besides: visitor.token ?? "")
        return .redirect(to: "/account/sign-in?done=others", type: .normal)
    }

    func changePassword(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            try await shop.changePassword(
                of: try visitor.person(), from: form[.password], to: form[.newPassword],
                keeping: visitor.token ?? "")
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return try await signIn(visitor, refusal: ("password", refusal))
        }
        return .redirect(to: "/account/sign-in?done=password", type: .normal)
    }

    func requestMailChange(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            try await shop.requestMailChange(
                of: try visitor.person(), to: form[.mail], password: form[.password])
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return try await signIn(visitor, refusal: ("mail", refusal))
        }
        return visitor.response(CheckMailPage(mail: form[.mail], isReset: false))
    }

    func askNewMail(_ visitor: Visitor) async throws -> Response {
        visitor.response(NewMailPage(token: try visitor.part("token")))
    }

    func changeMail(_ visitor: Visitor) async throws -> Response {
        let known = try await shop.changeMail(
            try visitor.part("token"), on: Device(userAgent: visitor.device))
        return entering(known.token, to: "/account/sign-in?done=mail")
    }
}

/// Behind the link in the letter to the new address. Looking at it changes nothing.
struct NewMailPage: Page {
    let token: String

    func title(_ phrases: Phrases) -> String { phrases.personal.mailTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        return """
            <div class="narrow">
            \(visitor.heading(say.mailTitle))
            <p class="lead">\(say.mailConfirmText)</p>
            <form method="post" action="/mail/\(token)">\(visitor.sealed)
            <button>\(say.mailConfirmButton)</button></form>
            </div>
            """
    }
}
