// The scenes of who one is: to sign up and log in, one's account, one's wishes and guarantees.

extension Scene {
    static let ofPeople =
        seen(
            .announced,
            [
                "signup": "/signup", "confirm": "/confirm/{confirmation}", "login": "/login",
                "login-changed": "/login?changed=1", "login-out": "/login?out=1",
                "reset": "/reset", "reset-new": "/reset/token", "mail-new": "/mail/token",
                "erased": "/erased",
            ]) + [
            Scene(
                "signup-faults", .announced, sending: "/signup",
                ["name": "", "mail": "nobody", "password": "short"], status: 422),
            Scene(
                "signup-sent", .announced, sending: "/signup",
                ["name": "Noor", "mail": "noor@example.com", "password": "three small ducks"]),
            Scene("confirm-expired", .announced, sending: "/confirm/old", status: 410),
            Scene(
                "login-refused", .announced, sending: "/login",
                ["mail": "somebody{visit}@example.com", "password": "wrong"], status: 401),
            Scene(
                "reset-sent", .announced, sending: "/reset", ["mail": "noor@example.com"]),
            Scene(
                "reset-expired", .announced, sending: "/reset/token", ["password": "short"],
                status: 410),
            Scene("nothing-here", .announced, at: "/nothing/here", status: 404),
            Scene("not-allowed", .announced, as: "buyer", at: "/console", status: 403),
            Scene("failed", .broken, at: "/", status: 500),
        ]

    static let ofWishes =
        seen(
            .announced,
            [
                "elsewhere": "/elsewhere?country=AT", "wish": "/wishes/{wish}",
                "wish-confirmed": "/wishes/{granted}", "tell-me": "/tell-me",
                "tell-me-confirm": "/wishes/{call}", "tell-me-confirmed": "/wishes/{called}",
            ])
        + seen(.announced, as: "buyer", ["tell-me-product": "/tell-me?product=handset"])
        + [
            Scene(
                "elsewhere-faults", .announced, sending: "/elsewhere",
                ["country": "", "mail": "nobody"], status: 422),
            Scene(
                "elsewhere-sent", .announced, sending: "/elsewhere",
                ["country": "AT", "mail": "noor@example.com"]),
            Scene(
                "wish-withdrawn", .announced, at: "/wishes/{wish}",
                sending: "/wishes/{forgotten}/withdraw"),
            Scene(
                "tell-me-faults", .announced, sending: "/tell-me",
                ["product": "", "mail": "nobody"], status: 422),
            Scene(
                "tell-me-sent", .announced, sending: "/tell-me",
                ["product": "", "mail": "noor@example.com"]),
        ]

    static let ofTheAccount =
        seen(
            .announced, as: "buyer",
            [
                "account": "/account", "account-saved": "/account?saved=1",
                "account-confirmed": "/account?confirmed=1",
                "account-returns-none": "/account/returns",
                "account-warranty-none": "/account/warranty",
                "account-addresses-none": "/account/addresses",
                "account-receipts-none": "/account/receipts",
                "account-data-none": "/account/data",
            ])
        + seen(.announced, as: "newcomer", ["account-unconfirmed": "/account"])
        + seen(
            .member, as: "buyer",
            [
                "account-overview": "/account", "account-orders": "/orders",
                "account-returns": "/account/returns", "account-warranty": "/account/warranty",
                "account-addresses": "/account/addresses",
                "account-address": "/account/addresses?change={address}",
                "account-receipts": "/account/receipts", "account-sign-in": "/account/sign-in",
                "account-data": "/account/data",
            ])
        + [
            Scene(
                "account-address-faults", .member, as: "buyer", at: "/account/addresses",
                sending: "/account/addresses", noAddress, status: 422),
            Scene(
                "account-password-faults", .member, as: "buyer", at: "/account/sign-in",
                sending: "/account/password", ["password": "wrong", "new_password": "short"],
                status: 422),
        ]

    private static let claimed = "/warranty/{asked-passport}"

    static let ofWarranty =
        seen(
            .claims, as: "asked",
            [
                "warranty": "/account/warranty", "warranty-claimed": claimed,
                "claim": "/claims/{asked}",
            ]
        )
        + ["accepted", "declined", "replaced", "sent", "repaid"].map { (answer: String) in
            Scene("claim-\(answer)", .claims, as: answer, at: "/claims/{\(answer)}")
        } + [
            Scene("warranty-passport", .claims, as: "content", at: "/warranty/{content-passport}"),
            Scene(
                "warranty-code", .claims, as: "content", at: "/warranty/{content-passport}",
                sending: "/warranty/{content-passport}/code"),
            Scene("warranty-take", .claims, as: "heir", at: "/warranty"),
            Scene(
                "warranty-take-refused", .claims, as: "heir", sending: "/warranty",
                ["code": "9999"], status: 410),
            Scene("warranty-taken", .claims, as: "heir", at: "/account/warranty?taken=1"),
            Scene("warranty-handed-on", .claims, as: "heir", at: "/warranty/{handed-passport}"),
        ]
}
