/// Why an image could not be encoded, in libpng's words where it got that far.
public struct PNGError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter reason: a few words, which follow "cannot encode a PNG image: ".
  public init(_ reason: String) {
    description = "cannot encode a PNG image: \(reason)"
  }
}
