// How the shop says no in German.

import Rules

extension RefusalPhrases {
    static let german = RefusalPhrases(
        told: { germanRefusal($0, offset: $1) }, name: germanFieldName, fault: germanFault)
}

private func germanRefusal(_ refusal: Refusal, offset: Span) -> ToldRefusal {
    let formats = Formats.german
    switch refusal {
    case .input(let faults):
        let count = formats.count(faults.count, one: "Angabe stimmt", other: "Angaben stimmen")
        return ToldRefusal(
            "\(count) noch nicht.", "Berichtigen Sie, was markiert ist, und senden Sie es erneut.")
    case .notFound:
        return ToldRefusal(
            "Hier ist nichts.", "Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.")
    case .idempotencyKeyMissing:
        return ToldRefusal(
            "Die Anfrage kam ohne Idempotency-Key.",
            "Senden Sie einen mit jeder Anfrage mit, die etwas ändert.")
    case .idempotencyKeyReused:
        return ToldRefusal(
            "Dieses Formular wurde schon mit anderem Inhalt abgeschickt.",
            "Laden Sie die Seite neu und füllen Sie es noch einmal aus.")
    case .wrongMailOrPassword:
        return ToldRefusal(
            "Die E-Mail-Adresse oder das Passwort ist falsch.",
            "Versuchen Sie es noch einmal oder setzen Sie ein neues Passwort.")
    case .notLoggedIn:
        return ToldRefusal(
            "Sie sind nicht angemeldet.",
            "Melden Sie sich an, danach kommen Sie hierher zurück.")
    case .mailNotConfirmed:
        return ToldRefusal(
            "Ihre E-Mail-Adresse ist noch nicht bestätigt.",
            "Folgen Sie dem Link in der E-Mail, die wir Ihnen geschickt haben.")
    case .linkExpired:
        return ToldRefusal(
            "Dieser Link wurde schon benutzt oder ist zu alt.", "Fordern Sie einen neuen an.")
    case .codeExpired:
        return ToldRefusal(
            "Dieser Code stimmt nicht, ist schon verwendet oder zu alt.",
            "Prüfen Sie die Zeichen, oder lassen Sie sich einen neuen Code geben.")
    case .tooManyAttempts(let wait):
        return ToldRefusal(
            "Das waren zu viele Versuche.",
            "Versuchen Sie es \(formats.within(wait)) noch einmal.")
    case .notAllowed:
        return ToldRefusal(
            "Ihr Konto darf das nicht.", "Melden Sie sich mit einem Konto an, das es darf.")
    case .marketUnknown:
        return ToldRefusal(
            "In dieses Land verkaufen wir noch nicht.", "Wählen Sie ein Land aus der Liste.")
    case .addressOutsideMarket:
        return ToldRefusal(
            "Die Adresse liegt nicht in dem Land, in dem Sie einkaufen.",
            """
            Geben Sie eine Adresse in diesem Land an oder wechseln Sie das Land. Wohin wir noch nicht \
            verkaufen, können Sie sich vormerken lassen.
            """)
    case .addressExcluded(let area):
        return ToldRefusal(
            "Dorthin können wir nicht liefern (\(area)).", "Geben Sie eine andere Adresse an.")
    case .notSoldHere:
        return ToldRefusal(
            "Dieser Artikel wird in Ihrem Land nicht verkauft.",
            "Sehen Sie nach, was es dort gibt.")
    case .withheld(let reason):
        return ToldRefusal(
            "Dieser Artikel wird in Ihrem Land vorerst nicht verkauft: \(reason)",
            "Er kann angeboten werden, sobald das geklärt ist.")
    case .noShippingMethod:
        return ToldRefusal(
            "Kein Versanddienst befördert diese Artikel zusammen dorthin.",
            "Bestellen Sie weniger auf einmal.")
    case .roomNotOpen(let opens):
        return ToldRefusal(
            "Der Warteraum ist noch nicht geöffnet.",
            "Er öffnet am \(formats.moment(opens, offset: offset)).")
    case .saleNotOpen(let opens):
        return ToldRefusal(
            "Der Verkauf hat noch nicht begonnen.",
            "Er beginnt am \(formats.moment(opens, offset: offset)).")
    case .saleClosed:
        return ToldRefusal("Der Verkauf ist vorbei.", "Sehen Sie nach, wann der nächste ist.")
    case .salePaused(let reason):
        return ToldRefusal(
            "Der Verkauf ist angehalten: \(reason)",
            "Bleiben Sie hier: Niemand verliert dadurch Platz oder Zeit.")
    case .noTicket:
        return ToldRefusal(
            "Sie haben keinen Platz in dieser Runde.",
            "Betreten Sie den Warteraum, um einen zu bekommen.")
    case .workMissing:
        return ToldRefusal(
            "Die Rechnung, die zum Betreten nötig ist, fehlt oder ist zu alt.",
            "Drücken Sie noch einmal auf die Schaltfläche; Ihr Browser rechnet dann neu.")
    case .waitFirst(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal(
            "Das war ein wenig zu früh.", "Drücken Sie um \(time) noch einmal auf die Schaltfläche."
        )
    case .notYourTurn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal("Sie sind noch nicht an der Reihe.", "Sie sind es gegen \(time).")
    case .soldOut:
        return ToldRefusal("Ausverkauft.", "In dieser Runde kommt nichts mehr zurück.")
    case .allHeld(let next):
        let time = formats.time(next, offset: offset, seconds: true)
        return ToldRefusal(
            "Alle Stücke sind gerade von anderen reserviert.",
            "Vielleicht werden welche frei, das nächste um \(time).")
    case .limitReached(let limit, let held):
        return ToldRefusal(
            """
            Pro Person gibt es höchstens \(formats.number(limit)), und Sie haben schon \
            \(formats.number(held)).
            """,
            "Reservierungen und Bestellungen zählen beide; geben Sie etwas frei, um mehr zu nehmen."
        )
    case .householdLimitReached(let limit):
        return ToldRefusal(
            """
            Pro Haushalt gibt es höchstens \(formats.number(limit)); das ist an dieser Adresse \
            erreicht.
            """,
            "Es zählen die Bestellungen aller, die dort wohnen.")
    case .busy(let wait):
        return ToldRefusal(
            "Gerade sind sehr viele Menschen hier.",
            "Versuchen Sie es \(formats.within(wait)) noch einmal. Sie verlieren dadurch nichts.")
    case .askedTooOften(let wait):
        return ToldRefusal(
            "Das war zu oft in kurzer Zeit.",
            """
            Versuchen Sie es \(formats.within(wait)) noch einmal. Ihr Platz und was für Sie \
            reserviert ist, bleiben Ihnen.
            """)
    case .unitsFree:
        return ToldRefusal(
            "Gerade sind Stücke frei.",
            "Reservieren Sie eines davon; Sie brauchen nicht auf andere zu warten.")
    case .alreadyProlonged:
        return ToldRefusal(
            "Sie haben schon einmal mehr Zeit bekommen.",
            "Andere warten auf diese Stücke; bitte bestellen Sie in der Zeit, die noch bleibt.")
    case .notDrawn(let moment):
        let time = formats.time(moment, offset: offset, seconds: true)
        return ToldRefusal(
            "Ihre Nummer wurde nicht gezogen.",
            """
            Warten Sie auf das, was die Gezogenen übrig lassen, oder kommen Sie um \(time) wieder: \
            dann ist der Rest für alle.
            """)
    case .orderNotDrawn:
        return ToldRefusal(
            "Die Reihenfolge dieser Runde ist noch nicht ausgelost.",
            "Sie wird öffentlich, sobald der Verkauf beginnt.")
    case .beaconNotYet(let moment):
        return ToldRefusal(
            "Der öffentliche Zufallswert kann noch nicht bekannt sein.",
            """
            Er wird am \(formats.moment(moment, offset: offset, seconds: true)) veröffentlicht, wenn \
            die Liste geschlossen ist.
            """)
    case .beaconTooLate:
        return ToldRefusal(
            "Als die Liste dieser Runde geschlossen wurde, war der Zufallswert schon bekannt.",
            "Es wird ohne ihn ausgelost, und das Protokoll sagt es.")
    case .orderDrawn:
        return ToldRefusal(
            "Die Reihenfolge dieser Runde ist schon ausgelost.", "In sie geht nichts mehr ein.")
    case .basketEmpty:
        return ToldRefusal(
            "Sie haben nichts reserviert.", "Reservieren Sie etwas in einem laufenden Verkauf.")
    case .reservationLapsed:
        return ToldRefusal(
            "Ihre Reservierung ist vor der Zahlung abgelaufen.",
            """
            Falls etwas abgebucht wurde, bekommen Sie alles zurück. Reservieren Sie neu, wenn \
            noch etwas da ist.
            """
        )
    case .quoteExpired:
        return ToldRefusal(
            "Der Preis wurde neu berechnet, seit Sie ihn gesehen haben.",
            "Sehen Sie ihn noch einmal an und bestätigen Sie ihn. Es wurde nichts bestellt.")
    case .addressChangesPrice(let total):
        return ToldRefusal(
            """
            An diese Adresse würde es \(formats.money(total)) kosten, nicht den vereinbarten Preis.
            """,
            """
            Bleiben Sie bei der Adresse, oder stornieren Sie und bestellen Sie neu, solange der \
            Verkauf läuft.
            """)
    case .orderStateForbids(let state): return germanStage(Stage(state))
    case .paymentDeclined(let decline): return germanDecline(decline)
    case .paymentUnavailable:
        return ToldRefusal(
            "Diese Zahlungsart ist gerade nicht verfügbar.",
            "Nehmen Sie eine andere oder versuchen Sie es in einer Minute noch einmal.")
    case .tooMuchForOneParcel(let parcels):
        return ToldRefusal(
            "Diese Artikel dürfen nach den Beförderungsregeln nicht in ein Paket.",
            "Teilen Sie sie auf: Es braucht \(parcels) Pakete.")
    case .parcelStillExpected(let day):
        return ToldRefusal(
            "Das Paket darf noch bis zum \(formats.day(day)) unterwegs sein.",
            "Ist es dann nicht da, melden Sie es hier: Wir suchen es und stehen dafür ein.")
    case .reportClosed(let day):
        return ToldRefusal(
            "Hier ließ sich das bis zum \(formats.day(day)) melden.",
            "Schreiben Sie uns trotzdem: Wir stehen für das ein, was nie angekommen ist.")
    case .parcelInUse:
        return ToldRefusal(
            """
            Etwas aus diesem Paket wird zurückgesendet, reklamiert oder wurde weitergegeben: Es ist \
            angekommen.
            """,
            "Fehlt nur ein Teil, fragen Sie eine Rücksendung an und schreiben Sie es dazu.")
    case .carrierRefused(let reason):
        return ToldRefusal(
            "Der Versanddienst nimmt dieses Paket nicht an: \(reason)",
            "Ändern Sie, was er beanstandet, oder senden Sie es mit einem anderen.")
    case .picturesUnavailable:
        return ToldRefusal(
            "Auf diesem Rechner lassen sich gerade keine Bilder herstellen.",
            "Es ist nichts geändert. Wer ihn betreibt, muss libvips installieren (Debian: libvips-tools)."
        )
    case .carrierUnavailable:
        return ToldRefusal(
            "Der Versanddienst antwortet gerade nicht eindeutig.",
            "Versuchen Sie es in einer Minute noch einmal: Es bleibt dasselbe Paket.")
    case .returnWindowClosed(let day):
        return ToldRefusal(
            "Der letzte Tag für die Rücksendung war der \(formats.day(day)).",
            "Bei einem Mangel haben Sie weiterhin Ihre Gewährleistungsrechte: Schreiben Sie uns.")
    case .returnNotDelivered:
        return ToldRefusal(
            "Das ist noch nicht zugestellt.",
            "Sie können es zurücksenden, sobald Sie es erhalten haben.")
    case .customsStillOpen(let day):
        return ToldRefusal(
            "Das Gesetz lässt noch bis zum \(formats.day(day)) Zeit.",
            "Danach schließt sich der Fall von selbst.")
    case .warrantyOver(let day):
        return ToldRefusal(
            "Gewährleistung und Garantie dafür sind am \(formats.day(day)) abgelaufen.",
            "Schreiben Sie uns trotzdem: Vielleicht können wir helfen.")
    case .notCovered:
        return ToldRefusal(
            "Dafür steht niemand mehr ein.",
            """
            Es wurde zurückgegeben oder ist ein Ersatzteil. Wenn Sie das anders sehen, schreiben Sie \
            uns.
            """)
    case .claimOpen(let number):
        return ToldRefusal(
            "Ihre Reklamation \(number) dazu ist noch offen.",
            "Warten Sie, bis sie erledigt ist; bei jedem Schritt bekommen Sie eine E-Mail.")
    case .stillOpen(let number):
        return ToldRefusal(
            "\(number) ist noch nicht abgeschlossen.",
            """
            Solange wir Ihnen etwas schulden, müssen wir Sie kennen. Kommen Sie danach wieder.
            """)
    case .nothingToReturn:
        return ToldRefusal(
            "Sie haben die Rücksendung für alle diese Artikel schon angemeldet.",
            "Folgen Sie der Anleitung in unserer E-Mail.")
    }
}

private func germanStage(_ stage: Stage) -> ToldRefusal {
    switch stage {
    case .unpaid:
        ToldRefusal(
            "Das ist noch nicht bezahlt.", "Bezahlen Sie zuerst, dann geht es weiter.")
    case .paying:
        ToldRefusal(
            "Eine Zahlung ist unterwegs.",
            "Warten Sie, bis wir wissen, was daraus wurde; das dauert eine Minute.")
    case .settled:
        ToldRefusal("Das ist schon bezahlt.", "Hier ist nichts mehr zu tun.")
    case .dispatched:
        ToldRefusal(
            "Das Paket hat das Lager verlassen.",
            "Sobald es zugestellt ist, können Sie es zurücksenden.")
    case .over:
        ToldRefusal(
            "Das ist abgeschlossen und lässt sich nicht mehr ändern.",
            "Beginnen Sie neu, wenn Sie möchten.")
    }
}
