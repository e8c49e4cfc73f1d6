import Contours
import RealModule

/// Numbers with no more digits than a page shows.
enum PageNumber {
  /// With so many a double stays what it is.
  private static let mostDigits = 17

  /// The double nearest to `value` written with so many significant digits; NaN and infinities
  /// stay.
  static func rounded(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, value != 0, digits < mostDigits else { return value }
    let decimal = DecimalDigits(value, count: digits)
    let exponent = decimal.exponent - decimal.digits.count + 1
    let magnitude = Double("\(decimal.digits)e\(exponent)") ?? value.magnitude
    return value < 0 ? -magnitude : magnitude
  }

  /// A coordinate to a ten-millionth of the window, for zooming in, or to another power of ten of
  /// it; small ones to four digits, for reading.
  static func coordinate(
    _ value: Double, over extent: ClosedRange<Double>, decimals: Int = 7
  ) -> Double {
    guard value.isFinite, value != 0, decimals < mostDigits else { return value }
    let span = extent.upperBound - extent.lowerBound
    let orders = Double.log10(value.magnitude / span)
    guard orders.isFinite else { return rounded(value, digits: 15) }
    let digits = decimals + 1 + Int(clamping: orders.rounded(.down))
    return rounded(value, digits: min(max(digits, 4), 15))
  }
}
