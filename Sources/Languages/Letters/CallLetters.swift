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

    private static func english(_ formats: Formats) -> CallLetters {
        CallLetters(
            confirm: { shop, link in
                Letter(
                    .english, from: shop,
                    "Shall we tell you of the next sale?",
                    [
                        """
                        somebody, probably you, asked \(shop) to write to this address when the next \
                        sale comes. Confirm it here, or have the address deleted:
                        """,
                        link,
                        "If you do nothing, the address is forgotten after two days.",
                    ])
            },
            announced: { call in
                Letter(
                    .english, from: call.shop,
                    "Announced: \(call.title)",
                    [
                        "you wanted to be told: \(call.shop) has announced a sale.",
                        call.announcement,
                        call.list("Waiting room opens", "Sale starts", formats),
                        call.link,
                        """
                        We write once more, when the room opens, and then delete your address. If you \
                        don’t want that letter, end it here:
                        """,
                        call.end,
                    ])
            },
            roomOpen: { call in
                Letter(
                    .english, from: call.shop,
                    "The waiting room is open: \(call.title)",
                    [
                        """
                        you wanted to be told: the waiting room is open, and the sale starts at \
                        \(formats.moment(call.times[0].opens, offset: .zero)).
                        """,
                        call.link,
                        "This is the last letter. Your address was deleted when it was sent.",
                    ])
            })
    }

    private static let french = CallLetters(
        confirm: { shop, link in
            Letter(
                .french, from: shop,
                "Vous prévenir de la prochaine vente\u{202F}?",
                [
                    """
                    quelqu’un, sans doute vous, a demandé à \(shop) d’écrire à cette adresse à \
                    l’approche de la prochaine vente. Confirmez-le ici, ou faites effacer \
                    l’adresse\u{A0}:
                    """,
                    link,
                    "Si vous ne faites rien, l’adresse est oubliée au bout de deux jours.",
                ])
        },
        announced: { call in
            Letter(
                .french, from: call.shop,
                "Annonce\u{A0}: \(call.title)",
                [
                    "vous vouliez le savoir\u{A0}: \(call.shop) annonce une vente.",
                    call.announcement,
                    call.list("Ouverture de la salle", "Début de la vente", .french),
                    call.link,
                    """
                    Nous vous écrirons encore une fois, à l’ouverture de la salle d’attente, puis nous \
                    effacerons votre adresse. Pour ne pas recevoir cette lettre\u{A0}:
                    """,
                    call.end,
                ])
        },
        roomOpen: { call in
            Letter(
                .french, from: call.shop,
                "La salle d’attente est ouverte\u{A0}: \(call.title)",
                [
                    """
                    vous vouliez le savoir\u{A0}: la salle d’attente est ouverte, et la vente commence \
                    le \(Formats.french.moment(call.times[0].opens, offset: .zero)).
                    """,
                    call.link,
                    "C’est notre dernière lettre. Votre adresse a été effacée à son envoi.",
                ])
        })

    private static let german = CallLetters(
        confirm: { shop, link in
            Letter(
                .german, from: shop,
                "Sollen wir vom nächsten Verkauf berichten?",
                [
                    """
                    jemand, wahrscheinlich Sie, hat \(shop) gebeten, an diese Adresse zu schreiben, wenn \
                    der nächste Verkauf kommt. Bestätigen Sie es hier, oder lassen Sie die Adresse \
                    löschen:
                    """,
                    link,
                    "Wenn Sie nichts tun, ist die Adresse nach zwei Tagen vergessen.",
                ])
        },
        announced: { call in
            Letter(
                .german, from: call.shop,
                "Angekündigt: \(call.title)",
                [
                    "Sie wollten es wissen: \(call.shop) hat einen Verkauf angekündigt.",
                    call.announcement,
                    call.list("Warteraum öffnet", "Verkauf beginnt", .german),
                    call.link,
                    """
                    Wir schreiben noch einmal, wenn der Warteraum öffnet, und löschen dann Ihre Adresse. \
                    Möchten Sie diesen Brief nicht, beenden Sie es hier:
                    """,
                    call.end,
                ])
        },
        roomOpen: { call in
            Letter(
                .german, from: call.shop,
                "Der Warteraum ist offen: \(call.title)",
                [
                    """
                    Sie wollten es wissen: Der Warteraum ist offen, und der Verkauf beginnt am \
                    \(Formats.german.moment(call.times[0].opens, offset: .zero)).
                    """,
                    call.link,
                    "Das ist der letzte Brief. Mit seinem Versand wurde Ihre Adresse gelöscht.",
                ])
        })
}

extension CallLetters {
    package init(for language: Language) {
        self = language.choose(Self.english, .french, .german)
    }
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
