internal import NIOCore
internal import NIOHTTP1
internal import NIOWebSocket

/// Makes questions of the parts of requests, and parts of replies. One question comes at a time:
/// the next waits until its reply is written.
final class QuestionReader: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
  typealias OutboundOut = HTTPServerResponsePart

  private let answering: Answering
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isAnswering = false
  /// Whether no more questions can come.
  private var isOver = false

  /// The most bytes of a body: the state of a race is a few hundred.
  static let largestBody = 1 << 17

  init(_ answering: Answering) {
    self.answering = answering
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let next): (head, body) = (next, [])
    case .body(let bytes): take(bytes, context.channel)
    case .end: ask(context.channel)
    }
  }

  private func take(_ bytes: ByteBuffer, _ channel: any Channel) {
    guard head != nil else { return }
    guard body.count + bytes.readableBytes <= Self.largestBody else {
      head = nil
      let reply = Reply.refusal(.tooLarge, "expected at most \(Self.largestBody) bytes")
      return reply.write(to: channel, keepsOpen: false)
    }
    body += bytes.readableBytesView
  }

  private func ask(_ channel: any Channel) {
    guard let head else { return }
    isAnswering = true
    let keepsOpen = head.isKeepAlive
    answering.answer(Question(head, body)) { $0.write(to: channel, keepsOpen: keepsOpen) }
  }

  /// Ends a connection that has been silent for too long, or over which nothing more can come.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    let isSilent = event is IdleStateHandler.IdleStateEvent
    isOver = isOver || event as? ChannelEvent == .inputClosed
    if isSilent || isOver, !isAnswering { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  /// Bodies as the encoder takes them.
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body(let bytes):
      context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
    case .end(let trailers):
      isAnswering = false
      let written = promise ?? context.eventLoop.makePromise()
      if isOver {
        written.futureResult.whenComplete { [channel = context.channel] _ in
          channel.close(promise: nil)
        }
      }
      context.writeAndFlush(wrapOutboundOut(.end(trailers)), promise: written)
    }
  }

  /// What may not become a line comes as a question after the error, and is answered.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !(error is NIOWebSocketUpgradeError) else { return }
    context.close(promise: nil)
  }
}

extension Question {
  init(_ head: HTTPRequestHead, _ body: [UInt8]) {
    let method: Method =
      switch head.method {
      case .GET: .get
      case .POST: .post
      default: .other
      }
    self.init(
      method, head.uri, host: head.headers["Host"], origin: head.headers["Origin"], body: body)
  }
}

extension Reply {
  fileprivate typealias Part = HTTPPart<HTTPResponseHead, ByteBuffer>

  fileprivate func write(to channel: any Channel, keepsOpen: Bool) {
    let headers: HTTPHeaders = [
      "Content-Type": type, "Content-Length": String(body.count),
      "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
      "Connection": keepsOpen ? "keep-alive" : "close",
    ]
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status.rawValue), headers: headers)
    channel.write(Part.head(head), promise: nil)
    channel.write(Part.body(ByteBuffer(bytes: body)), promise: nil)
    let written = channel.write(Part.end(nil))
    if !keepsOpen { written.whenComplete { _ in channel.close(promise: nil) } }
  }
}
