// The letters in English, with British dates and amounts.

extension Letters {
    static let britishEnglish = english(.britishEnglish)
}
