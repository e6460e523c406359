// To claim under a guarantee: what is wrong, with photographs of it. The law's guarantee and the
// maker's are claimed in one way; whichever is longer counts.

package import Rules
package import Storage

/// What the holder of a passport says.
package struct ClaimSaid: Sendable {
    package let description: String
    /// Nil where the store may choose.
    package let wish: Claim.Remedy?
    /// Where to send what is repaired or replaced.
    package let address: Address

    package init(description: String, wish: Claim.Remedy?, address: Address) {
        self.description = description
        self.wish = wish
        self.address = address
    }
}

extension Shop {
    /// The same `key` gets the same claim again. Throws `Refusal`: not the holder's, fields,
    /// photographs, `warrantyOver`, `notCovered`, `claimOpen`, `tooManyAttempts`.
    package func claim(
        _ id: ID<Warranty>, _ said: ClaimSaid, photos: [[UInt8]] = [], by holder: Account,
        key: String
    ) async throws -> Claim {
        let market = try rulebook.current.market(holder.market)
        let address = try said.checked(in: market)
        try EvidencePhoto.check(photos)
        try await attempt(.claims, holder.id.text)
        let now = clock.now()
        let fingerprint = Digest.sha256("\(id) \(said.description)")
        return try await storage.write { [self] tx in
            if let deed = try tx.deed(of: holder.id, under: key) {
                guard deed.route == "claim", deed.fingerprint == fingerprint,
                    let made = ID<Claim>(deed.subject), let claim = try tx.claim(made)
                else { throw Refusal.idempotencyKeyReused }
                return claim
            }
            let claim = try openClaim(on: id, said, by: holder, in: tx, at: now)
            try tx.insert(claim, address: try JSONText.encode(address))
            try tx.keep(photos, in: .claim(claim.id))
            try tx.owe(.letter(.claimReceived, about: claim.id.text), at: now)
            try tx.note(
                "claim", about: claim.warranty.text, detail: claim.number,
                id: chance.id(at: now), at: now)
            try tx.remember(
                EarlierDeed(route: "claim", fingerprint: fingerprint, subject: claim.id.text),
                of: holder.id, under: key, at: now)
            return claim
        }
    }

    private func openClaim(
        on id: ID<Warranty>, _ said: ClaimSaid, by holder: Account, in tx: Transaction,
        at now: Moment
    ) throws -> Claim {
        guard let found = try tx.warranty(id), let order = try tx.lock(found.order),
            let warranty = try tx.lock(id), warranty.holder == holder.id
        else { throw Refusal.notFound }
        try warranty.allowClaim(try tx.deadlines(of: id.text), at: now)
        if let open = try tx.claims(of: id).first(where: \.state.isOpen) {
            throw Refusal.claimOpen(number: open.number)
        }
        try tx.refuseReturned(warranty)
        // Whoever gets the code next would get the quarrel with it.
        try tx.forgetWarrantyCode(of: id)
        let claim = Claim(
            id: chance.id(at: now), number: "C-" + chance.orderNumber(), warranty: id,
            account: holder.id, description: said.description.lines, wish: said.wish, asked: now)
        let days = try rulebook.current.market(warranty.market).claimDays
        let time = try returnTerms(of: order, in: tx).time
        let last = time.day(at: now) + days
        try tx.set(
            Deadline(
                subject: claim.id.text, kind: .warrantyAnswer, ends: time.end(of: last), day: last,
                anchor: .claimed, anchored: now, rule: "\(warranty.market.code): \(days) days"))
        return claim
    }

    /// One photograph more, while nobody has answered. Throws `Refusal`.
    @discardableResult
    package func addPhoto(
        _ file: [UInt8], to id: ID<Claim>, by holder: Account
    ) async throws -> EvidencePhoto {
        try EvidencePhoto.check([file])
        return try await storage.write { tx in
            guard let claim = try tx.lock(id), claim.account == holder.id else {
                throw Refusal.notFound
            }
            guard claim.state == .asked else {
                throw Refusal.orderStateForbids(state: claim.state.rawValue)
            }
            return try tx.keep([file], in: .claim(id))[0]
        }
    }
}

extension Reader {
    /// Where what is repaired or replaced goes to.
    package func decodedAddress(of claim: ID<Claim>) throws -> Address {
        try JSONText.decode(Address.self, from: try address(of: claim))
    }
}

extension ClaimSaid {
    /// The address as it is kept. Throws `input` with every fault at once.
    fileprivate func checked(in market: Market) throws(Refusal) -> Address {
        var faults = Fault.prose(description, in: .description, most: 2000)
        if wish == .refund { faults.append(Fault(.wish, .notOffered)) }
        do throws(Refusal) {
            let address = try address.validate(for: market)
            if faults.isEmpty { return address }
        } catch {
            guard case .input(let more) = error else { throw error }
            faults += more
        }
        throw .input(faults)
    }
}

extension Transaction {
    /// What is on its way back for its money can't be claimed for as well.
    fileprivate func refuseReturned(_ warranty: Warranty) throws {
        let live = try warranties(of: warranty.order)
            .filter { $0.product == warranty.product && $0.ended == nil }
        let comingBack = try returns(of: warranty.order)
            .filter { $0.state == .requested || $0.state == .sent }
            .flatMap(\.items).filter { $0.product == warranty.product }
            .reduce(0) { $0 + $1.quantity }
        guard live.count > comingBack else { throw Refusal.nothingToReturn }
    }
}

extension String {
    /// With one kind of line ends, and nothing around it.
    fileprivate var lines: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "\n")
    }
}
