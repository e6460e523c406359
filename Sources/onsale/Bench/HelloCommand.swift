// onsale hello: the least that this stack can do. The benchmarks measure everything against it, on
// the same machine in the same minute.

import ArgumentParser
import Hummingbird
import HummingbirdCore

struct HelloCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hello",
        abstract: "Say hello over HTTP; what benchmarks are measured against.",
        shouldDisplay: false)

    @Option(help: "The port, on this machine only.")
    var port = 8079

    func run() async throws {
        let router = Router()
        router.get("/") { _, _ in "hello" }
        router.post("/") { request, _ in
            let body = try await request.body.collect(upTo: 1024)
            return "hello, \(body.readableBytes) bytes"
        }
        let application = Application(
            router: router, server: try serverBuilder(nil),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port), backlog: 4096))
        try await application.runService()
    }
}
