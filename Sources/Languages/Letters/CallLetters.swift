// The letters to somebody who asked to be told of a sale: shall we, it is announced, its room is
// open.

package import Rules

/// A sale, as somebody is told of it.
package struct CallLetter: Hashable, Sendable {
    package let shop: String
    package let title: String
    package let announcement: String
    /// Of the rounds that are still to come; never empty.
    package let times: [Times]
    package let link: String
    /// Where the reader ends it.
    package let end: String

    package init(
        shop: String, title: String, announcement: String, times: [Times], link: String, end: String
    ) {
        precondition(!times.isEmpty)
        self.shop = shop
        self.title = title
        self.announcement = announcement
        self.times = times
        self.link = link
        self.end = end
    }

    package struct Times: Hashable, Sendable {
        package let room: Moment
        package let opens: Moment

        package init(room: Moment, opens: Moment) {
            self.room = room
            self.opens = opens
        }
    }
}

package struct CallLetters: Sendable {
    /// With the link that confirms the wish, or takes it back.
    package let confirm: @Sendable (_ shop: String, _ link: String) -> Letter
    package let announced: @Sendable (CallLetter) -> Letter
    package let roomOpen: @Sendable (CallLetter) -> Letter

    package init(for language: Language) {
        switch language {
        case .americanEnglish: self = .english(.americanEnglish)
        case .britishEnglish: self = .english(.britishEnglish)
        case .french: self = .french
        case .german: self = .german
        }
    }

    private init(
        confirm: @escaping @Sendable (String, String) -> Letter,
        announced: @escaping @Sendable (CallLetter) -> Letter,
        roomOpen: @escaping @Sendable (CallLetter) -> Letter
    ) {
        self.confirm = confirm
        self.announced = announced
        self.roomOpen = roomOpen
    }

    private static func english(_ formats: Formats) -> CallLetters {
        CallLetters(
            confirm: { shop, link in
                Letter(
                    "Shall we tell you of the next sale?",
                    [
                        "Hello,",
                        """
                        somebody, probably you, asked \(shop) to write to this address when the next \
                        sale comes. Confirm it here, or have the address deleted:
                        """,
                        link,
                        "If you do nothing, the address is forgotten after two days.",
                        "Kind regards\n\(shop)",
                    ])
            },
            announced: { call in
                Letter(
                    "Announced: \(call.title)",
                    [
                        "Hello,",
                        "you wanted to be told: \(call.shop) has announced a sale.",
                        call.announcement,
                        call.list("Waiting room opens", "Sale starts", formats),
                        call.link,
                        """
                        We write once more, when the room opens, and then delete your address. If you \
                        don’t want that letter, end it here:
                        """,
                        call.end,
                        "Kind regards\n\(call.shop)",
                    ])
            },
            roomOpen: { call in
                Letter(
                    "The waiting room is open: \(call.title)",
                    [
                        "Hello,",
                        """
                        you wanted to be told: the waiting room is open, and the sale starts at \
                        \(formats.moment(call.times[0].opens, offset: .zero)).
                        """,
                        call.link,
                        "This is the last letter. Your address was deleted when it was sent.",
                        "Kind regards\n\(call.shop)",
                    ])
            })
    }

    private static let french = CallLetters(
        confirm: { shop, link in
            Letter(
                "Vous prévenir de la prochaine vente\u{202F}?",
                [
                    "Bonjour,",
                    """
                    quelqu’un, sans doute vous, a demandé à \(shop) d’écrire à cette adresse à \
                    l’approche de la prochaine vente. Confirmez-le ici, ou faites effacer \
                    l’adresse\u{A0}:
                    """,
                    link,
                    "Si vous ne faites rien, l’adresse est oubliée au bout de deux jours.",
                    "Cordialement\n\(shop)",
                ])
        },
        announced: { call in
            Letter(
                "Annonce\u{A0}: \(call.title)",
                [
                    "Bonjour,",
                    "vous vouliez le savoir\u{A0}: \(call.shop) annonce une vente.",
                    call.announcement,
                    call.list("Ouverture de la salle", "Début de la vente", .french),
                    call.link,
                    """
                    Nous vous écrirons encore une fois, à l’ouverture de la salle d’attente, puis nous \
                    effacerons votre adresse. Pour ne pas recevoir cette lettre\u{A0}:
                    """,
                    call.end,
                    "Cordialement\n\(call.shop)",
                ])
        },
        roomOpen: { call in
            Letter(
                "La salle d’attente est ouverte\u{A0}: \(call.title)",
                [
                    "Bonjour,",
                    """
                    vous vouliez le savoir\u{A0}: la salle d’attente est ouverte, et la vente commence \
                    le \(Formats.french.moment(call.times[0].opens, offset: .zero)).
                    """,
                    call.link,
                    "C’est notre dernière lettre. Votre adresse a été effacée à son envoi.",
                    "Cordialement\n\(call.shop)",
                ])
        })

    private static let german = CallLetters(
        confirm: { shop, link in
            Letter(
                "Sollen wir vom nächsten Verkauf berichten?",
                [
                    "Guten Tag,",
                    """
                    jemand, wahrscheinlich Sie, hat \(shop) gebeten, an diese Adresse zu schreiben, wenn \
                    der nächste Verkauf kommt. Bestätigen Sie es hier, oder lassen Sie die Adresse \
                    löschen:
                    """,
                    link,
                    "Wenn Sie nichts tun, ist die Adresse nach zwei Tagen vergessen.",
                    "Freundliche Grüße\n\(shop)",
                ])
        },
        announced: { call in
            Letter(
                "Angekündigt: \(call.title)",
                [
                    "Guten Tag,",
                    "Sie wollten es wissen: \(call.shop) hat einen Verkauf angekündigt.",
                    call.announcement,
                    call.list("Warteraum öffnet", "Verkauf beginnt", .german),
                    call.link,
                    """
                    Wir schreiben noch einmal, wenn der Warteraum öffnet, und löschen dann Ihre Adresse. \
                    Möchten Sie diesen Brief nicht, beenden Sie es hier:
                    """,
                    call.end,
                    "Freundliche Grüße\n\(call.shop)",
                ])
        },
        roomOpen: { call in
            Letter(
                "Der Warteraum ist offen: \(call.title)",
                [
                    "Guten Tag,",
                    """
                    Sie wollten es wissen: Der Warteraum ist offen, und der Verkauf beginnt am \
                    \(Formats.german.moment(call.times[0].opens, offset: .zero)).
                    """,
                    call.link,
                    "Das ist der letzte Brief. Mit seinem Versand wurde Ihre Adresse gelöscht.",
                    "Freundliche Grüße\n\(call.shop)",
                ])
        })
}

extension CallLetter {
    /// The times of each round, one a line.
    fileprivate func list(_ room: String, _ opens: String, _ formats: Formats) -> String {
        times.flatMap { times in
            [
                "  \(room): \(formats.moment(times.room, offset: .zero))",
                "  \(opens): \(formats.moment(times.opens, offset: .zero))",
            ]
        }.joined(separator: "\n")
    }
}
