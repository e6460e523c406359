// One connection of a load: a request out, its answer in, and so on. It reads as much of HTTP as
// the store's answers have: a status, a length, a body.

import NIOCore

final class LoadConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let load: Load
    private var context: ChannelHandlerContext?
    private var asked: (number: Int, due: NIODeadline)?
    private var heard = ByteBuffer()

    struct NoAnswer: Error, CustomStringConvertible {
        let description: String
    }

    init(_ load: Load) { self.load = load }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        load.rest(self)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        if asked != nil { load.failed(NoAnswer(description: "the connection was closed")) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { load.failed(error) }

    func send(_ request: ByteBuffer, number: Int, due: NIODeadline) {
        asked = (number, due)
        context?.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        heard.writeBuffer(&part)
        guard let asked else {
            return load.failed(NoAnswer(description: "an answer that nobody asked for"))
        }
        do {
            guard let (status, body) = try wholeAnswer() else { return }
            self.asked = nil
            heard.clear()
            load.answered(asked.number, due: asked.due, status: status, body: body)
            load.rest(self)
        } catch {
            load.failed(error)
        }
    }

    /// Nil until all of it is here.
    private func wholeAnswer() throws -> (status: Int, body: ByteBuffer)? {
        let bytes = heard.readableBytesView
        guard let end = bytes.firstRange(of: Self.endOfHead) else { return nil }
        let head = bytes[..<end.lowerBound]
        // `HTTP/1.1 200 OK`
        guard head.count > 12,
            let status = Int(String(decoding: head.dropFirst(9).prefix(3), as: UTF8.self))
        else { throw NoAnswer(description: String(decoding: head, as: UTF8.self)) }
        guard let length = status == 204 || status == 304 ? 0 : Self.length(in: head) else {
            throw NoAnswer(description: "an answer without a length")
        }
        let start = end.upperBound
        guard bytes.endIndex - start >= length else { return nil }
        return (status, heard.getSlice(at: start, length: length) ?? ByteBuffer())
    }

    private static let endOfHead = Array("\r\n\r\n".utf8)
    private static let name = Array("content-length:".utf8)

    /// Byte by byte: this is done for every answer, on a core that is being measured.
    private static func length(in head: ByteBufferView) -> Int? {
        var at = head.startIndex
        while let line = head[at...].firstIndex(of: UInt8(ascii: "\n")) {
            at = line + 1
            let start = head[at...].prefix(name.count)
            guard start.count == name.count,
                zip(start, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            else { continue }
            let digits = head[(at + name.count)...].drop { $0 == UInt8(ascii: " ") }
                .prefix { (48...57).contains($0) }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        return nil
    }
}
