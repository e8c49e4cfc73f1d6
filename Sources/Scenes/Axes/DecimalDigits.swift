/// A finite double other than zero, rounded to some decimal digits.
struct DecimalDigits {
  /// Without zeros at the beginning, and at the end unless they are kept.
  let digits: String
  /// The power of ten of the first digit.
  let exponent: Int

  private static let zero = UInt8(ascii: "0")

  /// Rounds the shortest digits that name the value, halves away from zero.
  ///
  /// - Parameter keepsZeros: whether there are `count` digits in any case.
  init(_ value: Double, count: Int, keepsZeros: Bool = false) {
    let shortest = ShortestDigits(value)
    var kept = Array(shortest.digits.prefix(count))
    var exponent = shortest.exponent
    if shortest.digits.count > count, shortest.digits[count] >= Self.zero + 5 {
      if Self.increment(&kept) { exponent += 1 }
    }
    while kept.last == Self.zero { kept.removeLast() }
    if keepsZeros { kept += Array(repeating: Self.zero, count: max(0, count - kept.count)) }
    digits = String(decoding: kept, as: UTF8.self)
    self.exponent = exponent
  }

  /// Adds one to the last digit; whether that took one digit more.
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    for i in digits.indices.reversed() {
      if digits[i] < zero + 9 {
        digits[i] += 1
        return false
      }
      digits[i] = zero
    }
    digits.insert(zero + 1, at: 0)
    return true
  }
}

/// The digits of a double's description, "1.25e-07" or "0.00125".
private struct ShortestDigits {
  /// From the first that is not zero on, as ASCII.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the first of them.
  private(set) var exponent = 0

  init(_ value: Double) {
    var text = value.magnitude.description[...]
    if let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    exponent -= 1
    var isBeforePoint = true
    digits.reserveCapacity(20)
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        isBeforePoint = false
      } else if byte != UInt8(ascii: "0") || !digits.isEmpty {
        digits.append(byte)
        if isBeforePoint { exponent += 1 }
      } else if !isBeforePoint {
        exponent -= 1
      }
    }
  }
}
