// Of a public beacon in French.

extension BeaconPhrases {
    static let french = BeaconPhrases(
        title: "Balise publique",
        text: """
            Participe au tirage quiconque est dans la salle à la clôture de la liste. Alors seulement, \
            un tiers publie une valeur que personne ne peut connaître avant, pas même nous, et elle \
            entre dans le tirage. Si elle n’arrive pas à temps, l’ordre est tiré sans elle, et le \
            procès-verbal le dit.
            """,
        listCloses: "Clôture de la liste",
        published: "Publication de sa valeur",
        waitsUntil: "Nous l’attendons jusqu’à",
        isClosed: """
            La liste de cette session est close. Vous pouvez encore obtenir une place derrière tous \
            les autres.
            """,
        source: "Où lire sa valeur",
        value: "Valeur de la balise",
        isMissing: "aucune\u{A0}: l’ordre a été tiré sans elle",
        awaited: "Le tirage attend la valeur de la balise publique.",
        enterTitle: "Valeur de la balise publique",
        enterText: "Recopiez-la exactement comme elle est publiée. Chacun peut la comparer.",
        again: "La même, encore une fois",
        enter: "La faire entrer dans le tirage")
}
