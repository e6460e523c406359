// What the operator's page of imports says.

package import Rules

package struct ImportPhrases: Sendable {
    package var title: String
    package var intro: String
    package var what: String
    package var table: String
    package var tryIt: String
    package var take: String
    package var export: String
    package var nothingDone: String
    package var wouldBe: @Sendable (_ changes: Int, _ known: Int) -> String
    package var done: @Sendable (_ changes: Int, _ known: Int) -> String
    package var kind: @Sendable (ImportKind) -> String
    package var place: @Sendable (_ line: Int, _ column: String?) -> String
    package var problem: @Sendable (ImportFault.Problem) -> String
}
