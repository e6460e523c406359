// The law of the visitor's market in one place: what the button means, the way back, the guarantee,
// and the notices that must be shown.

import Hummingbird
import Languages
import Rules
import Shop

struct RightsPage: Page {
    func title(_ phrases: Phrases) -> String { phrases.guide.lawTitle }

    func sharing(_ visitor: Visitor) -> Sharing? {
        let country = visitor.phrases.account.country(visitor.market.country)
        return Sharing(
            title: visitor.phrases.guide.lawTitle, text: visitor.phrases.guide.lawLead(country),
            path: "/rights")
    }

    func body(_ visitor: Visitor) -> HTML {
        let (say, sale) = (visitor.phrases.guide, visitor.phrases.sale)
        let country = visitor.phrases.account.country(visitor.market.country)
        let policy = visitor.market.returnPolicy(on: visitor.today)
        return """
            <h1>\(say.lawTitle)</h1>
            <p class="lead">\(say.lawLead(country))</p>
            <section class="columns">
            <div><h2>\(say.lawOrder)</h2><p>\(say.lawOrderText(visitor.orderButton))</p>
            <p>\(visitor.phrases.checkout.binding)</p>
            <p>\(sale.dispatch(visitor.rules.warehouse.dispatchDays))</p></div>
            <div><h2>\(sale.wayBackTitle)</h2>
            <p>\(policy.map { visitor.phrases.orders.returnBefore($0.days) } ?? "")</p>
            <h2>\(sale.guaranteeTitle)</h2>\(GuaranteesPart().html(visitor))</div>
            </section>
            \(NoticesPart(kinds: LegalNotice.Kind.allCases).html(visitor))
            """
    }
}

extension Site {
    func showRights(_ visitor: Visitor) async throws -> Response { visitor.response(RightsPage()) }
}
