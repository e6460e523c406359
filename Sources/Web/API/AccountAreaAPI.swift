// One's own account for programs: addresses, devices, password, mail address, receipts.

import Hummingbird
import Rules
import Shop
import Storage

private struct ChoicesWanted: Decodable {
    let market: String
    let language: String
}

private struct PasswordWanted: Decodable {
    let password: String
    let newPassword: String
}

private struct MailWanted: Decodable {
    let mail: String
    let password: String
}

private struct SavedAddressValue: Encodable {
    let id: String
    let address: AddressValue

    init(_ saved: SavedAddress) {
        id = saved.id.text
        address = AddressValue(saved.address)
    }
}

private struct DeviceValue: Encodable {
    let id: String
    let device: String
    let since: String
    let lastUsed: String
    let here: Bool

    init(_ known: KnownSession, isHere: Bool) {
        id = known.name
        device = known.session.device.name
        since = Stamp.utc(known.session.created)
        lastUsed = Stamp.utc(known.session.seen)
        here = isHere
    }
}

private struct ReceiptValue: Encodable {
    let sale: String
    let number: Int
    let ticket: TicketValue

    init(_ receipt: Receipt, at now: Moment) {
        sale = receipt.sale.code
        number = receipt.round.number
        ticket = TicketValue(receipt.ticket, in: receipt.round, at: now)
    }
}

extension Site {
    func putAccount(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(ChoicesWanted.self)
        guard let market = Country(wanted.market) else { throw Refusal.marketUnknown }
        guard let language = Language(rawValue: wanted.language) else {
            throw Refusal.input([Fault(.language, .notOffered)])
        }
        return .json(
            AccountValue(
                try await shop.choose(
                    market: market, language: language, by: try caller.person())))
    }

    func addresses(_ caller: Caller) async throws -> Response {
        try await list(caller, { try $0.savedAddresses(of: $1.id) }, as: SavedAddressValue.init)
    }

    func createAddress(_ caller: Caller) async throws -> Response {
        let saved = try await shop.keep(
            try caller.read(AddressValue.self).address(), by: try caller.person())
        return .json(SavedAddressValue(saved), status: .created)
    }

    func putAddressKept(_ caller: Caller) async throws -> Response {
        let saved = try await shop.keep(
            try caller.read(AddressValue.self).address(), as: try caller.part("address"),
            by: try caller.person())
        return .json(SavedAddressValue(saved))
    }

    func deleteAddress(_ caller: Caller) async throws -> Response {
        try await shop.remove(try caller.part("address"), by: try caller.person())
        return Response(status: .noContent)
    }

    func accountSessions(_ caller: Caller) async throws -> Response {
        let devices = try await shop.devices(of: try caller.person(), here: caller.token)
        return .json(devices.map { DeviceValue($0.known, isHere: $0.isHere) })
    }

    func deleteOtherSessions(_ caller: Caller) async throws -> Response {
        try await shop.endOtherSessions(of: try caller.person(), besides: caller.token ?? "")
        return Response(status: .noContent)
    }

    func deleteAccountSession(_ caller: Caller) async throws -> Response {
        try await shop.endSession(named: try caller.part("session"), of: try caller.person())
        return Response(status: .noContent)
    }

    func createPassword(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(PasswordWanted.self)
        try await shop.changePassword(
            of: try caller.person(), from: wanted.password, to: wanted.newPassword,
            keeping: caller.token ?? "")
        return Response(status: .noContent)
    }

    /// 202: whether the address is free is told to its owner alone, by mail.
    func createMail(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(MailWanted.self)
        try await shop.requestMailChange(
            of: try caller.person(), to: wanted.mail, password: wanted.password)
        return Response(status: .accepted)
    }

    func accountReturns(_ caller: Caller) async throws -> Response {
        try await list(caller, { try $0.returns(of: $1.id) }, as: { ReturnValue($0.goods) })
    }

    func accountReceipts(_ caller: Caller) async throws -> Response {
        try await list(
            caller, { try $0.receipts(of: $1.id) }, as: { ReceiptValue($0, at: caller.now) })
    }
}
