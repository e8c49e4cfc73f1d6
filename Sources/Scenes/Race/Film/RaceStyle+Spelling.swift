import Specifications

// What a race is drawn with, as people write it.

extension RaceStyle.Layout: Choice {}
extension MapAspect: Choice {}
extension ColorRamp: NamedChoice {}
extension ThemeColors: NamedChoice {}

/// WIDTHxHEIGHT.
extension PixelSize: Spelled {
  /// Pixels of a frame, each way.
  private static let range = (width: 480...7680, height: 360...4320)

  /// - Throws: what was expected, unless the size is from 480 × 360 to 7680 × 4320 pixels.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      Self.range.width.contains(width), Self.range.height.contains(height)
    else { throw SpecificationError("expected WIDTHxHEIGHT from 480x360 to 7680x4320") }
    self.init(width: width, height: height)
  }

  public var spelling: String { "\(width)x\(height)" }
}

/// #RRGGBB.
extension Color: Spelled {
  /// Six hexadecimal digits of either case; the # may be left out. Throws for all else.
  public init(spelling text: String) throws(SpecificationError) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let hex = UInt32(digits, radix: 16)
    else { throw SpecificationError("expected #RRGGBB as in #0055CC") }
    self.init(hex)
  }

  public var spelling: String { css }
}
