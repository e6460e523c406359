// One connection to PostgreSQL, used by one thread at a time.
import CLibpq
import Logging

final class PostgresSession: Connection {
    let dialect = Dialect.postgres
    private let connection: OpaquePointer
    private var prepared: [Statement.Shape: String] = [:]
    private let logger: Logger
    /// The last warning the server gave since a commit was sent.
    private var warning: String?
    /// What goes out with the next statement whose answer somebody waits for.
    private var unsent: [PostgresPipeline.Item] = []

    /// More statements than the shop has; beyond it all are forgotten and prepared anew.
    private static let preparedLimit = 1000

    /// Throws `PassingTrouble` when nobody who can write answers at `url`.
    init(url: String, logger: Logger) throws {
        // What stands before `dbname` gives way to what the URL says.
        let settings: [(String, String)] = [
            ("target_session_attrs", "read-write"),
            ("application_name", "onsale"),
            ("connect_timeout", "5"),
            // A primary that vanished without a word is noticed within about ten seconds.
            ("tcp_user_timeout", "10000"),
            ("keepalives_idle", "5"),
            ("keepalives_interval", "2"),
            ("keepalives_count", "3"),
            ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
        let opened = withCStrings(settings.map(\.0)) { keywords in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw PassingTrouble.lost("out of memory") }
        connection = opened
        self.logger = logger
        guard PQstatus(opened) == CONNECTION_OK else {
            throw PassingTrouble.lost(message)
        }
        try setUp()
    }

    deinit { PQfinish(connection) }

    private func setUp() throws {
        let warn: PQnoticeReceiver = { receiver, result in
            guard let receiver, let text = PQresultErrorMessage(result) else { return }
            let session = Unmanaged<PostgresSession>.fromOpaque(receiver).takeUnretainedValue()
            session.warning = String(cString: text)
            session.logger.warning("PostgreSQL: \(String(cString: text))")
        }
        PQsetNoticeReceiver(connection, warn, Unmanaged.passUnretained(self).toOpaque())
        // plan_cache_mode: the sale's statements take whole batches as arrays. After five runs
        // PostgreSQL may switch to one plan that expects arrays of ten, which is twenty times
        // slower with five hundred. To plan each time costs some microseconds.
        try command(
            """
            set statement_timeout = '30s'; set lock_timeout = '5s';
            set idle_in_transaction_session_timeout = '30s';
            set client_min_messages = warning; set bytea_output = 'hex';
            set plan_cache_mode = force_custom_plan
            """)
    }

    /// False once the connection is lost, or left in the middle of a transaction.
    var isUsable: Bool {
        PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
            && PQpipelineStatus(connection) == PQ_PIPELINE_OFF
    }

    func rows(_ sql: SQL) throws -> [Row] { try answer(to: Statement(sql, in: .postgres)).rows() }

    func rows(together statements: [SQL]) throws -> [[Row]] {
        for sql in statements { try putOff(Statement(sql, in: .postgres)) }
        return try send().suffix(statements.count).map { try $0.rows() }
    }

    func run(_ sql: SQL) throws -> Int { try answer(to: Statement(sql, in: .postgres)).changes }

    func runLater(_ sql: SQL) throws { try putOff(Statement(sql, in: .postgres)) }

    func insert(_ rows: SQLRows) throws {
        _ = try answer(to: Statement(insertion(of: rows), in: .postgres))
    }

    func insertLater(_ rows: SQLRows) throws {
        try putOff(Statement(insertion(of: rows), in: .postgres))
    }

    private func insertion(of rows: SQLRows) -> SQL {
        let names = rows.columns.map(\.name).joined(separator: ", ")
        var sql = SQL(trusted: "insert into \(rows.name) (\(names)) select * from ")
        sql.pieces.append(.rows(SQLRows(naming: "given", like: rows)))
        return sql
    }

    /// A text without arguments, which is not prepared.
    func command(_ text: String) throws {
        _ = try checked(PQexec(connection, text), text)
    }

    /// Sent with the first statement, so that it costs no journey of its own.
    func begin(_ commands: [String]) {
        precondition(unsent.isEmpty, "a transaction was left open")
        unsent = commands.map { .command($0) }
    }

    /// Throws `CommitUnknown` when the server may have committed, or has, but not as safely as
    /// asked; and what is wrong with a statement that was put off.
    func commit() throws {
        warning = nil
        // Nothing was asked or done.
        if PQtransactionStatus(connection) == PQTRANS_IDLE, !unsent.contains(where: \.isPrepared) {
            return unsent.removeAll()
        }
        unsent.append(.command("commit"))
        do {
            let answer = try send().last!
            precondition(answer.tag == "COMMIT", "a failed transaction was committed")
        } catch let trouble as PassingTrouble where PQstatus(connection) != CONNECTION_OK {
            throw CommitUnknown(reason: trouble.reason)
        }
        // So it says that the wait for a synchronous standby was broken off.
        if let warning { throw CommitUnknown(reason: warning) }
    }

    /// When it fails, the session is not usable and the server rolls back by itself.
    func rollBack() {
        unsent.removeAll()
        if PQtransactionStatus(connection) == PQTRANS_IDLE { return }
        PQclear(PQexec(connection, "rollback"))
    }

    private func answer(to statement: Statement) throws -> PostgresAnswer {
        if !unsent.isEmpty {
            try putOff(statement)
            return try send().last!
        }
        let name = try prepare(statement)
        let values = try statement.arguments.map(parameterText)
        let result = withCStrings(values) { pointers in
            PQexecPrepared(connection, name, Int32(values.count), pointers, nil, nil, 0)
        }
        return try checked(result, statement.text)
    }

    private func putOff(_ statement: Statement) throws {
        let values = try statement.arguments.map(parameterText)
        unsent.append(.prepared(try prepare(statement), values, statement.text))
    }

    /// All answers. A server that won't begin has stopped being the primary: another
    /// connection may find it.
    private func send() throws -> [PostgresAnswer] {
        let items = unsent
        unsent.removeAll()
        do {
            return try PostgresPipeline.run(items, on: connection)
        } catch let refused as StatementFailed where refused.statement.hasPrefix("begin") {
            throw PassingTrouble.lost(refused.message)
        }
    }

    private func prepare(_ statement: Statement) throws -> String {
        let shape = statement.shape
        if let name = prepared[shape] { return name }
        if prepared.count >= Self.preparedLimit, !unsent.contains(where: \.isPrepared) {
            try command("deallocate all")
            prepared.removeAll()
        }
        let name = "s\(prepared.count)"
        let types = statement.arguments.map(parameterType)
        _ = try checked(
            PQprepare(connection, name, statement.text, Int32(types.count), types), statement.text)
        prepared[shape] = name
        return name
    }

    private func checked(_ result: OpaquePointer?, _ statement: String) throws -> PostgresAnswer {
        guard let result else { throw PassingTrouble.lost(message) }
        let answer = PostgresAnswer(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return answer
        default:
            let isLost = PQstatus(connection) != CONNECTION_OK
            throw isLost ? PassingTrouble.lost(message) : answer.failure(in: statement)
        }
    }

    private var message: String { String(cString: PQerrorMessage(connection)) }
}
