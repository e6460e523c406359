// To import a table: every row is done in one transaction, which is kept only if all of them could
// be, and if it isn't a dry run. What a dry run says is therefore what would happen.

package import Rules
import Storage

/// Thrown to take back what a transaction did.
private struct TakenBack: Error {
    let outcome: ImportOutcome
}

/// What a row did.
enum ImportedRow {
    case changed(String)
    case known
}

extension Shop {
    /// Throws `Refusal`: not an operator. Whatever is wrong with the table is in the outcome.
    package func importTable(
        _ kind: ImportKind, _ text: String, isDryRun: Bool, by account: Account
    ) async throws -> ImportOutcome {
        guard account.isOperator else { throw Refusal.notAllowed }
        var outcome = ImportOutcome()
        let rows: [ImportTable.Row]
        do throws(ImportTrouble) {
            rows = try ImportTable.read(text, columns: kind.columns.needed)
        } catch {
            outcome.faults = [error.fault]
            return outcome
        }
        let now = clock.now()
        do {
            return try await storage.write { [self] tx in
                var done = ImportOutcome()
                for row in rows {
                    do {
                        switch try take(row, as: kind, in: tx, at: now) {
                        case .changed(let what): done.changes.append(what)
                        case .known: done.known += 1
                        }
                    } catch let trouble as ImportTrouble {
                        done.faults.append(trouble.fault)
                    } catch let refusal as Refusal {
                        done.faults.append(
                            ImportFault(line: row.line, column: nil, .refused(refusal)))
                    }
                    // The rest would be noise.
                    if done.faults.count >= mostFaults { break }
                }
                guard done.faults.isEmpty, !isDryRun else { throw TakenBack(outcome: done) }
                done.isDone = true
                return done
            }
        } catch let back as TakenBack {
            return back.outcome
        }
    }

    private func take(
        _ row: ImportTable.Row, as kind: ImportKind, in tx: Transaction, at now: Moment
    ) throws -> ImportedRow {
        switch kind {
        case .dispatches: try importDispatch(row, in: tx, at: now)
        case .customs: try importCustoms(row, in: tx, at: now)
        }
    }
}

private let mostFaults = 50
