// What is said of a public beacon: a value from outside that is mixed into the draw.

package struct BeaconPhrases: Sendable {
    package var title: String
    package var text: String
    package var listCloses: String
    package var published: String
    package var waitsUntil: String
    package var isClosed: String
    package var source: String
    package var value: String
    package var isMissing: String
    /// Shown while a round stands still and waits for the value.
    package var awaited: String

    // For the operator
    package var enterTitle: String
    package var enterText: String
    package var again: String
    package var enter: String
}
