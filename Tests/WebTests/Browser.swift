// A browser without scripts: it keeps cookies, follows redirects, and fills in forms as they stand
// on the page, so that a form nobody could send fails a test.

import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import TestKit
import Testing
import Web

final class Browser {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    private(set) var page = ""
    private(set) var status = HTTPResponse.Status.ok
    private(set) var headers = HTTPFields()
    /// Where the browser is; an address of another site when the shop sent it there.
    private(set) var address = "/"
    var language = "en-US"

    init(_ client: any TestClientProtocol) { self.client = client }

    func open(_ address: String) async throws {
        try await go(to: address, method: .get, fields: nil)
    }

    /// Sends the form with that action, with what stands in its fields but for `fields`.
    func submit(_ action: String, _ fields: [String: String] = [:]) async throws {
        let form = try #require(
            Markup.forms(in: page).first { $0.action.hasSuffix(action) },
            "no form \(action) at \(address):\n\(page)")
        for name in fields.keys {
            try #require(form.fields[name] != nil || form.names.contains(name), "no field \(name)")
        }
        try await go(
            to: form.action, method: .post, fields: form.fields.merging(fields) { $1 })
    }

    /// The same with files, for a form that takes them.
    func upload(
        _ action: String, _ fields: [String: String] = [:], _ files: [[UInt8]],
        as field: String = "photos"
    ) async throws {
        let form = try #require(
            Markup.forms(in: page).first { $0.action.hasSuffix(action) },
            "no form \(action) at \(address):\n\(page)")
        #expect(page.contains("enctype=\"multipart/form-data\"") && form.names.contains(field))
        var sent = form.fields.merging(fields) { $1 }
        sent[field] = nil
        try await go(to: form.action, method: .post, fields: sent, files: (field, files))
    }

    /// What a stranger's page could make this browser send.
    func forge(_ action: String, _ fields: [String: String]) async throws {
        try await go(to: action, method: .post, fields: fields)
    }

    private func go(
        to target: String, method: HTTPRequest.Method, fields: [String: String]?,
        files: (field: String, bytes: [[UInt8]])? = nil
    ) async throws {
        var (target, method, fields, files) = (target, method, fields, files)
        for _ in 0..<5 {
            address = target
            let next = try await ask(target, method, fields, files)
            guard let next else { return }
            guard next.hasPrefix("/") || next.hasPrefix("https://shop.example.com/") else {
                address = next
                return
            }
            target = next.replacing("https://shop.example.com", with: "")
            (method, fields, files) = (.get, nil, nil)
        }
        Issue.record("redirected in a circle at \(target)")
    }

    /// Where the answer leads on to, if it does.
    private func ask(
        _ target: String, _ method: HTTPRequest.Method, _ fields: [String: String]?,
        _ files: (field: String, bytes: [[UInt8]])?
    ) async throws -> String? {
        var request: HTTPFields = [.acceptLanguage: language]
        if !cookies.isEmpty {
            request[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
        }
        var body: ByteBuffer?
        if let fields, let files {
            request[.contentType] = "multipart/form-data; boundary=------edge"
            body = ByteBuffer(bytes: Markup.multipart(fields, files.field, files.bytes))
        } else if let fields {
            request[.contentType] = "application/x-www-form-urlencoded"
            let text = fields.map { "\(Markup.encoded($0))=\(Markup.encoded($1))" }
            body = ByteBuffer(string: text.joined(separator: "&"))
        }
        let answer = try await client.execute(
            uri: target, method: method, headers: request, body: body
        ) { $0 }
        status = answer.status
        headers = answer.headers
        page = String(buffer: answer.body)
        for line in answer.headers[values: .setCookie] { keep(line) }
        return (300..<400).contains(answer.status.code) ? answer.headers[.location] : nil
    }

    private func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        let isOver = line.contains("Max-Age=0")
        cookies[String(pair[0])] = isOver ? nil : String(pair.dropFirst().first ?? "")
    }
}

/// Hands the body a town, and a maker of browsers for its shop.
func withSite(
    on engine: Engine = .sqlite, _ sketch: SaleSketch = SaleSketch(),
    over setting: TestingSetup = .router, atCounter: Bool = false, work: Int = 0,
    pace: ReservationPace = .off,
    _ body: @Sendable (Town, any TestClientProtocol) async throws -> Void
) async throws {
    try await Town.story(on: engine, sketch, pace: pace, work: work) { town in
        let site = Site(
            shop: town.shop,
            settings: SiteSettings(isSecure: false, trustsProxy: false, methods: ["paypal"]))
        let app = Application(
            responder: site.router().buildResponder(), server: .http1(atCounter ? site : nil),
            logger: quiet)
        try await app.test(setting) { client in try await body(town, client) }
    }
}

/// The site of a shop that has announced the model sale, and nothing else.
func withModelSale(
    _ body: @Sendable (TestShop, any TestClientProtocol) async throws -> Void
) async throws {
    try await withShop(on: .sqlite) { world in
        let markets = world.shop.rulebook.current.markets
        try await world.shop.importSale(SaleDraft.sample(markets: markets))
        let site = Site(
            shop: world.shop,
            settings: SiteSettings(isSecure: true, trustsProxy: false, methods: ["paypal"]))
        try await Application(router: site.router()).test(.router) { client in
            try await body(world, client)
        }
    }
}

extension HTTPServerBuilder {
    /// With the counter of `site` in front of the router, or without.
    static func http1(_ site: Site?) -> HTTPServerBuilder {
        let open = site?.counter(patience: .seconds(10))
        return .http1(
            configuration: .init(additionalChannelHandlers: open.map { [$0()] } ?? []))
    }
}
