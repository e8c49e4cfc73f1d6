internal import NIOCore
internal import NIOWebSocket

/// Answers what a page asks over a line, a connection (RFC 6455) that stays open while something is
/// dragged: there less lies between a question and its answer than around requests of their own.
///
/// A question is a text of its number, a space and what is asked below the token, as
/// `3 race?part=runs`, then, on the lines that follow, the body. Its answer has the number, the
/// status of HTTP and the body: `3 200`. Every question passes the doorkeeper as if it had come by
/// itself, and none is longer than a body may be.
final class LineReader: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private let answering: Answering
  /// What was asked for when the line was opened.
  private let opening: Question
  /// How many questions and pings have no answer yet that is written.
  private var open = 0

  /// More at once come from no page: it asks what it has not been answered for a while once more.
  private static let most = 16

  /// - Parameter opening: the request that has become the line.
  init(_ answering: Answering, opening: Question) {
    (self.answering, self.opening) = (answering, opening)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    // What clients send is masked (RFC 6455, 5.1).
    guard frame.maskKey != nil, open < Self.most else { return context.close(promise: nil) }
    switch frame.opcode {
    case .text where frame.fin: take(String(buffer: frame.unmaskedData), context)
    case .ping:
      open += 1
      answer(.pong, frame.unmaskedData, context)
    case .pong: break
    case .connectionClose: end(with: frame.unmaskedData, context)
    // Pages send no bytes, and messages in parts are longer than questions are.
    default: context.close(promise: nil)
    }
  }

  /// Who closes a line is told the same (RFC 6455, 5.5.1).
  private func end(with reason: ByteBuffer, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    write(.connectionClose, reason, context).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }

  private func take(_ text: String, _ context: ChannelHandlerContext) {
    guard let (number, question) = question(text) else {
      return context.close(promise: nil)
    }
    open += 1
    let (loop, bound) = (
      context.eventLoop, NIOLoopBound((self, context), eventLoop: context.eventLoop)
    )
    answering.answer(question) { reply in
      loop.execute {
        let (reader, context) = bound.value
        reader.write(reply, to: number, context)
      }
    }
  }

  /// Nil for what no page asks.
  private func question(_ text: String) -> (number: Int, Question)? {
    let halves = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves[0].split(separator: " ")
    guard halves.count == 2, words.count == 2, let number = Int(words[0]) else { return nil }
    let base = opening.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let target = (base + [words[1]]).joined(separator: "/")
    let question = Question(
      .post, target, host: opening.host, origin: opening.origin, body: Array(halves[1].utf8))
    return (number, question)
  }

  private func write(_ reply: Reply, to number: Int, _ context: ChannelHandlerContext) {
    let head = "\(number) \(reply.status.rawValue)\n"
    var bytes = context.channel.allocator.buffer(capacity: head.utf8.count + reply.body.count)
    bytes.writeString(head)
    bytes.writeBytes(reply.body)
    answer(.text, bytes, context)
  }

  private func answer(
    _ opcode: WebSocketOpcode, _ bytes: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    write(opcode, bytes, context).assumeIsolated().whenComplete { [self] _ in open -= 1 }
  }

  private func write(
    _ opcode: WebSocketOpcode, _ bytes: ByteBuffer, _ context: ChannelHandlerContext
  ) -> EventLoopFuture<Void> {
    context.writeAndFlush(wrapOutboundOut(WebSocketFrame(fin: true, opcode: opcode, data: bytes)))
  }

  /// Ends a line that has been silent for too long, for no answer takes so long that is read, or
  /// over which nothing more can come.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    let isOver = event as? ChannelEvent == .inputClosed
    if isOver || event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

extension LineReader {
  /// What makes a line of a request that asks for one and is let in; any other is answered as it
  /// would be elsewhere.
  ///
  /// - Parameter admits: whether a request may become one.
  static func upgrader(
    _ answering: Answering, admits: @escaping @Sendable (Question) -> Bool
  ) -> NIOWebSocketServerUpgrader {
    NIOWebSocketServerUpgrader(maxFrameSize: QuestionReader.largestBody) { channel, head in
      channel.eventLoop.makeSucceededFuture(admits(Question(head, [])) ? [:] : nil)
    } upgradePipelineHandler: { channel, head in
      channel.eventLoop.makeCompletedFuture {
        // Nothing is heard while answers wait to be read: who reads none falls silent.
        try channel.pipeline.syncOperations.addHandlers(
          BackPressureHandler(), LineReader(answering, opening: Question(head, [])))
      }
    }
  }
}
