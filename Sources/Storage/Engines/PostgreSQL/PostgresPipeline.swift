// Several statements on one journey: sent together, answered together. To wait for each would cost
// a batch of the sale more time than the statements themselves.
import CLibpq

enum PostgresPipeline {
    enum Item {
        /// A text without arguments.
        case command(String)
        /// The name of a prepared statement, its arguments, and its text for who must explain it.
        case prepared(String, [String?], String)

        var text: String {
            switch self {
            case .command(let text), .prepared(_, _, let text): text
            }
        }

        var isPrepared: Bool {
            switch self {
            case .command: false
            case .prepared: true
            }
        }
    }

    /// The items' answers; throws what is wrong with the first that failed, after which none was
    /// carried out.
    static func run(_ items: [Item], on connection: OpaquePointer) throws -> [PostgresAnswer] {
        guard PQenterPipelineMode(connection) == 1, items.allSatisfy({ send($0, on: connection) }),
            PQpipelineSync(connection) == 1
        else { throw lost(connection) }
        let outcome = try answers(to: items, on: connection)
        guard let end = PQgetResult(connection) else { throw lost(connection) }
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC, PQexitPipelineMode(connection) == 1 else {
            throw lost(connection)
        }
        return try outcome.get()
    }

    private static func send(_ item: Item, on connection: OpaquePointer) -> Bool {
        switch item {
        case .command(let text):
            PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0) == 1
        case .prepared(let name, let values, _):
            withCStrings(values) { pointers in
                PQsendQueryPrepared(connection, name, Int32(values.count), pointers, nil, nil, 0)
            } == 1
        }
    }

    private static func answers(
        to items: [Item], on connection: OpaquePointer
    ) throws -> Result<[PostgresAnswer], any Error> {
        var found: [PostgresAnswer] = []
        var trouble: (any Error)?
        for item in items {
            guard let result = PQgetResult(connection) else { throw lost(connection) }
            let answer = PostgresAnswer(result)
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: found.append(answer)
            case PGRES_PIPELINE_ABORTED: break
            default:
                if PQstatus(connection) != CONNECTION_OK { throw lost(connection) }
                if trouble == nil { trouble = answer.failure(in: item.text) }
            }
            // Nothing stands between the answers to two items.
            while let more = PQgetResult(connection) { PQclear(more) }
        }
        if let trouble { return .failure(trouble) }
        guard found.count == items.count else { throw lost(connection) }
        return .success(found)
    }

    private static func lost(_ connection: OpaquePointer) -> PassingTrouble {
        .lost(String(cString: PQerrorMessage(connection)))
    }
}
