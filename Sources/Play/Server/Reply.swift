import JSON

/// What a page is answered.
struct Reply: Sendable {
  /// Those of HTTP that are used.
  enum Status: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case wrongMethod = 405
    case tooLarge = 413
    /// The question was understood, and what it asks for cannot be.
    case refused = 422
    case busy = 503
  }

  let status: Status
  /// Its media type.
  let type: String
  let body: [UInt8]

  static func html(_ text: String) -> Reply {
    Reply(status: .ok, type: "text/html; charset=utf-8", body: Array(text.utf8))
  }

  static func json(_ value: JSON, _ status: Status = .ok) -> Reply {
    Reply(status: status, type: "application/json", body: value.bytes)
  }

  /// A line for people.
  static func refusal(_ status: Status, _ line: String) -> Reply {
    Reply(status: status, type: "text/plain; charset=utf-8", body: Array((line + "\n").utf8))
  }
}
