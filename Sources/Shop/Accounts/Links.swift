// The secret in a letter's link: worked out from the confirmation's id whenever it is needed, so
// that there is no list of open links to steal.

package import Rules

extension Shop {
    /// `cnf_01JW….` and 32 hexadecimal digits: what stands in the link. An id says what it names,
    /// so that the link to one thing doesn't open another.
    package func linkToken<Of: Identified>(for id: ID<Of>) async throws -> String {
        let key = try await secrets.key("links")
        let proof = Digest.hmac(id.text, key: key).prefix(16)
        return id.text + "." + Digest.hex(proof)
    }

    func confirmation(in token: String) async throws -> ID<Confirmation> { try await linked(token) }

    /// What a link is about. Throws `Refusal.linkExpired` for one we didn't write.
    func linked<Of: Identified>(_ token: String) async throws -> ID<Of> {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = ID<Of>(String(parts[0])) else {
            throw Refusal.linkExpired
        }
        let expected = try await linkToken(for: id)
        guard isSame(expected, token) else { throw Refusal.linkExpired }
        return id
    }

    /// In a time that doesn't depend on where they differ.
    private func isSame(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
