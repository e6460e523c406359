// The sale of 19 May 2015 that this store was made after, as it ships inside the binary.

package import Rules

extension SaleDraft {
    /// The sale in Data/samples/model-sale/sale.yaml.
    package static func sample(markets: [Country: Market]) throws(RulebookFault) -> SaleDraft {
        let name = "samples/model-sale/sale.yaml"
        guard let file = Shipped.texts().first(where: { $0.name == name }) else {
            preconditionFailure("\(name) doesn't ship with this binary")
        }
        return try read(file: name, yaml: file.text, markets: markets)
    }

    /// The same rounds at another time: each opens so long after the one before it, the first at
    /// `opens`; it closes when the next one opens, the last after `lasting`.
    package func moved(
        to opens: Moment, roomOpens: Moment, apart: Span, lasting: Span
    ) -> SaleDraft {
        var moved = self
        for index in rounds.indices {
            let start = opens + Span(milliseconds: apart.milliseconds * Int64(index))
            moved.rounds[index].beacon = rounds[index].beacon?.moved(
                by: start - rounds[index].opens)
            moved.rounds[index].roomOpens = roomOpens
            moved.rounds[index].opens = start
            moved.rounds[index].closes =
                index == rounds.indices.last ? start + lasting : start + apart
        }
        return moved
    }
}

extension Beacon {
    fileprivate func moved(by span: Span) -> Beacon {
        Beacon(
            name: name, address: address, listCloses: listCloses + span,
            published: published + span, fallback: fallback + span)
    }
}
