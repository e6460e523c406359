// The checkout and the pages of an order in French.

import Rules

extension CheckoutPhrases {
    static let french: CheckoutPhrases = {
        let formats = Formats.french
        return CheckoutPhrases(
            title: "Commande",
            stepAddress: "Adresse",
            stepReview: "Vérification",
            stepPay: "Paiement",
            addressTitle: "Où l’envoyer\u{202F}?",
            example: { "par exemple \($0)" },
            countryFixed: { "Nous livrons dans le pays où vous achetez\u{A0}: \($0)." },
            choose: "Choisir…",
            methodTitle: "Comment l’envoyer\u{202F}?",
            methodDays: { fewest, most in
                "\(formats.number(fewest)) à \(formats.number(most)) jours de trajet"
            },
            toReview: "Voir le prix complet",
            reviewTitle: "Vérifier la commande",
            deliverTo: "Livraison à",
            changeAddress: "Modifier l’adresse ou l’envoi",
            goods: "Articles",
            shipping: "Livraison",
            duty: "Droits de douane",
            tax: "TVA",
            fees: "Frais",
            total: "Total",
            binding: "C’est tout ce que vous payez. Si la douane demande plus, nous le payons.",
            howComputed: "Détail du calcul",
            rule: "Règle",
            rate: "Taux",
            base: "Sur",
            amount: "Montant",
            borneByUs: "à notre charge",
            toBeConfirmed: "Pas encore certain, et à nos risques\u{A0}:",
            promise: { "Quitte notre entrepôt au plus tard le \($0)." },
            payWith: { "Payer avec \($0)" },
            payHint: """
                Vous passez à la page de paiement. Vos articles restent réservés, et l’argent n’est pris \
                que tant qu’ils le sont.
                """,
            emptyTitle: "Rien n’est réservé pour vous",
            emptyText: "Votre réservation a expiré, ou vous n’avez encore rien réservé.")
    }()
}

extension OrderPhrases {
    static let french: OrderPhrases = {
        let formats = Formats.french
        return OrderPhrases(
            listTitle: "Vos commandes",
            none: "Vous n’avez encore rien commandé.",
            title: { "Commande \($0)" },
            state: { state in
                switch state {
                case .placed: "en attente de paiement"
                case .paid: "payée"
                case .partlyDispatched: "en partie en route"
                case .dispatched: "en route"
                case .delivered: "livrée"
                case .lapsed: "expirée"
                case .cancelled: "annulée"
                }
            },
            placedOn: "passée le",
            unpaidText: """
                Votre commande n’est pas encore payée. Les articles restent réservés jusqu’à la fin du délai.
                """,
            paymentOpen: """
                Nous attendons la réponse du service de paiement. Vos articles restent réservés\u{A0}; vous \
                n’avez rien à faire.
                """,
            thanks: "Merci\u{202F}!",
            paidText: """
                Votre paiement est arrivé, les articles sont à vous. Nous vous écrirons dès leur \
                départ.
                """,
            promise: "Quitte notre entrepôt",
            promiseText: { "au plus tard le \($0)" },
            sent: "Expédiée",
            trackedBy: { "\($0), numéro de suivi \($1)" },
            deliveredOn: "Livrée",
            lapsedText: """
                Elle n’a pas été payée à temps\u{A0}; les articles sont revenus dans la vente. Rien n’a été \
                débité.
                """,
            cancelledText: "Cette commande est annulée. Ce que vous aviez payé vous est rendu.",
            refunds: "Remboursements",
            refundText: { amount, state in
                switch state {
                case .owed: "\(amount), en route vers vous"
                case .made: "\(amount), remboursés"
                case .refused:
                    "\(amount), bloqués\u{A0}: nous nous en occupons et vous écrirons"
                }
            },
            cancel: "Annuler la commande",
            cancelHint: """
                Tant que le colis n’est pas parti, vous pouvez annuler sans motif et tout récupérer.
                """,
            returnTitle: "Renvoyer un article",
            returnUntil: { "Jusqu’au \($0), sans motif." },
            returnBefore: {
                """
                Dans les \(formats.count($0, one: "jour", other: "jours")) suivant la réception, sans motif.
                """
            },
            returnCost: { "Tout renvoyer vous coûte \($0)." },
            returnNotSent: """
                Aucun transporteur connu de nous n’accepte ce contenu en retour\u{A0}; écrivez-nous et vous \
                serez remboursé sans renvoi.
                """,
            product: "Article",
            reason: { reason in
                switch reason {
                case .changedMind: "J’ai changé d’avis"
                case .damaged: "Il est arrivé endommagé"
                case .wrongItem: "Ce n’est pas ce que j’ai commandé"
                case .faulty: "Il ne fonctionne pas"
                }
            },
            askReturn: "Demander le retour",
            returnState: { state in
                switch state {
                case .requested: "demandé\u{A0}; la marche à suivre est dans votre courrier"
                case .sent: "expédié\u{A0}; nous l’attendons"
                case .received: "reçu"
                case .refunded: "remboursé"
                }
            },
            address: "Livraison à")
    }()
}
