import RealModule

/// Levels at equal distances.
enum EqualSteps {
  /// `count` multiples of a round step within the span of ascending samples; where a minimum is
  /// known, of their excess over it.
  static func steps(_ sorted: [Double], minimum: Double?, count: Int) -> [Double] {
    guard let first = sorted.first, let last = sorted.last else { return [] }
    let (low, high) = (first - (minimum ?? 0), last - (minimum ?? 0))
    let share = high / Double(count + 1) - low / Double(count + 1)
    guard share > 0, share.isFinite else { return [] }
    let step = round(notAbove: share)
    let lowest = (low / step.value).rounded(.down) + 1
    guard lowest.magnitude < 1e15 else { return [] }
    return (0..<count).map { step.multiple(Int(clamping: lowest) + $0) }
  }

  /// A decimal number with two digits.
  private struct Step {
    let tenths: Int
    let exponent: Int

    var value: Double { multiple(1) }

    /// The double nearest to the decimal number.
    func multiple(_ factor: Int) -> Double { Double("\(tenths * factor)e\(exponent)") ?? .nan }
  }

  /// Loses a quarter at most.
  private static func round(notAbove share: Double) -> Step {
    let exponent = Int(clamping: Double.log10(share).rounded(.down)) - 1
    let candidates = [8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100]
      .map { Step(tenths: $0, exponent: exponent) }
    return candidates.last { $0.value <= share } ?? candidates[0]
  }
}
