// The account pages in French.

import Rules

extension AccountPhrases {
    static let french = AccountPhrases(
        signUpTitle: "Créer un compte",
        signUpIntro:
            "Faites-le bien avant la vente\u{A0}: il ne restera plus qu’une chose à faire à temps.",
        signUpButton: "Créer le compte",
        alreadyKnown: "J’ai déjà un compte",
        passwordHint:
            "Au moins 10\u{A0}caractères. Quelques mots suffisent, sans caractères spéciaux.",
        nameHint: "Tels qu’ils doivent figurer sur le colis.",
        mailHint: "Nous y écrivons au sujet de vos commandes, et rien d’autre.",
        checkMailTitle: "Consultez vos e-mails",
        checkMailText: {
            "Nous avons écrit à \($0). Suivez le lien contenu dans l’e-mail pour continuer."
        },
        checkMailHint: "Rien au bout de cinq minutes\u{202F}? Regardez parmi les indésirables.",
        confirmTitle: "Confirmer votre adresse",
        confirmText: "Encore un clic et votre adresse sera confirmée.",
        confirmButton: "Confirmer",
        confirmedText:
            "Votre adresse est confirmée. La salle d’attente de chaque vente vous est ouverte.",
        notConfirmedText:
            """
            Votre adresse n’est pas encore confirmée\u{202F}; sans cela, aucune vente n’est \
            accessible.
            """,
        sendAgainButton: "Renvoyer l’e-mail",
        logInTitle: "Connexion",
        logInButton: "Se connecter",
        notKnownYet: "Je n’ai pas encore de compte",
        forgottenLink: "J’ai oublié mon mot de passe",
        logOutButton: "Se déconnecter",
        loggedOutText: "Vous avez quitté votre compte.",
        resetTitle: "Choisir un nouveau mot de passe",
        resetIntro:
            "Indiquez votre adresse\u{A0}: nous vous enverrons un lien pour en choisir un nouveau.",
        resetButton: "M’envoyer le lien",
        resetSentText: {
            """
            S’il existe un compte pour \($0), un e-mail avec un lien est en route. Il est valable \
            une heure.
            """
        },
        newPasswordTitle: "Votre nouveau mot de passe",
        newPasswordLabel: "Nouveau mot de passe",
        newPasswordButton: "Enregistrer le mot de passe",
        passwordChangedText:
            "Votre mot de passe est changé. Toutes les connexions en cours ont été fermées.",
        accountTitle: "Votre compte",
        greeting: { "Bonjour, \($0)" },
        ordersLink: "Vos commandes",
        choicesTitle: "Pays et langue",
        saveButton: "Enregistrer",
        savedText: "C’est enregistré.",
        marketHint:
            """
            Il détermine les prix, les droits, les taxes et vos garanties. Vos réservations ne \
            changent pas.
            """,
        country: frenchCountry)
}

private func frenchCountry(_ country: Country) -> String {
    switch country.code {
    case "AT": "Autriche"
    case "BE": "Belgique"
    case "CA": "Canada"
    case "CH": "Suisse"
    case "CN": "Chine"
    case "DE": "Allemagne"
    case "ES": "Espagne"
    case "FR": "France"
    case "GB": "Royaume-Uni"
    case "IE": "Irlande"
    case "IT": "Italie"
    case "LU": "Luxembourg"
    case "NL": "Pays-Bas"
    case "US": "États-Unis"
    default: country.code
    }
}
