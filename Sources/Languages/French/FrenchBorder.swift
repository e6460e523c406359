// The border in French.

extension BorderPhrases {
    static let french = BorderPhrases(
        anotherCountry: "Un autre pays…",
        notSoldTo: { "Nous ne vendons pas encore dans ce pays\u{A0}: \($0)" },
        notSoldThere: "Nous ne vendons pas encore partout",
        soldTo: { "Pour l’instant, nous ne vendons que dans ces pays\u{A0}: \($0)." },
        wishIntro: """
            Laissez votre adresse\u{A0}: nous vous écrirons une seule fois, le jour où nous vendrons \
            dans votre pays. Puis nous l’oublierons.
            """,
        wishButton: "Prévenez-moi",
        tellMe: "Prévenez-moi le moment venu",
        wishSentTitle: "Consultez votre messagerie",
        wishSent: {
            """
            Nous avons écrit à \($0). Suivez le lien de cette lettre, sinon rien n’est conservé\u{A0}: \
            une adresse que personne ne confirme disparaît au bout de deux jours.
            """
        },
        wishTitle: { "Vous prévenir quand nous vendrons dans ce pays\u{A0}: \($0)\u{202F}?" },
        wishText: "Une seule lettre, ce jour-là, et votre adresse est effacée.",
        wishConfirm: "Oui, prévenez-moi",
        wishConfirmed: "C’est noté. Vous aurez de nos nouvelles une fois, quand nous y vendrons.",
        wishWithdraw: "Non, effacez mon adresse",
        wishWithdrawn: "Votre adresse est effacée.",
        tellTitle: "Me prévenir de la prochaine vente",
        tellIntro: """
            Nous vous écrirons quand une vente sera annoncée ici, puis à l’ouverture de sa salle \
            d’attente. Ensuite, nous oublierons votre adresse.
            """,
        tellProduct: "Ce que vous attendez",
        anyProduct: "N’importe quel article",
        tellButton: "Prévenez-moi",
        tellAccount: { "Nous écrirons à l’adresse de votre compte\u{A0}: \($0)." },
        tellOfSale: "Me prévenir de la prochaine vente",
        tellWhenOpen: "Me prévenir de l’ouverture",
        tellWhenSold: "Me prévenir quand il sera vendu ici",
        callTitle: "Vous prévenir de la prochaine vente\u{202F}?",
        callText: """
            Deux lettres au plus\u{A0}: à l’annonce d’une vente, puis à l’ouverture de sa salle \
            d’attente. Ensuite, votre adresse est effacée.
            """,
        callConfirmed: "C’est noté. Vous aurez de nos nouvelles à la prochaine vente.",
        heldBack: """
            Les règles de douane et de TVA sont en cours de confirmation\u{A0}; la vente reprend dès \
            que c’est fait.
            """,
        waysBack: "Moyens de renvoi",
        officialNotice: "Notice officielle",
        guaranteeTitle: "En cas de défaut")
}
