// To note that an operator looked at somebody's records. What can't be noted isn't shown.

package import Rules
package import Storage

extension Shop {
    /// `subject` is the id or number of what is shown, `owner` whose it is. One's own things
    /// aren't noted, nor is what buyers see of theirs.
    package func noteLook(
        at subject: String, of owner: ID<Account>?, on page: String, by person: Account
    ) async throws {
        guard person.isOperator, owner != person.id else { return }
        let now = clock.now()
        let line = AccessLine(
            id: chance.id(at: now), staff: person.id, page: String(page.prefix(200)),
            subject: String(subject.prefix(100)), account: owner, looked: now)
        try await storage.write { try $0.insert(line) }
    }
}
