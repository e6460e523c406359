// Why a payment was declined, and what to try, in German. The units stay held meanwhile.

import Rules

func germanDecline(_ decline: Decline) -> ToldRefusal {
    switch decline {
    case .notEnabledAbroad:
        ToldRefusal(
            "Ihre Bank hat diese Karte nicht für Zahlungen im Internet oder ins Ausland freigegeben.",
            """
            Lassen Sie beides bei Ihrer Bank freischalten, oder zahlen Sie mit PayPal oder einer \
            anderen Karte. Es wurde nichts abgebucht, und Ihre Stücke bleiben so lange reserviert.
            """
        )
    case .noCover:
        ToldRefusal(
            "Die Zahlung wurde abgelehnt: Die Karte ist nicht gedeckt oder ihr Limit erreicht.",
            "Nehmen Sie eine andere Karte oder Zahlungsart. Ihre Stücke bleiben so lange reserviert."
        )
    case .expired:
        ToldRefusal(
            "Die Zahlung wurde abgelehnt: Die Karte ist abgelaufen.",
            "Nehmen Sie eine andere Karte oder Zahlungsart. Ihre Stücke bleiben so lange reserviert."
        )
    case .wrongDetails:
        ToldRefusal(
            "Die Zahlung wurde abgelehnt: Eine Angabe zur Karte stimmt nicht.",
            """
            Prüfen Sie Nummer, Datum und Prüfziffer und versuchen Sie es noch einmal. Ihre Stücke \
            bleiben so lange reserviert.
            """
        )
    case .notConfirmed:
        ToldRefusal(
            "Ihre Bank wollte die Zahlung bestätigt haben, und das ist nicht geschehen.",
            """
            Versuchen Sie es noch einmal und bestätigen Sie in der App oder auf der Seite Ihrer \
            Bank. Ihre Stücke bleiben so lange reserviert.
            """
        )
    case .accountRestricted:
        ToldRefusal(
            "PayPal lässt diese Zahlung von Ihrem Konto nicht zu. Es wurde nichts abgebucht.",
            """
            Zahlen Sie mit Karte, oder fragen Sie PayPal nach dem Grund. Ihre Stücke bleiben so \
            lange reserviert.
            """
        )
    case .other:
        ToldRefusal(
            "Die Zahlung wurde abgelehnt. Es wurde nichts abgebucht.",
            "Ihre Stücke bleiben reserviert: Zahlen Sie auf anderem Weg oder fragen Sie Ihre Bank.")
    }
}
