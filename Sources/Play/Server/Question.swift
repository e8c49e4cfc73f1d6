/// What a page asks: a request of HTTP, with all of its body.
struct Question: Sendable {
  enum Method: Sendable {
    case get
    case post
    case other
  }

  let method: Method
  /// As it was sent, without the query.
  let path: String
  /// After the question mark; empty without one.
  let query: String
  let host: [String]
  /// Whose page asks, as browsers tell; none where it is opened by its address.
  let origin: [String]
  let body: [UInt8]

  /// - Parameter target: path and query.
  init(_ method: Method, _ target: String, host: [String], origin: [String], body: [UInt8]) {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(halves.first ?? "")
    query = halves.count > 1 ? String(halves[1]) : ""
    (self.method, self.host, self.origin, self.body) = (method, host, origin, body)
  }

  /// The value of a key of the query; nil where it has none.
  func value(_ key: String) -> Substring? {
    query.split(separator: "&").first { $0.hasPrefix(key + "=") }?.dropFirst(key.count + 1)
  }

  /// The whole number of a key, 0 or more; 0 where it has none.
  func number(_ key: String) -> Int { value(key).flatMap { Int($0) }.map { max($0, 0) } ?? 0 }
}
