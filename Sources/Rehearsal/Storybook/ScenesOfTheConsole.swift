// The scenes of whoever runs the shop.

extension Scene {
    static let ofTheConsole =
        seen(
            .announced, as: "clerk",
            [
                "console-quiet": "/console", "console-rules": "/console/rules",
                "console-returns-none": "/console/returns",
                "console-customs-none": "/console/customs",
                "console-deadlines-none": "/console/deadlines",
                "console-money-none": "/console/money", "console-claims-none": "/console/claims",
                "console-access-none": "/console/access",
                "console-picklist-none": "/console/picklist",
                "console-clusters-none": "/console/rounds/{round1}/clusters",
            ])
        + seen(.room, as: "clerk", ["console-clusters": "/console/rounds/{round1}/clusters"])
        + seen(.allheld, as: "clerk", ["console-live": "/console"])
        + seen(.paused, as: "clerk", ["console-paused": "/console"])
        + seen(
            .paying, as: "clerk",
            [
                "console-picklist": "/console/picklist",
                "console-papers": "/console/orders/{paid}/papers",
                "console-order": "/orders/{paid}",
            ])
        + seen(
            .afterwards, as: "clerk",
            [
                "console-later": "/console", "console-returns": "/console/returns",
                "console-customs": "/console/customs",
                "console-customs-case": "/console/customs/{case}",
                "console-deadlines": "/console/deadlines", "console-money": "/console/money",
            ])
        + seen(.member, as: "clerk", ["console-access": "/console/access"])
        + seen(
            .pictured, as: "clerk",
            [
                "console-photos": "/console/photos",
                "console-photos-band": "/console/photos/band",
                "console-photos-none": "/console/photos/headphones",
            ])

    private static let imports = "/console/imports"
    private static let columns = "order,carrier,tracking_number\n"

    /// What an operator decides and takes in.
    static let ofTheDesk =
        seen(.parcels, as: "clerk", ["console-parcels": "/console", "console-imports": imports])
        + seen(
            .claims, as: "clerk",
            [
                "console-claims": "/console/claims", "console-claim": "/console/claims/{asked}",
                "console-claim-accepted": "/console/claims/{accepted}",
                "console-claim-replaced": "/console/claims/{replaced}",
                "console-claim-repaid": "/console/claims/{repaid}",
                "console-claim-sent": "/console/claims/{sent}",
            ])
        + [
            Scene(
                "console-refused", .afterwards, as: "clerk", at: "/console",
                sending: "/console/orders/{late}/dispatch",
                ["carrier": "", "tracking_number": ""], status: 422),
            Scene(
                "console-photos-refused", .pictured, as: "clerk", at: "/console/photos/headphones",
                sending: "/console/photos/headphones", ["at": "new", "text_de": "Von vorn"],
                status: 422),
            Scene(
                "console-claim-refused", .claims, as: "clerk", at: "/console/claims/{asked}",
                sending: "/console/claims/{asked}/decline", ["reason": ""], status: 422),
            importing(
                "faults", "0000-0000,China Post,RX1CN\n{packed},,RX2CN\n", step: "try", status: 422),
            importing("tried", "{packed},China Post,RX1CN\n", step: "try"),
            importing("taken", "{listed},China Post,RX3CN\n", step: "take"),
        ]

    private static func importing(
        _ name: String, _ rows: String, step: String, status: Int = 200
    ) -> Scene {
        Scene(
            "console-imports-\(name)", .parcels, as: "clerk", sending: imports,
            ["kind": "dispatches", "step": step, "table": columns + rows], status: status)
    }
}
