// The guide, the announcement and the proof in German.

import Rules

extension GuidePhrases {
    static let german = GuidePhrases(
        menu: "So kaufen Sie",
        title: "So kaufen Sie",
        lead: {
            """
            „\($0)“ Schritt für Schritt: wann es losgeht, was es insgesamt kostet und was zu tun ist.
            """
        },
        beforeTitle: "Schritt für Schritt",
        timesTitle: "Wann es losgeht",
        orderTitle: "Wer zuerst an der Reihe ist",
        order: { policy in
            switch policy {
            case .shuffled:
                """
                Zu Beginn des Verkaufs wird die Reihenfolge aller im Warteraum ausgelost. Wer früh da ist \
                oder schnell klickt, hat davon keinen Vorteil.
                """
            case .firstCome:
                "Wer den Warteraum zuerst betritt, ist zuerst an der Reihe."
            case .draw:
                """
                Zu Beginn des Verkaufs wird die Reihenfolge aller im Warteraum ausgelost, und nur die \
                ersten Plätze gewinnen. Was sie übrig lassen, ist danach für alle da.
                """
            }
        },
        door: { burst, perMinute in
            """
            Die ersten \(Formats.german.count(burst, one: "Platz", other: "Plätze")) sind sofort an der \
            Reihe, danach jede Minute \(Formats.german.number(perMinute)) weitere.
            """
        },
        pricesTitle: "Was es kostet und wie viele Sie bekommen",
        product: "Artikel",
        price: "Preis",
        inAll: "Bis zur Tür",
        limit: "Höchstens",
        units: "Stück je Runde",
        holdTitle: "Ihre Stücke warten auf Sie",
        hold: {
            """
            Was Sie reservieren, bleibt \($0) lang für Sie liegen, während Sie bestellen. Reicht das \
            nicht, bekommen Sie dieselbe Zeit einmal noch dazu. Was bis dahin nicht bezahlt ist, geht an \
            die Nächsten.
            """
        },
        afterTitle: "Danach",
        soonOver: """
            Es bleiben weniger als zwei Minuten. Bestellen Sie jetzt, oder nehmen Sie sich mehr Zeit.
            """,
        soonOverLast: "Es bleiben weniger als zwei Minuten. Bestellen Sie jetzt.",
        announcementTitle: "Ankündigung",
        calendar: "In den Kalender",
        calendarEntry: { "\($0), Runde \(Formats.german.number($1)): Verkauf beginnt" },
        calendarText: {
            """
            Der Warteraum öffnet um \($0). Melden Sie sich vorher an, und betreten Sie ihn vor Beginn des \
            Verkaufs.
            """
        },
        calendarAlarm: "Der Warteraum ist geöffnet. Anmelden und eintreten.",
        feed: "Feed der Verkäufe",
        pasteTitle: "Zum Einfügen",
        pasteHint: "Für eigene Seiten und soziale Netzwerke.",
        copy: "Kopieren",
        copied: "Kopiert",
        post: { sale, opens, link in
            """
            \(sale)
            Beginn: \(opens). Sehr wenige Stücke und ein einziger Preis, in dem \
            Versand, Zoll und Umsatzsteuer enthalten sind.
            \(link)
            """
        },
        pictureTitle: "Bild zum Teilen",
        pictureText: { "\($0). Beginn: \($1)." },
        opensAt: { "Beginn: \($0)" },
        proofTitle: "War es fair?",
        proofLead: """
            Niemand muss uns glauben. Hier steht, was vor der Runde versprochen war, was in ihr geschah \
            und wie man beides nachrechnet.
            """,
        proofLater: """
            Die Reihenfolge ist noch nicht ausgelost. Mit Beginn des Verkaufs steht der Nachweis hier.
            """,
        entrants: "Tickets in der Auslosung",
        sold: "Verkauft",
        stillFree: "Übrig",
        oddsTitle: "Was wir gesagt haben und was daraus wurde",
        oddsHint: """
            Zu Beginn nennen wir jene Plätze sicher, die selbst dann ein Stück bekämen, wenn alle vor \
            ihnen so viele nähmen, wie sie dürfen.
            """,
        certainUpTo: "Sicher bis Platz",
        lastServed: "Letzter Platz, der eines bekam",
        nobody: "niemand",
        checkTitle: "Selbst nachprüfen",
        checkHint: """
            Ihr Browser holt das öffentliche Protokoll und rechnet es nach: den Startwert gegen seinen \
            Hash, die Reihenfolge aller Tickets aus dem Startwert und das Siegel jeder Zeile.
            """,
        check: "In diesem Browser prüfen",
        checking: "Wird geprüft …",
        checkHolds: "Es stimmt: Startwert, Reihenfolge und jede Zeile sind wie versprochen.",
        checkFails: "Es stimmt nicht:",
        lawTitle: "Ihre Rechte",
        lawLead: { "Was das Gesetz und wir allen zusichern, die hier kaufen (\($0))." },
        lawOrder: "Bestellen",
        lawOrderText: {
            "Zur Zahlung verpflichten Sie sich erst mit der Schaltfläche „\($0)“ unter dem Gesamtpreis."
        })
}
