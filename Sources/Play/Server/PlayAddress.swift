/// Where a page is served: on which machine, under which port, and behind which token.
struct PlayAddress: Sendable {
  /// As it is bound: "127.0.0.1".
  let host: String
  let port: Int
  /// Letters and digits that nobody guesses.
  let token: String

  /// What is reached from this machine alone.
  static let loopback = "127.0.0.1"
  private static let loopbackNames = ["127.0.0.1", "localhost", "[::1]", "::1"]

  /// Whether nobody but this machine reaches it.
  var isLocal: Bool { Self.isLocal(host) }

  static func isLocal(_ host: String) -> Bool { loopbackNames.contains(host) }

  /// What is opened in a browser.
  var url: String { "http://\(Self.bracketed(host)):\(port)/\(token)/" }

  /// What a browser calls this server, in its Host and, after "http://", in its Origin.
  var names: Set<String> {
    var hosts = isLocal ? Self.loopbackNames.dropLast() + [] : [Self.bracketed(host)]
    if isUnbound { hosts += Self.loopbackNames.dropLast() }
    return Set(hosts.map { "\($0):\(port)" })
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
