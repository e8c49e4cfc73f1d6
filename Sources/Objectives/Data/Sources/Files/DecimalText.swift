/// Numbers read from bytes: most of those in files of data are short, and need no text made of
/// them.
///
/// Reference: W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990: with a
/// whole number up to 2⁵³ and a power of ten up to 10²², both exact, one operation rounds rightly.
enum DecimalText {
  /// The finite double that the bytes write in decimal; nil for anything else.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    guard let decimal = Decimal(bytes, range) else { return nil }
    if let value = decimal.exactly { return value }
    return Double(text(bytes, range)).flatMap { $0.isFinite ? $0 : nil }
  }

  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

/// Sign, digits and power of ten of a number as it is written.
private struct Decimal {
  private var isNegative = false
  private var digits: UInt64 = 0
  private var digitCount = 0
  private var power = 0

  /// nil where the bytes write no number.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    isNegative = Self.sign(bytes, &position, range.upperBound)
    let whole = readDigits(bytes, &position, range.upperBound)
    var fraction = 0
    if position < range.upperBound, bytes[position] == UInt8(ascii: ".") {
      position += 1
      fraction = readDigits(bytes, &position, range.upperBound)
    }
    guard whole + fraction > 0 else { return nil }
    power = -fraction
    if position < range.upperBound, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      let isBelow = Self.sign(bytes, &position, range.upperBound)
      var exponent = 0
      let start = position
      while position < range.upperBound, let digit = Self.digit(bytes[position]) {
        exponent = min(exponent * 10 + Int(digit), 100_000)
        position += 1
      }
      guard position > start else { return nil }
      power += isBelow ? -exponent : exponent
    }
    guard position == range.upperBound else { return nil }
  }

  /// The double where one operation gives it exactly rounded; nil where that is not sure.
  var exactly: Double? {
    guard digitCount <= 19, digits <= 1 << 53, abs(power) < Self.powers.count else { return nil }
    let scale = Self.powers[abs(power)]
    let value = power < 0 ? Double(digits) / scale : Double(digits) * scale
    return isNegative ? -value : value
  }

  /// How many digits there are.
  private mutating func readDigits(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Int {
    let start = position
    while position < end, let digit = Self.digit(bytes[position]) {
      // Zeros in front are no digits of the whole number; what overflows is not used.
      if digits > 0 || digit > 0 { digitCount += 1 }
      digits = digits &* 10 &+ UInt64(digit)
      position += 1
    }
    return position - start
  }

  private static func sign(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
    guard position < end else { return false }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    return isNegative
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }

  /// 10⁰ to 10²², each exact.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
