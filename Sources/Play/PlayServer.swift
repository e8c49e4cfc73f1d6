internal import NIOCore
import Races

/// A race in a browser that can be touched: a server on this machine, whose page asks it to run the
/// race anew with another start, other settings or another function.
///
/// It is reached from this machine alone unless it is told to listen elsewhere, and answers nobody
/// who does not know its token.
public struct PlayServer: Sendable {
  private let address: PlayAddress
  private let connections: Connections
  private let listener: any Channel

  /// The port where none is given, or one of the next.
  public static let usualPort = 7700
  /// As many ports are tried.
  private static let tries = 100

  /// Listens, and answers from now on.
  ///
  /// - Parameters:
  ///   - request: the race that the page begins with.
  ///   - host: a name or an address of this machine; nil for the loopback alone.
  ///   - port: 1 to 65535; the usual one, or the next that is free, unless given.
  ///   - limits: how much a page may ask for; files of data are read for pages of this machine
  ///     alone.
  /// - Throws: `SettingError` or `SpecificationError` where the race cannot be on a page, and
  ///   `PlayServerError` where the server cannot listen.
  public init(
    _ request: RaceRequest, host: String? = nil, port: Int? = nil, limits: PlayLimits = PlayLimits()
  ) async throws {
    var request = request
    request.output = nil
    try limits.require(request)
    _ = try request.plan()
    let host = host ?? PlayAddress.loopback
    var limits = limits
    limits.readsFiles = limits.readsFiles && PlayAddress.isLocal(host)
    let desk = PlayDesk(request, limits: limits)
    for trial in port.map({ $0...$0 }) ?? Self.usualPort...Self.usualPort + Self.tries {
      let address = PlayAddress(host: host, port: trial, token: PlayAddress.newToken())
      let connections = Self.connections(to: desk, at: address)
      guard let listener = try await connections.listener(host: host, port: trial) else { continue }
      (self.address, self.connections, self.listener) = (address, connections, listener)
      return
    }
    guard let port else { throw PlayServerError.portIsTaken(Self.usualPort, free: nil) }
    throw PlayServerError.portIsTaken(port, free: await Self.freePort(host, after: port))
  }

  /// What is opened in a browser, on any machine that reaches this one.
  public var url: String { address.url }

  /// What is opened in a browser of this machine.
  public var localURL: String { address.localURL }

  /// Whether nobody but this machine reaches it.
  public var isLocal: Bool { address.isLocal }

  /// Returns once the task is cancelled and all is closed.
  public func run() async {
    await withTaskCancellationHandler {
      try? await listener.closeFuture.get()
    } onCancel: {
      connections.close(listener)
    }
  }

  private static func connections(to desk: PlayDesk, at address: PlayAddress) -> Connections {
    let keeper = Doorkeeper(address: address)
    let opensLine = { @Sendable (question: Question) in
      guard case .success(PlayDesk.line) = keeper.admitted(question) else { return false }
      return question.method == .get
    }
    return Connections(opensLine: opensLine) { question in
      switch keeper.admitted(question) {
      case .failure(let refusal): refusal.reply
      case .success(let path): await desk.reply(to: question, path)
      }
    }
  }

  /// The next port that is free; nil where none of some is.
  private static func freePort(_ host: String, after port: Int) async -> Int? {
    let nobody = Connections { _ in .refusal(.notFound, "") }
    for next in (port + 1)..<max(port + 1, min(port + tries, 65536)) {
      guard let trial = try? await nobody.listener(host: host, port: next) else { continue }
      try? await trial.close()
      return next
    }
    return nil
  }
}
