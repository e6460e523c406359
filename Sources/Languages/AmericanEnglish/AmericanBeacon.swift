// Of a public beacon in both kinds of English.

extension BeaconPhrases {
    static let english = BeaconPhrases(
        title: "Public beacon",
        text: """
            Whoever is in the room when the list closes takes part in the draw. Only then do others \
            publish a value that nobody can know before, not even we, and it is mixed into the draw. \
            If it doesn’t come in time, the order is drawn without it, and the transcript says so.
            """,
        listCloses: "The list closes",
        published: "Its value is published",
        waitsUntil: "We wait for it until",
        isClosed: """
            The list of this round is closed. You can still get a place behind everybody in it.
            """,
        source: "Where its value can be read",
        value: "Value of the beacon",
        isMissing: "none: the order was drawn without it",
        awaited: "The draw waits for the value of the public beacon.",
        enterTitle: "Value of the public beacon",
        enterText: "Copy it exactly as it is published. Everybody can compare it.",
        again: "The same once more",
        enter: "Mix it into the draw")
}
