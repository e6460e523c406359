// What comes after the sale, in British English: as in American, but for the spelling.

extension AftercarePhrases {
    static let britishEnglish: AftercarePhrases = {
        var phrases = americanEnglish
        phrases.wholeOrder = """
            Nothing has left our warehouse yet. The order is cancelled as a whole and you get \
            everything back.
            """
        phrases.outcomeCancelled = "The order is cancelled. You get everything back."
        return phrases
    }()
}
