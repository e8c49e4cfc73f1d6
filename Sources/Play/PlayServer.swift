internal import NIOCore
import Races

/// A race in a browser that can be touched: a server on this machine, whose page asks it to run the
/// race anew with another start, other settings or another function.
///
/// It is reached from this machine alone unless it is told to listen elsewhere, and answers nobody
/// who does not know its token.
public struct PlayServer: Sendable {
  private let desk: PlayDesk
  private let listener: NIOAsyncChannel<Connections.Connection, Never>
  private let address: PlayAddress

  /// The port where none is given, or one of the next.
  public static let usualPort = 7700
  /// As many ports are tried.
  private static let tries = 100

  /// Listens, and answers once it is run.
  ///
  /// - Parameters:
  ///   - request: the race that the page begins with.
  ///   - host: a name or an address of this machine; nil for the loopback alone.
  ///   - port: 1 to 65535; the usual one, or the next that is free, unless given.
  ///   - limits: how much a page may ask for.
  /// - Throws: `PlayServerError` where it cannot listen.
  public init(
    _ request: RaceRequest, host: String? = nil, port: Int? = nil, limits: PlayLimits = PlayLimits()
  ) async throws {
    let host = host ?? PlayAddress.loopback
    listener = try await Self.listener(host, port)
    let bound = listener.channel.localAddress?.port ?? port ?? Self.usualPort
    address = PlayAddress(host: host, port: bound, token: PlayAddress.newToken())
    desk = PlayDesk(request, limits: limits)
  }

  /// What is opened in a browser.
  public var url: String { address.url }

  /// Whether nobody but this machine reaches it.
  public var isLocal: Bool { address.isLocal }

  /// Answers until the task is cancelled, which is how it ends.
  public func run() async throws {
    let (keeper, desk) = (Doorkeeper(address: address), desk)
    let connections = Connections { question in
      switch keeper.admitted(question) {
      case .failure(let refusal): refusal.reply
      case .success(let path): await desk.reply(to: question, path)
      }
    }
    do {
      try await connections.serve(listener)
    } catch is CancellationError {
      return
    }
  }

  private static func listener(
    _ host: String, _ port: Int?
  ) async throws(PlayServerError) -> NIOAsyncChannel<Connections.Connection, Never> {
    for trial in port.map({ $0...$0 }) ?? usualPort...usualPort + tries {
      if let listener = try await Connections.listener(host: host, port: trial) { return listener }
    }
    let first = port ?? usualPort
    throw .portIsTaken(first, free: port == nil ? nil : await freePort(host, after: first))
  }

  /// The next port that is free; nil where none of some is.
  private static func freePort(_ host: String, after port: Int) async -> Int? {
    for next in (port + 1)..<max(port + 1, min(port + tries, 65536)) {
      guard let trial = try? await Connections.listener(host: host, port: next) else { continue }
      try? await trial.channel.close()
      return next
    }
    return nil
  }
}
