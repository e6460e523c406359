// What the store knows of somebody, for programs: to have it, to have it erased, and who looked.

import Hummingbird
import Rules
import Shop
import Storage

private struct ErasureWanted: Decodable {
    let password: String
}

private struct ErasureValue: Encodable {
    let kept: [Kept]
    /// What must be over first; absent when nothing must.
    let open: String?
    let guaranteedUnits: Int

    struct Kept: Encodable {
        let order: String
        let until: String?
    }

    init(_ plan: ErasurePlan) {
        kept = plan.kept.map { Kept(order: $0.number, until: $0.until?.description) }
        open = plan.open
        guaranteedUnits = plan.guaranteed
    }
}

private struct AccessValue: Encodable {
    let `operator`: String
    let page: String
    let subject: String
    let account: String?
    let looked: String

    init(_ line: AccessLine) {
        self.operator = line.staff.text
        page = line.page
        subject = line.subject
        account = line.account?.text
        looked = Stamp.utc(line.looked)
    }
}

extension Site {
    func export(_ caller: Caller) async throws -> Response {
        .export(try await shop.exportAccount(try caller.person()))
    }

    func erasure(_ caller: Caller) async throws -> Response {
        .json(ErasureValue(try await shop.erasurePlan(of: try caller.person())))
    }

    func createErasure(_ caller: Caller) async throws -> Response {
        try await shop.erase(
            try caller.person(), password: try caller.read(ErasureWanted.self).password)
        return Response(status: .noContent)
    }

    /// Operators only; `?of=` an account or an order's number.
    func access(_ caller: Caller) async throws -> Response {
        guard try caller.person().isOperator else { throw Refusal.notAllowed }
        let asked = String(caller.query["of"].prefix(60))
        let lines = try await shop.storage.read { try $0.accessLines(about: asked) }
        return .json(lines.map(AccessValue.init))
    }
}
