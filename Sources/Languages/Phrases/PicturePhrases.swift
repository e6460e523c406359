// What the operator's pages of photographs say.

package import Rules

package struct PicturePhrases: Sendable {
    package var title: String
    package var intro: String
    package var drawings: String
    package var photographs: @Sendable (_ count: Int) -> String
    package var photograph: @Sendable (_ position: Int) -> String
    package var first: String
    package var file: String
    package var another: String
    package var fileHint: @Sendable (_ pixels: Int, _ megabytes: Int) -> String
    package var described: @Sendable (Language) -> String
    package var describedHint: String
    package var addTitle: String
    package var add: String
    package var remove: String
}
