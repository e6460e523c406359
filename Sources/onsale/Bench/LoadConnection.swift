// One connection of a load: a request out, its answer in, and so on. It reads as much of HTTP as
// the store's answers have: a status, a length, a body.

import NIOCore

private struct NoAnswer: Error, CustomStringConvertible {
    let description: String
}

final class LoadConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let load: Load
    private var context: ChannelHandlerContext?
    private var asked: (number: Int, due: NIODeadline)?
    private var heard = ByteBuffer()

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
        guard let head = try heard.withUnsafeReadableBytes(AnswerHead.init),
            heard.readableBytes - head.size >= head.length
        else { return nil }
        let body = heard.getSlice(at: heard.readerIndex + head.size, length: head.length)
        return (head.status, body ?? ByteBuffer())
    }
}

/// What of an answer stands in front of its body. Read byte by byte, by hand: this is done for
/// every answer, on a core that is being measured.
private struct AnswerHead {
    let status: Int
    /// Of the head and of the body, in bytes.
    let size: Int
    let length: Int

    private static let name = Array("content-length:".utf8)
    private static let (space, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))

    /// Nil until all of it is here.
    init?(_ bytes: UnsafeRawBufferPointer) throws {
        var (line, length): (Int, Int?) = (0, nil)
        for at in bytes.indices where bytes[at] == Self.newline {
            // `\r` stands alone before it: the head is over.
            guard at - line > 1 else {
                // `HTTP/1.1 200 OK`
                let status = Self.number(bytes, at: 9)
                guard let length = status == 204 || status == 304 ? 0 : length else {
                    throw NoAnswer(description: "an answer without a length")
                }
                (self.status, self.length, size) = (status, length, at + 1)
                return
            }
            if at - line > Self.name.count, Self.isLength(bytes, at: line) {
                length = Self.number(bytes, at: line + Self.name.count)
            }
            line = at + 1
        }
        return nil
    }

    private static func isLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        for index in name.indices where bytes[start + index] | 0x20 != name[index] | 0x20 {
            return false
        }
        return true
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        var (at, number) = (start, 0)
        while at < bytes.count, bytes[at] == space { at += 1 }
        while at < bytes.count, (48...57).contains(bytes[at]), number < 1_000_000_000 {
            number = number * 10 + Int(bytes[at] - 48)
            at += 1
        }
        return number
    }
}
