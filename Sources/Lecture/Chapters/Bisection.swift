/// Where something begins to be so.
enum Bisection {
  /// The least number of a range of which `isBeyond` is true, as it is of all that are larger; to
  /// the last digits.
  static func crossing(
    in range: ClosedRange<Double>, where isBeyond: (Double) throws -> Bool
  ) rethrows -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<60 {
      let middle = low / 2 + high / 2
      if try isBeyond(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
