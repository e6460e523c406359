// What the operator's pages say.

package struct ConsolePhrases: Sendable {
    package var title: String
    package var overview: String
    package var toDispatch: String
    package var onTheWay: String
    package var noneToDispatch: String
    package var noneOnTheWay: String
    package var due: @Sendable (_ day: String) -> String
    package var dispatch: String
    package var deliver: String
    package var deliveredOn: String
    package var dispatched: String
    package var delivered: String
    package var rounds: String
    package var pause: String
    package var resume: String
    package var pauseReason: String
    package var isPaused: String
    package var sold: @Sendable (_ sold: Int, _ held: Int, _ units: Int) -> String
    package var jobs: String
    package var jobsWaiting: @Sendable (_ count: Int) -> String
    package var jobsGivenUp: String
    package var noJobsGivenUp: String
    package var order: String
}
