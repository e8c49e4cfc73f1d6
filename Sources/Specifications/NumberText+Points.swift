extension NumberText {
  /// Euler's number.
  public static let e = 2.718281828459045
  /// Numbers that have a name.
  public static let constants: [String: Double] = [
    "pi": .pi, "π": .pi, "tau": 2 * .pi, "e": e,
  ]

  /// A point as people write it: numbers with commas between them, each a number, a constant, or a
  /// product or quotient of such, from left to right: `-1/3,3*pi/2`. nil if one of them is none.
  public static func parsePoint(_ text: String) -> [Double]? {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = pieces.compactMap(coordinate)
    return values.count == pieces.count ? values : nil
  }

  private static func coordinate(_ text: Substring) -> Double? {
    var value = 1.0
    var rest = text
    var divides = false
    while true {
      let end = rest.firstIndex { $0 == "*" || $0 == "/" }
      guard let factor = factor(rest[..<(end ?? rest.endIndex)].trimmingSpaces()) else {
        return nil
      }
      value = divides ? value / factor : value * factor
      guard let end else { return value }
      divides = rest[end] == "/"
      rest = rest[rest.index(after: end)...]
    }
  }

  private static func factor(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-")
    if let constant = constants[isNegative ? String(text.dropFirst()) : text] {
      return isNegative ? -constant : constant
    }
    return parse(text)
  }
}
