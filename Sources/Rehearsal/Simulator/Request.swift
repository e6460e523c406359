// What people ask of a simulated shop. A request travels: it may come twice, overtake others, or
// lose its answer, and then it is asked again under the same key.

import Rules
import Shop

struct Request: Sendable {
    /// The number of who asks.
    let person: Int
    let key: String
    let ask: Ask
    var tries = 1

    enum Ask: Hashable, Sendable {
        case enter(round: Int)
        case leave(round: Int)
        case reserve(product: String, quantity: Int, round: Int)
        case letGo(ID<Reservation>)
        case prolong
        case standBy(product: String, quantity: Int, round: Int)
        case standDown(product: String, round: Int)
        case place(total: Money, street: String)
        case pay(ID<Order>, method: String)
        case comeBack(ID<Payment>)
        case cancel(ID<Order>)
        // The operator's
        case dispatch(ID<Order>)
        case deliver(ID<Order>)
        case sendBack(ID<Order>, product: String)
    }
}

extension Request.Ask {
    var name: String {
        switch self {
        case .enter: "enter"
        case .leave: "leave"
        case .reserve: "reserve"
        case .letGo: "let go"
        case .prolong: "prolong"
        case .standBy: "stand by"
        case .standDown: "stand down"
        case .place: "place"
        case .pay: "pay"
        case .comeBack: "come back"
        case .cancel: "cancel"
        case .dispatch: "dispatch"
        case .deliver: "deliver"
        case .sendBack: "send back"
        }
    }

    /// The refusals that can be true for it. Whether one is true is another question, which the
    /// witness asks of those that promise or deny units.
    var lawful: Set<String> {
        switch self {
        case .enter: ["room_not_open", "sale_closed"]
        case .leave, .standDown: ["not_found"]
        case .reserve:
            [
                "input_invalid", "no_ticket", "not_drawn", "not_your_turn", "limit_reached",
                "household_limit_reached", "sold_out", "all_held", "sale_paused", "sale_not_open",
                "sale_closed",
            ]
        case .letGo: ["order_state_forbids"]
        case .prolong: ["reservation_lapsed", "already_prolonged"]
        case .standBy:
            [
                "input_invalid", "no_ticket", "order_not_drawn", "sold_out", "units_free",
                "limit_reached", "sale_not_open", "sale_closed",
            ]
        case .place:
            [
                "basket_empty", "quote_expired", "household_limit_reached", "order_state_forbids",
            ]
        case .pay: ["order_state_forbids", "payment_unavailable"]
        case .comeBack: []
        case .cancel, .dispatch: ["order_state_forbids"]
        case .deliver: ["order_state_forbids", "input_invalid"]
        case .sendBack: ["return_not_delivered", "return_window_closed", "nothing_to_return"]
        }
    }
}
