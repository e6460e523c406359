// Chances, standby and proof in British English.

extension FairnessPhrases {
    static let britishEnglish = english(.britishEnglish)
}
