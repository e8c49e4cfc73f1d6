/// A finite double other than zero, rounded to some decimal digits.
struct DecimalDigits {
  /// Without zeros at the beginning or the end.
  let digits: String
  /// The power of ten of the first digit.
  let exponent: Int

  init(_ value: Double, count: Int) {
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let all = mantissa.joined().compactMap(\.wholeNumberValue)
    let leading = all.prefix { $0 == 0 }.count
    var kept = Array(all.dropFirst(leading).prefix(count))
    var exponent = mantissa[0].count - 1 - leading
    exponent += parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    if let next = all.dropFirst(leading + count).first, next >= 5 {
      if Self.increment(&kept) { exponent += 1 }
    }
    while kept.last == 0 { kept.removeLast() }
    digits = kept.map(String.init).joined()
    self.exponent = exponent
  }

  /// Adds one to the last digit; whether that took one digit more.
  private static func increment(_ digits: inout [Int]) -> Bool {
    for i in digits.indices.reversed() {
      if digits[i] < 9 {
        digits[i] += 1
        return false
      }
      digits[i] = 0
    }
    digits.insert(1, at: 0)
    return true
  }
}
