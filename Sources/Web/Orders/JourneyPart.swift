// How far an order has come: paid, sent, delivered, each with its day where one is known.

import Languages
import Rules

struct JourneyPart {
    let scene: OrderScene

    private var order: Order { scene.order }

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        let isPaid = order.state != .placed
        let steps = [
            (name: say.state(isPaid ? .paid : .placed), text: "", isDone: isPaid),
            sending(visitor),
            (
                name: say.state(.delivered),
                text: order.delivered.map(visitor.formats.weekday) ?? "",
                isDone: order.state == .delivered
            ),
        ]
        let here = steps.firstIndex { !$0.isDone }
        let items = steps.enumerated().map { index, step -> HTML in
            """
            <li\(" class=\"done\"", if: step.isDone)\(" aria-current=\"step\"", if: index == here)>\
            <strong>\(step.name)</strong> <span>\(step.text)</span></li>
            """
        }
        return "<ol class=\"journey\">\(items)</ol>"
    }

    /// Sent is what has left as a whole; the promise is of the last part.
    private func sending(_ visitor: Visitor) -> (name: String, text: String, isDone: Bool) {
        let say = visitor.phrases.orders
        if order.state == .dispatched || order.state == .delivered, let day = order.dispatched {
            return (say.sent, visitor.formats.weekday(day), true)
        }
        return (say.promise, say.promiseText(visitor.formats.weekday(scene.dispatchDay)), false)
    }
}
