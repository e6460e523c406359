// To continue on a phone: the code on one device, and the page on the other that takes it.

import Hummingbird
import Languages
import Rules
import Shop

/// On the page of the room, for whoever has a place.
struct MovePart {
    let round: ID<Round>

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            <details><summary>\(say.moveTitle)</summary>
            <p>\(say.moveText)</p>
            <form method="post" action="/rounds/\(round)/move">\(visitor.sealed)
            <button class="quiet">\(say.moveButton)</button></form>
            </details>
            """
    }
}

struct MoveCodePage: Page {
    let round: ID<Round>
    let move: MoveCode

    func title(_ phrases: Phrases) -> String { phrases.room.codeTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        let site = visitor.shop.settings.publicURL
        return """
            <div class="narrow">
            <h1>\(say.codeTitle)</h1>
            <p class="big"><strong>\(move.code)</strong></p>
            <p>\(say.codeText("\(site)/move"))</p>
            <p><a href="/move/\(move.code)">\(site)/move/\(move.code)</a></p>
            <p>\(say.codeOnce) \(visitor.time(move.expires, seconds: true))</p>
            <p class="hint">\(say.codeSecret)</p>
            <p><a class="button" href="/rounds/\(round)">\(say.toRoom)</a></p>
            </div>
            """
    }
}

/// Takes the code. A link only fills it in: it is the button that uses it up, so that a program
/// which looks at links for a preview doesn't.
struct UseMovePage: Page {
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.room.useTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.room
        return """
            <div class="narrow">
            <h1>\(say.useTitle)</h1>
            <p>\(say.useText)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/move">\(visitor.sealed)
            \(visitor.field(.code, Input(autocomplete: "one-time-code", most: 40), in: form, refusal: refusal))
            <button>\(say.useButton)</button>
            </form>
            </div>
            """
    }
}

extension Site {
    func offerMove(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let person = try visitor.person()
        do {
            let move = try await shop.offerMove(to: id, by: person)
            return visitor.response(MoveCodePage(round: id, move: move))
        } catch let refusal as Refusal {
            return try await room(visitor, refusal: refusal)
        }
    }

    func askMove(_ visitor: Visitor) async throws -> Response {
        visitor.response(UseMovePage())
    }

    func showMove(_ visitor: Visitor) async throws -> Response {
        let code: String = try visitor.part("code")
        return visitor.response(UseMovePage(form: Form(fields: [Field.code.rawValue: code])))
    }

    func useMove(_ visitor: Visitor) async throws -> Response {
        do {
            let (known, round) = try await shop.useMove(
                visitor.form[.code], from: visitor.address,
                on: Device(userAgent: visitor.device))
            return entering(known.token, to: "/rounds/\(round)")
        } catch let refusal as Refusal {
            var response = visitor.response(
                UseMovePage(form: visitor.form, refusal: refusal), status: refusal.status)
            if let wait = refusal.retryAfter {
                response.headers[.retryAfter] = String(max(1, wait.secondsUp))
            }
            return response
        }
    }
}
