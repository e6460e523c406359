// What the operator's page about the rules says.

package struct RulesPhrases: Sendable {
    package var title: String
    package var version: @Sendable (_ version: String) -> String
    package var from: @Sendable (_ directory: String) -> String
    package var shippedOnly: String
    package var fault: String
    package var toConfirm: @Sendable (_ sale: String) -> String
    package var toConfirmText: String
    package var confirm: String
    package var nothingToConfirm: String
    package var confirmedBy: @Sendable (_ person: String) -> String
    package var endsSoon: @Sendable (_ days: Int) -> String
    package var unconfirmed: String
    package var unknown: String
    package var none: String
    package var inForce: @Sendable (_ tariff: String) -> String
    package var rule: String
    package var terms: String
    package var until: @Sendable (_ day: String) -> String
    package var sources: String
    package var gates: String
    package var gateOpen: String
    package var gateProved: @Sendable (_ person: String, _ file: String) -> String
    package var nexus: String
    package var nexusText: String
    package var nexusCount:
        @Sendable (_ sales: String, _ orders: Int, _ threshold: String) -> String
    package var registered: String
    package var near: String
    package var reached: String
    package var wishes: String
    package var wishCount: @Sendable (_ count: Int) -> String
}
