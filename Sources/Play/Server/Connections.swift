import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
import Synchronization

/// The connections of a server that speaks HTTP/1.1, and over lines: what comes is bounded in
/// length, time and number.
final class Connections: Sendable {
  private let answering: Answering
  private let opensLine: @Sendable (Question) -> Bool
  /// Those that are there; nil once there are no more to be.
  private let channels = Mutex<[ObjectIdentifier: any Channel]?>([:])

  /// A connection over which nothing comes for so long is closed.
  private static let patience = TimeAmount.seconds(30)
  /// More are closed at once.
  private static let most = 512

  /// - Parameter opensLine: whether a request that wants to become a line may.
  init(
    opensLine: @escaping @Sendable (Question) -> Bool = { _ in false },
    answer: @escaping @Sendable (Question) async -> Reply
  ) {
    answering = Answering(answer)
    self.opensLine = opensLine
  }

  /// Listens, and answers from now on; nil where the port is taken.
  ///
  /// - Throws: where the host is none of this machine's, or the port is not for everybody.
  func listener(host: String, port: Int) async throws(PlayServerError) -> (any Channel)? {
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

  private func bound(host: String, port: Int) async throws -> any Channel {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // A reply is not held back until the one before it is known to have come.
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // Who has said all is answered.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { [self] channel in
        channel.eventLoop.makeCompletedFuture { try prepare(channel) }
      }
      .bind(host: host, port: port).get()
  }

  private func prepare(_ channel: any Channel) throws {
    guard take(channel) else { throw ChannelError.inputClosed }
    let handlers = channel.pipeline.syncOperations
    let line = LineReader.upgrader(answering, admits: opensLine)
    try handlers.configureHTTPServerPipeline(
      withServerUpgrade: ([line], { Self.removeQuestionReader(from: $0.pipeline.syncOperations) }))
    try handlers.addHandlers(
      IdleStateHandler(readTimeout: Self.patience), QuestionReader(answering))
    channel.closeFuture.whenComplete { [self] _ in giveBack(channel) }
  }

  /// A line brings no requests any more.
  private static func removeQuestionReader(from handlers: ChannelPipeline.SynchronousOperations) {
    guard let reader = try? handlers.handler(type: QuestionReader.self) else { return }
    _ = handlers.removeHandler(reader)
  }

  /// Closes a listener and all connections.
  func close(_ listener: any Channel) {
    listener.close(promise: nil)
    let all = channels.withLock { channels in
      defer { channels = nil }
      return channels ?? [:]
    }
    for channel in all.values { channel.close(promise: nil) }
  }

  /// Whether there is room for one more.
  private func take(_ channel: any Channel) -> Bool {
    channels.withLock { channels in
      guard let count = channels?.count, count < Self.most else { return false }
      channels?[ObjectIdentifier(channel)] = channel
      return true
    }
  }

  private func giveBack(_ channel: any Channel) {
    channels.withLock { _ = $0?.removeValue(forKey: ObjectIdentifier(channel)) }
  }
}
