import Contours

/// Numbers as they stand at axes and in legends.
public enum NumberLabel {
  /// `mantissa · 10^exponent` without rounding: "−0.25", "1500", "2·10⁶".
  static func decimal(_ mantissa: Int, exponent: Int) -> String {
    if mantissa == 0 { return "0" }
    let sign = mantissa < 0 ? "−" : ""
    let digits = String(mantissa.magnitude)
    let isSmall = exponent < -5 && digits.count + exponent < 0
    if digits.count + exponent > 5 || isSmall {
      return sign + scientific(digits, exponent: exponent)
    }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let surplus = min(-exponent, digits.count - String(digits[...].trimmingZeros()).count)
    return sign + pointed(String(digits.dropLast(surplus)), places: -exponent - surplus)
  }

  /// "10⁻³", "5·10⁻³"; "1" and "10" and "5" plain.
  static func power(_ rung: Rung) -> String {
    switch (rung.mantissa, rung.exponent) {
    case (let mantissa, 0): String(mantissa)
    case (let mantissa, 1): String(mantissa * 10)
    case (1, let exponent): "10" + superscript(exponent)
    case (let mantissa, let exponent): "\(mantissa)·10" + superscript(exponent)
    }
  }

  /// Whether numbers in ratios, on an axis or a colour bar, are all written out. Else each has its
  /// power of ten, so that all are written alike.
  static func arePlain(_ values: some Sequence<Double>) -> Bool {
    values.allSatisfy { $0 == 0 || (0.001..<100_000).contains($0.magnitude) }
  }

  /// About `digits` significant digits as `power` writes them: "5·10⁻²", "1.5·10³"; "0", "2.5" and
  /// "20" plain.
  static func power(_ value: Double, digits: Int) -> String {
    guard value.isFinite, value != 0 else { return Self.value(value) }
    let rounded = DecimalDigits(value, count: digits)
    if (0...1).contains(rounded.exponent) { return level(value, digits: digits) }
    let mantissa = pointed(rounded.digits, places: rounded.digits.count - 1)
    let power = "10" + superscript(rounded.exponent)
    return (value < 0 ? "−" : "") + (mantissa == "1" ? power : mantissa + "·" + power)
  }

  /// About `digits` significant digits, with powers of ten: "0.05", "−2.5", "2·10⁶".
  static func level(_ value: Double, digits: Int) -> String {
    guard value.isFinite, value != 0 else { return Self.value(value) }
    let rounded = DecimalDigits(value, count: digits)
    let mantissa = Int(rounded.digits) ?? 0
    return decimal(
      value < 0 ? -mantissa : mantissa, exponent: rounded.exponent - rounded.digits.count + 1)
  }

  /// About `digits` significant digits: "−1.031", "0.00321", "4.712e-11", "1250000" as "1.25e+06".
  public static func value(_ value: Double, digits: Int = 4) -> String {
    label(value, digits: digits, keepsZeros: false)
  }

  /// A number that changes from frame to frame, with all its digits, "0.250", so that it stands
  /// still.
  static func changing(_ value: Double, digits: Int = 3) -> String {
    label(value, digits: digits, keepsZeros: true)
  }

  private static func label(_ value: Double, digits: Int, keepsZeros: Bool) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "−inf" : "inf" }
    if value == 0 { return "0" }
    let rounded = DecimalDigits(value, count: digits, keepsZeros: keepsZeros)
    let sign = value < 0 ? "−" : ""
    if rounded.exponent < -4 || rounded.exponent > 5 {
      let power = abs(rounded.exponent)
      let mantissa = pointed(rounded.digits, places: rounded.digits.count - 1)
      return sign + mantissa + (rounded.exponent < 0 ? "e-" : "e+") + (power < 10 ? "0" : "")
        + String(power)
    }
    let places = rounded.digits.count - 1 - rounded.exponent
    if places < 0 { return sign + rounded.digits + zeros(-places) }
    return sign + pointed(rounded.digits, places: places)
  }

  static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let magnitude = String(number.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (number < 0 ? "⁻" : "") + String(magnitude)
  }

  private static func scientific(_ digits: String, exponent: Int) -> String {
    let kept = String(digits.prefix { $0 != "0" } + digits.drop { $0 != "0" }.trimmingZeros())
    let power = exponent + digits.count - 1
    let mantissa = pointed(kept, places: kept.count - 1)
    return (mantissa == "1" ? "10" : mantissa + "·10") + superscript(power)
  }

  /// Digits with a decimal point before the last places.
  private static func pointed(_ digits: String, places: Int) -> String {
    guard places > 0 else { return digits }
    let padded = zeros(places + 1 - digits.count) + digits
    return padded.dropLast(places) + "." + padded.suffix(places)
  }

  private static func zeros(_ count: Int) -> String {
    String(repeating: "0", count: max(0, count))
  }
}

extension Substring {
  fileprivate func trimmingZeros() -> Substring {
    var result = self
    while result.last == "0" { result.removeLast() }
    return result
  }
}
