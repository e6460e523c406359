// Of a public beacon in German.

extension BeaconPhrases {
    static let german = BeaconPhrases(
        title: "Öffentlicher Zufallswert",
        text: """
            Wer im Warteraum ist, wenn die Liste schließt, nimmt an der Auslosung teil. Erst dann \
            veröffentlicht jemand anderes einen Wert, den vorher niemand kennen kann, auch wir nicht, \
            und der in die Auslosung eingeht. Kommt er nicht rechtzeitig, wird ohne ihn ausgelost, und \
            das Protokoll sagt es.
            """,
        listCloses: "Die Liste schließt",
        published: "Der Wert wird veröffentlicht",
        waitsUntil: "Wir warten darauf bis",
        isClosed: """
            Die Liste dieser Runde ist geschlossen. Sie bekommen noch einen Platz hinter allen \
            anderen.
            """,
        source: "Wo der Wert nachzulesen ist",
        value: "Öffentlicher Zufallswert",
        isMissing: "keiner: Es wurde ohne ihn ausgelost",
        awaited: "Die Auslosung wartet auf den öffentlichen Zufallswert.",
        enterTitle: "Öffentlicher Zufallswert",
        enterText: """
            Übernehmen Sie ihn genau so, wie er veröffentlicht ist. Jeder kann ihn vergleichen.
            """,
        again: "Noch einmal derselbe",
        enter: "In die Auslosung einbringen")
}
