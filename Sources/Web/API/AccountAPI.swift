// Accounts and sessions, for programs.

import Hummingbird
import Rules
import Shop

private struct NewAccount: Decodable {
    let mail: String
    let name: String
    let password: String
    let language: String
    let market: String
}

private struct Credentials: Decodable {
    let mail: String
    let password: String
}

private struct ConfirmationToken: Decodable {
    let token: String
}

extension Site {
    /// 202: whether the address was known already is told to its owner alone, by mail.
    func createAccount(_ caller: Caller) async throws -> Response {
        let wanted = try caller.read(NewAccount.self)
        guard let language = Language(rawValue: wanted.language) else {
            throw Refusal.input([Fault(.language, .notOffered)])
        }
        guard let market = Country(wanted.market) else { throw Refusal.marketUnknown }
        try await shop.signUp(
            mail: wanted.mail, name: wanted.name, password: wanted.password, language: language,
            market: market, from: caller.address)
        return Response(status: .accepted)
    }

    func confirmAccount(_ caller: Caller) async throws -> Response {
        let token = try caller.read(ConfirmationToken.self).token
        return .json(
            SessionValue(
                try await shop.confirmAddress(token, on: Device(userAgent: caller.device))))
    }

    func createSession(_ caller: Caller) async throws -> Response {
        let given = try caller.read(Credentials.self)
        let known = try await shop.logIn(
            mail: given.mail, password: given.password, from: caller.address,
            on: Device(userAgent: caller.device))
        return .json(SessionValue(known), status: .created)
    }

    func endSession(_ caller: Caller) async throws -> Response {
        _ = try caller.person()
        if let token = caller.token { try await shop.logOut(token: token) }
        return Response(status: .noContent)
    }

    func account(_ caller: Caller) async throws -> Response {
        .json(AccountValue(try caller.person()))
    }
}
