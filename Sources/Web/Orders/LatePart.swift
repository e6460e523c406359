// What the page of a late order says, and what its buyer may do: wait, or have everything back.

import Hummingbird
import Languages
import Rules
import Shop

struct LatePart {
    let scene: OrderScene

    func html(_ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.aftercare
        switch scene.order.state {
        case .partlyDispatched where scene.isHeldByCustoms, .dispatched where scene.isHeldByCustoms:
            return visitor.notice(say.heldByCustoms, "wait")
        case .paid where scene.hasMissed(.dispatch),
            .partlyDispatched where scene.hasMissed(.dispatch):
            let day = visitor.formats.weekday(scene.dispatchDay)
            return """
                <div class="notice bad"><p>\(say.dispatchMissed(day))</p>\(choice(visitor))</div>
                """
        case .dispatched where scene.isOverdue:
            let last = scene.deadlines.first { $0.kind == .delivery }
            let day = last.map { visitor.formats.weekday($0.day) } ?? ""
            return visitor.notice(say.deliveryMissed(day), "bad")
        default: return nil
        }
    }

    private func choice(_ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.aftercare
        guard let asked = scene.deadlines.first(where: { $0.kind == .consent }) else { return nil }
        switch asked.state {
        case .open:
            return """
                <p>\(say.silenceUntil(visitor.formats.weekday(asked.day)))</p>
                <form method="post" action="/orders/\(scene.order.number)/wait">\(visitor.sealed)
                <button class="quiet">\(say.waitLonger)</button></form>
                """
        case .met: return "<p>\(say.agreedToWait)</p>"
        case .missed, .over: return nil
        }
    }
}

/// To send a paid order elsewhere, until it leaves.
struct ChangeAddressPart {
    let scene: OrderScene
    let refusal: Refusal?

    func html(_ visitor: Visitor) -> HTML? {
        guard scene.order.state == .paid,
            visitor.market.country == scene.order.market, !scene.isPaymentOpen
        else { return nil }
        let say = visitor.phrases.aftercare
        let isTyped = visitor.form.hasAddress
        let form = isTyped ? visitor.form : Form(scene.address)
        return """
            <details\(" open", if: isTyped)><summary>\(say.changeAddress)</summary>
            <p>\(say.changeAddressHint)</p>
            <form method="post" action="/orders/\(scene.order.number)/address">\(visitor.sealed)
            \(AddressPart(form: form, refusal: isTyped ? refusal : nil).html(visitor))
            <button class="quiet">\(say.changeAddress)</button></form></details>
            """
    }
}

extension Site {
    func agreeToWait(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        do {
            try await shop.agreeToWait(for: order.id, by: try visitor.person())
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }

    func changeOrderAddress(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        do {
            try await shop.changeAddress(
                of: order.id, to: visitor.form.address(in: order.market), by: try visitor.person())
        } catch let refusal as Refusal {
            return try await self.order(visitor, number: order.number, refusal: refusal)
        }
        return .redirect(to: "/orders/\(order.number)", type: .normal)
    }
}
