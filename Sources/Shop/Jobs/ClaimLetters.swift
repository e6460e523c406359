// What the letters about a claim say: to whoever claims, who need not be who bought.

import Languages
import Rules
import Storage

extension Shop {
    func composeClaim(
        _ kind: LetterKind, about id: ID<Claim>
    ) async throws -> (String, Letter) {
        let (scene, reader) = try await claimScene(of: id)
        let letters = WarrantyLetters(for: reader.language)
        let letter =
            switch kind {
            case .claimAccepted: letters.accepted(named(reader), scene)
            case .claimDeclined: letters.declined(named(reader), scene)
            case .claimRemedy: letters.remedy(named(reader), scene)
            case .claimDone: letters.done(named(reader), scene)
            default: letters.received(named(reader), scene)
            }
        return (reader.mail, letter)
    }

    private func claimScene(of id: ID<Claim>) async throws -> (ClaimLetter, Account) {
        try await storage.read { [self] reader in
            let claim = try known(try reader.claim(id))
            let warranty = try known(try reader.warranty(claim.warranty))
            let order = try known(try reader.order(warranty.order))
            let person = try known(try reader.account(claim.account))
            let product = try reader.products()[warranty.product]
            let terms = try reader.deadlines(of: warranty.id.text)
            let letter = ClaimLetter(
                number: claim.number,
                product: product?.text(in: person.language).name ?? warranty.product,
                lawUntil: terms.first { $0.kind == .legalGuarantee }?.day,
                makerUntil: terms.first { $0.kind == .makersWarranty }?.day,
                answerBy: try reader.deadline(.warrantyAnswer, of: id.text)?.day,
                reason: claim.reason ?? "", remedy: claim.remedy,
                wayIn: try wayIn(for: claim, warranty, of: order, in: reader),
                shipment: claim.shipment, link: settings.claim(claim.number))
            return (letter, person)
        }
    }

    /// For the money it is the return's number that stands on the parcel.
    private func wayIn(
        for claim: Claim, _ warranty: Warranty, of order: Order, in reader: Reader
    ) throws -> ClaimLetter.WayIn {
        guard claim.state.isOpen, claim.remedy != nil else { return .keep }
        if let goods = try claim.goods.flatMap(reader.goodsReturn) {
            return goods.way == .kept
                ? .keep : .send(number: goods.number, address: settings.returnAddress)
        }
        return try waysIn(for: warranty, of: order, in: reader).isEmpty
            ? .keep : .send(number: claim.number, address: settings.returnAddress)
    }
}
