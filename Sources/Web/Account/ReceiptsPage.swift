// The receipts of rounds: every ticket one had, with the answer to “why didn’t I get one?”.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct Receipt: Sendable {
    let ticket: Ticket
    let round: Round
    let sale: Sale
}

struct ReceiptsPage: Page {
    let receipts: [Receipt]
    let titles: [ID<Sale>: String]

    func title(_ phrases: Phrases) -> String { phrases.personal.receipts }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        return AccountFrame(
            here: .receipts, title: say.receipts,
            main: """
                <p class="lead">\(receipts.isEmpty ? say.noReceipts : say.receiptsText)</p>
                <ul class="sheets">\(receipts.map { item($0, visitor) })</ul>
                """
        ).html(visitor)
    }

    private func item(_ receipt: Receipt, _ visitor: Visitor) -> HTML {
        let (say, sale) = (visitor.phrases.personal, visitor.phrases.sale)
        let round = receipt.round
        let opens = round.clock.wallTime(of: round.opens, at: visitor.now)
        let place = receipt.ticket.place.map { sale.place($0, max($0, round.drawn ?? $0)) }
        return """
            <li class="sheet"><h2>\(titles[receipt.sale.id] ?? receipt.sale.code), \
            \(sale.round(round.number))</h2>
            <dl class="facts"><div><dt>\(sale.ticket)</dt><dd><code>\(receipt.ticket.id)</code></dd></div>
            <div><dt>\(sale.roomTitle)</dt><dd>\(place ?? say.notOpened)</dd></div>
            <div><dt>\(sale.opens)</dt><dd>\(visitor.time(opens))</dd></div></dl>
            \(place == nil ? nil : links(round.id, visitor))</li>
            """
    }

    private func links(_ round: ID<Round>, _ visitor: Visitor) -> HTML {
        """
        <p><a class="button quiet" href="/rounds/\(round)/why">\(visitor.phrases.fairness.whyTitle)</a></p>
        <p><a href="/rounds/\(round)/proof">\(visitor.phrases.guide.proofTitle)</a></p>
        """
    }
}

extension Reader {
    /// The newest first.
    func receipts(of account: ID<Account>) throws -> [Receipt] {
        try tickets(of: account).compactMap { ticket in
            guard let round = try round(ticket.round), let sale = try sale(round.sale) else {
                return nil
            }
            return Receipt(ticket: ticket, round: round, sale: sale)
        }
    }
}

extension Site {
    func showReceipts(_ visitor: Visitor) async throws -> Response {
        let person = try visitor.person()
        let page = try await shop.storage.read { reader in
            let receipts = try reader.receipts(of: person.id)
            let titles = try receipts.reduce(into: [ID<Sale>: String]()) {
                $0[$1.sale.id] = try reader.text(of: $1.sale, in: visitor.language).title
            }
            return ReceiptsPage(receipts: receipts, titles: titles)
        }
        return visitor.response(page)
    }
}
