import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
import Synchronization

/// The connections of a server that speaks HTTP/1.1: what comes is bounded in length and time.
struct Connections: Sendable {
  typealias Connection = NIOAsyncChannel<
    HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>
  >

  let answer: @Sendable (Question) async -> Reply

  /// The most bytes of a body: the state of a race is a few hundred.
  private static let largestBody = 1 << 17
  /// A connection over which nothing comes for so long is closed.
  private static let patience = TimeAmount.seconds(30)
  /// More are closed at once.
  private static let most = 512

  /// Listens; nil where the port is taken.
  ///
  /// - Throws: where the host is none of this machine's, or the port is not for everybody.
  static func listener(
    host: String, port: Int
  ) async throws(PlayServerError) -> NIOAsyncChannel<Connection, Never>? {
    do {
      return try await bound(host: host, port: port)
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      return nil
    } catch let error as IOError {
      throw .noAddress(host, String(cString: strerror(error.errnoCode)))
    } catch {
      throw .noAddress(host, "there is no such address")
    }
  }

  private static func bound(
    host: String, port: Int
  ) async throws -> NIOAsyncChannel<Connection, Never> {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // A reply is not held back until the one before it is known to have come.
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // Who has said all is answered.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .bind(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture { try connection(on: channel) }
      }
  }

  private static func connection(on channel: any Channel) throws -> Connection {
    let handlers = channel.pipeline.syncOperations
    try handlers.configureHTTPServerPipeline()
    try handlers.addHandlers(
      IdleStateHandler(readTimeout: patience), IdleCloser(), ResponseBytes())
    return try Connection(wrappingChannelSynchronously: channel)
  }

  /// Answers until the task is cancelled.
  func serve(_ listener: NIOAsyncChannel<Connection, Never>) async throws {
    let open = OpenConnections()
    try await listener.executeThenClose { inbound in
      try await withThrowingDiscardingTaskGroup { group in
        for try await connection in inbound {
          group.addTask {
            let count = open.count.add(1, ordering: .relaxed).newValue
            defer { open.count.subtract(1, ordering: .relaxed) }
            // A connection that breaks off is nothing to the others.
            try? await count > Self.most ? connection.channel.close() : talk(over: connection)
          }
        }
      }
    }
  }

  /// One question after the other.
  private func talk(over connection: Connection) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var head: HTTPRequestHead?
      var body: [UInt8] = []
      for try await part in inbound {
        switch part {
        case .head(let next): (head, body) = (next, [])
        case .body(let bytes):
          guard body.count + bytes.readableBytes <= Self.largestBody else {
            let reply = Reply.refusal(.tooLarge, "expected at most \(Self.largestBody) bytes")
            return try await write(reply, to: outbound, keepsOpen: false)
          }
          body += bytes.readableBytesView
        case .end:
          guard let head else { return }
          let reply = await answer(Question(head, body))
          try await write(reply, to: outbound, keepsOpen: head.isKeepAlive)
          if !head.isKeepAlive { return }
        }
      }
    }
  }

  private func write(
    _ reply: Reply,
    to outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>,
    keepsOpen: Bool
  ) async throws {
    let headers: HTTPHeaders = [
      "Content-Type": reply.type, "Content-Length": String(reply.body.count),
      "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
      "Connection": keepsOpen ? "keep-alive" : "close",
    ]
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status.rawValue),
      headers: headers)
    try await outbound.write(
      contentsOf: [.head(head), .body(ByteBuffer(bytes: reply.body)), .end(nil)])
  }
}

/// How many there are.
private final class OpenConnections: Sendable {
  let count = Atomic(0)
}

extension Question {
  fileprivate init(_ head: HTTPRequestHead, _ body: [UInt8]) {
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

/// Closes a connection that has been silent for too long.
private final class IdleCloser: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is IdleStateHandler.IdleStateEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    context.close(promise: nil)
  }
}

/// Bodies as the encoder takes them.
private final class ResponseBytes: ChannelOutboundHandler {
  typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
  typealias OutboundOut = HTTPServerResponsePart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part: HTTPServerResponsePart =
      switch unwrapOutboundIn(data) {
      case .head(let head): .head(head)
      case .body(let bytes): .body(.byteBuffer(bytes))
      case .end(let trailers): .end(trailers)
      }
    context.write(wrapOutboundOut(part), promise: promise)
  }
}
