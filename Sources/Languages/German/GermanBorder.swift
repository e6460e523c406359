// The border in German.

extension BorderPhrases {
    static let german = BorderPhrases(
        anotherCountry: "Ein anderes Land …",
        notSoldTo: { "In dieses Land verkaufen wir noch nicht: \($0)" },
        notSoldThere: "Wir verkaufen noch nicht überallhin",
        soldTo: { "Zurzeit verkaufen wir nur in diese Länder: \($0)." },
        wishIntro: """
            Hinterlassen Sie Ihre Adresse, und wir schreiben Ihnen einmal: an dem Tag, an dem wir in \
            Ihr Land verkaufen. Danach vergessen wir sie.
            """,
        wishButton: "Sagen Sie mir Bescheid",
        tellMe: "Sagen Sie mir dann Bescheid",
        wishSentTitle: "Sehen Sie in Ihr Postfach",
        wishSent: {
            """
            Wir haben an \($0) geschrieben. Folgen Sie dem Link in der E-Mail, sonst wird nichts \
            behalten: Eine Adresse, die niemand bestätigt, ist nach zwei Tagen gelöscht.
            """
        },
        wishTitle: { "Sollen wir Ihnen schreiben, wenn wir in dieses Land verkaufen: \($0)?" },
        wishText: "Eine einzige E-Mail an jenem Tag, und Ihre Adresse wird gelöscht.",
        wishConfirm: "Ja, schreiben Sie mir",
        wishConfirmed: "Notiert. Sie hören einmal von uns, wenn wir dorthin verkaufen.",
        wishWithdraw: "Nein, löschen Sie meine Adresse",
        wishWithdrawn: "Ihre Adresse ist gelöscht.",
        tellTitle: "Bescheid zum nächsten Verkauf",
        tellIntro: """
            Wir schreiben Ihnen, wenn hier ein Verkauf angekündigt wird, und noch einmal, wenn sein \
            Warteraum öffnet. Danach vergessen wir Ihre Adresse.
            """,
        tellProduct: "Worauf Sie warten",
        anyProduct: "Auf alles",
        tellButton: "Sagen Sie mir Bescheid",
        tellAccount: { "Wir schreiben an die Adresse Ihres Kontos: \($0)." },
        tellOfSale: "Bescheid zum nächsten Verkauf",
        tellWhenOpen: "Bescheid zur Öffnung",
        tellWhenSold: "Bescheid, wenn es das hier gibt",
        callTitle: "Sollen wir Ihnen vom nächsten Verkauf berichten?",
        callText: """
            Höchstens zwei E-Mails: wenn ein Verkauf angekündigt wird, und wenn sein Warteraum öffnet. \
            Danach wird Ihre Adresse gelöscht.
            """,
        callConfirmed: "Notiert. Sie hören von uns, wenn der nächste Verkauf kommt.",
        heldBack: """
            Die Regeln für Zoll und Steuer werden gerade bestätigt; danach geht es sofort weiter.
            """,
        waysBack: "Wege zurück",
        officialNotice: "Amtliche Mitteilung",
        guaranteeTitle: "Bei einem Mangel")
}
