/// Where a text is no JSON, or holds something else than was expected there.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// "line 3, column 17" of a text; "trajectories[2].x[0]" of a value, empty for the whole.
  public let place: String
  /// "expected a number".
  public let reason: String

  /// - Parameters:
  ///   - place: empty for the whole.
  ///   - reason: what was expected, in a few words without a capital.
  public init(_ place: String, _ reason: String) {
    self.place = place
    self.reason = reason
  }

  /// One line.
  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
