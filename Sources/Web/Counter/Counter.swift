// The counter: stands in front of the router on every connection and answers by itself what a rush
// asks again and again, a reservation and the public document of a round. Whatever it doesn't know
// at sight goes on to the router, whose routes say the same; its tests hold the two side by side.

package import NIOCore
import NIOHTTP1

/// Puts a counter into a connection's pipeline, before the handlers of the server's own.
package final class CounterOpening: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = Any

    private let clerk: Clerk
    private let patience: TimeAmount

    init(clerk: Clerk, patience: TimeAmount) {
        self.clerk = clerk
        self.patience = patience
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let counter = Counter(
                clerk: clerk, tray: clerk.trays.tray(of: context.eventLoop),
                outside: try pipeline.context(handlerType: HTTPResponseEncoder.self),
                patience: patience)
            try pipeline.addHandler(counter, position: .after(decoder))
        } catch {
            context.fireErrorCaught(error)
        }
        pipeline.removeHandler(context: context, promise: nil)
    }
}

final class Counter: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// More than any request that the counter serves has.
    private static let mostBody = 1024

    /// A request that is being read for the counter.
    private struct Reading {
        let head: HTTPRequestHead
        let errand: Clerk.Errand
        var body = ByteBuffer()
    }

    private let clerk: Clerk
    /// Where answers come back from another thread.
    private let tray: AnswerTray
    /// Nearer to the network than the handler that turns answers into bytes: the counter's own are
    /// bytes already.
    private let outside: ChannelHandlerContext
    /// A connection on which nothing moves for so long is closed.
    private let patience: TimeAmount
    /// Who is at the other end of the connection.
    private var peer: String?
    private var lastMoved = NIODeadline.now()
    private var watch: Scheduled<Void>?

    private var reading: Reading?
    /// True until a request that was passed on has come in whole.
    private var isPassingOn = false
    /// Requests that were passed on and aren't answered.
    private var passedOn = 0
    private var isAnswering = false
    /// What came in while the counter was answering; bounded, since nothing more is read then.
    private var held = CircularBuffer<HTTPServerRequestPart>(initialCapacity: 4)
    private var wantsToRead = false
    private var isToQuiesce = false

    init(
        clerk: Clerk, tray: AnswerTray, outside: ChannelHandlerContext, patience: TimeAmount
    ) {
        self.clerk = clerk
        self.tray = tray
        self.outside = outside
        self.patience = patience
    }

    // MARK: What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        lastMoved = .now()
        let part = unwrapInboundIn(data)
        if isAnswering { held.append(part) } else { take(part, context) }
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head(let head):
            // Behind a request that the router answers, one waits for the router too.
            if passedOn == 0, let errand = clerk.errand(of: head, from: peer) {
                reading = Reading(head: head, errand: errand)
            } else {
                passOn(part, context)
            }
        case .body(var more):
            guard reading != nil else { return passOn(part, context) }
            if reading!.body.readableBytes == 0 {
                reading!.body = more
            } else {
                reading!.body.writeBuffer(&more)
            }
            if reading!.body.readableBytes > Self.mostBody { passOnWhatWasRead(context) }
        case .end(let trailers):
            guard let whole = reading, trailers == nil else {
                passOnWhatWasRead(context)
                return passOn(part, context)
            }
            serve(whole, context)
        }
    }

    private func passOn(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head:
            passedOn += 1
            isPassingOn = true
        case .body: break
        case .end: isPassingOn = false
        }
        context.fireChannelRead(wrapInboundOut(part))
    }

    private func passOnWhatWasRead(_ context: ChannelHandlerContext) {
        guard let begun = reading else { return }
        reading = nil
        passOn(.head(begun.head), context)
        if begun.body.readableBytes > 0 { passOn(.body(begun.body), context) }
    }

    private func serve(_ whole: Reading, _ context: ChannelHandlerContext) {
        isAnswering = true
        let place = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        clerk.serve(whole.errand, body: whole.body) { [tray] answer in
            if place.eventLoop.inEventLoop {
                place.value.0.finish(answer, place.value.1)
            } else {
                tray.put { place.value.0.finish(answer, place.value.1) }
            }
        }
    }

    // MARK: What goes out

    /// Without an answer the router is asked.
    private func finish(_ answer: ByteBuffer?, _ context: ChannelHandlerContext) {
        lastMoved = .now()
        isAnswering = false
        if let answer {
            reading = nil
            outside.writeAndFlush(NIOAny(answer), promise: nil)
        } else {
            passOnWhatWasRead(context)
            passOn(.end(nil), context)
            context.fireChannelReadComplete()
        }
        goOn(context)
    }

    /// With what came in meanwhile.
    private func goOn(_ context: ChannelHandlerContext) {
        let hadHeld = !held.isEmpty
        while !isAnswering, let part = held.popFirst() { take(part, context) }
        if isAnswering { return }
        if hadHeld { context.fireChannelReadComplete() }
        if isToQuiesce, reading == nil {
            isToQuiesce = false
            context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
        if wantsToRead {
            wantsToRead = false
            context.read()
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            passedOn -= 1
            lastMoved = .now()
        }
        context.write(data, promise: promise)
    }

    func read(context: ChannelHandlerContext) {
        if isAnswering { wantsToRead = true } else { context.read() }
    }

    // MARK: The end of a connection

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, isAnswering || reading != nil {
            isToQuiesce = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        peer = context.channel.remoteAddress?.ipAddress
        if context.channel.isActive { keepWatch(context, for: patience) }
    }

    func channelActive(context: ChannelHandlerContext) {
        peer = context.channel.remoteAddress?.ipAddress
        if watch == nil { keepWatch(context, for: patience) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { watch?.cancel() }

    private func keepWatch(_ context: ChannelHandlerContext, for time: TimeAmount) {
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            let still = NIODeadline.now() - lastMoved
            let isOurTurn = isAnswering || (passedOn > 0 && !isPassingOn)
            if isOurTurn {
                keepWatch(context, for: patience)
            } else if still >= patience {
                context.close(promise: nil)
            } else {
                keepWatch(context, for: patience - still)
            }
        }
    }
}
