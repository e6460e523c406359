// Forms with files are read as browsers send them, and nothing else is.
import Foundation
import Rules
import Testing

@testable import Web

struct MultipartTests {
    private let edge = "----WebKitFormBoundaryX"

    private func part(_ head: String, _ content: [UInt8]) -> [UInt8] {
        Array("--\(edge)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content
            + Array("\r\n".utf8)
    }

    private var end: [UInt8] { Array("--\(edge)--\r\n".utf8) }

    @Test func `fields and files come apart, whatever bytes are in a file`() throws {
        let file = [UInt8](0...255) + Array("\r\n--\(edge.dropLast())".utf8)
        let body =
            part("name=\"seal\"", Array("abc".utf8))
            + part("name=\"description\"", Array("Zwei\r\n\r\nZeilen".utf8))
            + part("name=\"photos\"; filename=\"a; b.jpg\"\r\nContent-Type: image/jpeg", file)
            + part("name=\"photos\"; filename=\"\"", []) + end
        let read = try Multipart(body, boundary: edge)
        #expect(read.form.fields == ["seal": "abc", "description": "Zwei\r\n\r\nZeilen"])
        #expect(read.files.map(\.field) == ["photos"] && read.files[0].bytes == file)
    }

    @Test func `what is cut off, nameless or too long is refused`() {
        let whole = part("name=\"a\"", [1]) + end
        let broken: [[UInt8]] = [
            [], Array("hello".utf8), Array(whole.dropLast(6)), part("nothing", [1]) + end,
            part("name=\"a\"", [UInt8](repeating: 65, count: 40_000)) + end,
            (0..<120).flatMap { part("name=\"a\($0)\"", [1]) } + end,
        ]
        for body in broken {
            #expect(throws: Refusal.self, "\(body.count) bytes") {
                try Multipart(body, boundary: edge)
            }
        }
    }

    @Test func `random bytes never trap`() {
        var seed = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let noise = (0..<Int.random(in: 0...200, using: &seed)).map { _ in
                Array("-\r\n\"=;ax".utf8).randomElement(using: &seed)!
            }
            _ = try? Multipart(Array("--x".utf8) + noise + Array("--x--".utf8), boundary: "x")
        }
    }
}
