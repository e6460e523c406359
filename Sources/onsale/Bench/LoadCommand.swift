// onsale bench-load: sends the requests that a file lists, at a fixed rate whatever the answers,
// and says how long each took from the moment at which it was due. A load tool that waits for an
// answer before it sends the next request hides just the waiting that is to be measured.

import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-load",
        abstract: "Send listed requests to a store on this machine at a fixed rate.",
        discussion: """
            Each line of the file is a request: method, path, token, idempotency key and body, parted \
            by tabs. Without a rate each connection sends the next request when it has an answer.
            """,
        shouldDisplay: false)

    static let mostRequests = 5_000_000

    @Argument(help: "The file with the requests.")
    var file: String

    @Option(help: "The store's port on this machine.")
    var port: Int

    @Option(help: "Requests a second; 0 for as many as the connections can.")
    var rate = 0.0

    @Option(help: "How many connections.")
    var connections = 64

    @Option(help: "Where each answer is written, a line each: due, taken (both µs), status, body.")
    var answers: String?

    func validate() throws {
        guard (1...1000).contains(connections) else {
            throw ValidationError("--connections is a number from 1 to 1,000")
        }
        guard (0...1_000_000).contains(rate) else {
            throw ValidationError("--rate is a number from 0 to 1,000,000")
        }
    }

    func run() async throws {
        let requests = try readRequests()
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = loops.next()
        let load = try await loop.submit {
            NIOLoopBound(
                Load(requests, rate: rate, keepsBodies: answers != nil, on: loop), eventLoop: loop)
        }.get()
        let bootstrap = ClientBootstrap(group: loop).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(LoadConnection(load.value))
            }
        }
        for _ in 0..<connections {
            _ = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
        }
        let results = try await loop.flatSubmit { load.value.begin() }.get()
        try await loops.shutdownGracefully()
        if let answers { try results.write(to: answers) }
        print(results.summary)
    }

    private func readRequests() throws -> [ByteBuffer] {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let lines = text.split(separator: "\n")
        guard (1...Self.mostRequests).contains(lines.count) else {
            throw ValidationError("\(file) has \(lines.count) requests, not 1 to 5,000,000")
        }
        return try lines.enumerated().map { number, line in
            let words = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard words.count == 5 else {
                throw ValidationError("\(file), line \(number + 1): five words are needed")
            }
            return ByteBuffer(string: request(words))
        }
    }

    private func request(_ words: [Substring]) -> String {
        let (method, path, token, key, body) = (words[0], words[1], words[2], words[3], words[4])
        let kind = path.hasPrefix("/api/") ? "json" : "x-www-form-urlencoded"
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        if !token.isEmpty { head += "Authorization: Bearer \(token)\r\n" }
        if !key.isEmpty { head += "Idempotency-Key: \(key)\r\n" }
        if method != "GET" {
            head += "Content-Type: application/\(kind)\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        return head + "\r\n" + body
    }
}
