import Foundation

/// Where a page is served: on which machine, under which port, and behind which token.
struct PlayAddress: Sendable {
  /// As it is bound: "127.0.0.1".
  let host: String
  let port: Int
  /// Letters and digits that nobody guesses.
  let token: String

  /// What is reached from this machine alone.
  static let loopback = "127.0.0.1"
  private static let loopbackNames = [loopback, "localhost", "[::1]"]

  /// Whether nobody but this machine reaches it.
  var isLocal: Bool { Self.isLocal(host) }

  static func isLocal(_ host: String) -> Bool { loopbackNames.contains(bracketed(host)) }

  /// What is opened in a browser; where every address is listened on, under this machine's name.
  var url: String { url(at: isUnbound ? ProcessInfo.processInfo.hostName : host) }

  /// The same for a browser of this machine.
  var localURL: String { url(at: isUnbound ? Self.loopback : host) }

  private func url(at host: String) -> String {
    "http://\(Self.bracketed(host)):\(port)/\(token)/"
  }

  /// What a browser calls this server, in its Host and, after "http://", in its Origin: without the
  /// port where that is the usual one of the web.
  var names: Set<String> {
    let own = isLocal ? [] : [Self.bracketed(host).lowercased()]
    let hosts = own + (isLocal || isUnbound ? Self.loopbackNames : [])
    return Set(hosts.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
  }

  /// Whether it is bound to every address of the machine, whose names are not known here.
  var isUnbound: Bool { ["0.0.0.0", "::"].contains(host) }

  private static func bracketed(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  /// Twelve letters and digits that are not taken for one another: 59 bits.
  static func newToken() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    return String((0..<12).map { _ in letters.randomElement(using: &generator) ?? "a" })
  }
}
