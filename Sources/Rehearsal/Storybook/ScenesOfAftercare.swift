// The scenes after the sale that aren't an order's own: parcels that nobody has, what comes back of
// duty and tax, and papers.

extension Scene {
    static let ofAftercare = [
        Scene("order-disputed", .afterwards, as: "missing", at: "/orders/{missing}"),
        Scene("order-invoice", .afterwards, as: "delivered", at: "/orders/{delivered}/invoice"),
        Scene(
            "order-invoice-unpaid", .paying, as: "placed", at: "/orders/{placed}/invoice",
            status: 409),
        Scene("console-recoverables", .afterwards, as: "clerk", at: "/console/recoverables"),
        Scene("console-recoverables-none", .announced, as: "clerk", at: "/console/recoverables"),
        Scene("console-picklist-papers", .paying, as: "clerk", at: "/console/picklist/paper"),
    ]
}
