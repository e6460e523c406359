// What is said around the waiting room: to go on with another device, and what the operator is told
// of tickets that share something.

package struct RoomPhrases: Sendable {
    // To another device
    package var moveTitle: String
    package var moveText: String
    package var moveButton: String
    package var codeTitle: String
    package var codeText: @Sendable (_ address: String) -> String
    package var codeOnce: String
    package var codeSecret: String
    package var toRoom: String
    package var useTitle: String
    package var useText: String
    package var useButton: String

    // What tickets share
    package var clustersTitle: String
    package var clustersText: String
    package var sameHousehold: String
    package var sameDevice: String
    package var sameAddress: String
    package var noClusters: String
    package var clusterSize: @Sendable (_ tickets: Int) -> String
    package var clusterReserved: @Sendable (_ tickets: Int, _ units: Int) -> String

    // A calculation or a wait before one enters
    package var workHint: String
    package var working: String
    package var waitTitle: String
    package var waitText: String
    package var waitFrom: String
}
