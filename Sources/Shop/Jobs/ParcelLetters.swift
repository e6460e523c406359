// What the letters about parcels say.

import Languages
import Rules
import Storage

extension Shop {
    /// Nil when what it would tell has changed meanwhile.
    func composeParcel(
        _ kind: LetterKind, about id: ID<Parcel>
    ) async throws -> (String, Letter)? {
        let (parcel, all, scene, search, promise) = try await storage.read { reader in
            let parcel = try known(try reader.parcel(id))
            return (
                parcel, try reader.fulfilment(of: parcel.order),
                try reader.letterScene(of: parcel.order),
                try reader.deadline(.parcelSearch, of: id.text),
                try reader.deadline(.dispatch, of: parcel.order.text)
            )
        }
        let letters = ParcelLetters(for: scene.reader.language)
        let name = named(scene.reader)
        func about(_ part: ParcelLetter.Part = .whole, by day: Day? = nil) -> ParcelLetter {
            ParcelLetter(
                orderNumber: scene.order.number, units: scene.units(parcel.items.returned),
                shipment: parcel.shipment, part: part, by: day, delivered: parcel.delivered,
                link: settings.order(scene.order.number))
        }
        let letter: Letter
        switch kind {
        case .orderDispatched:
            let part = all.part(parcel) { rest in
                .some(rest: scene.units(rest), by: promise?.day ?? scene.order.promise)
            }
            letter = letters.dispatched(name, try orderLetter(scene), about(part))
        case .parcelMissing:
            guard parcel.state == .missing else { return nil }
            letter = letters.missing(name, about(by: search?.day))
        case .parcelFound:
            guard let finding = parcel.finding else { return nil }
            letter = letters.found(name, about(), finding)
        default:
            let again = parcel.state == .replaced ? promise?.day : nil
            letter =
                kind == .parcelReturned
                ? letters.returned(name, about(by: again)) : letters.lost(name, about(by: again))
        }
        return (scene.reader.mail, letter)
    }

    func composeRestCancelled(about id: ID<Order>) async throws -> (String, Letter) {
        let scene = try await storage.read { try $0.letterScene(of: id) }
        let letter = ParcelLetters(for: scene.reader.language).restCancelled(
            named(scene.reader), scene.order.number, settings.order(scene.order.number))
        return (scene.reader.mail, letter)
    }
}

extension Fulfilment {
    /// What part of its order a parcel was when it left, by those that left before it.
    fileprivate func part(
        _ parcel: Parcel, _ some: ([Return.Item]) -> ParcelLetter.Part
    ) -> ParcelLetter.Part {
        if parcel.items.units == bought { return .whole }
        let then = Fulfilment(
            bought: bought, calledOff: calledOff,
            parcels: parcels.filter { $0.number <= parcel.number })
        return then.remaining.isEmpty ? .last : some(then.remaining.items.returned)
    }
}
