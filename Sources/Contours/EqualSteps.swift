import RealModule

/// Levels at equal distances.
enum EqualSteps {
  /// `count` multiples of a round step within the span of ascending samples; where a minimum is
  /// known, of their excess over it.
  static func steps(_ sorted: [Double], minimum: Double?, count: Int) -> [Double] {
    guard let least = sorted.first, let most = sorted.last else { return [] }
    let (low, high) = (least - (minimum ?? 0), most - (minimum ?? 0))
    let share = high / Double(count + 1) - low / Double(count + 1)
    guard share > 0, share.isFinite else { return [] }
    let step = round(notAbove: share)
    let lowest = (low / step.value).rounded(.down) + 1
    guard lowest.magnitude < 1e15 else { return [] }
    // What a round step leaves over lies above a minimum; else half of it at either end.
    let spare = max(0, Int(clamping: (high / step.value - lowest).rounded(.down)) + 1 - count)
    let first = Int(clamping: lowest) + (minimum == nil ? spare / 2 : 0)
    return (0..<count).map { step.multiple(first + $0) }
  }

  /// A decimal number with two digits.
  private struct Step {
    let tenths: Int
    let exponent: Int

    var value: Double { multiple(1) }

    /// The double nearest to the decimal number.
    func multiple(_ factor: Int) -> Double { Double("\(tenths * factor)e\(exponent)") ?? .nan }
  }

  /// Loses a fifth at most.
  private static func round(notAbove share: Double) -> Step {
    let exponent = Int(clamping: Double.log10(share).rounded(.down)) - 1
    let candidates = [
      8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100,
    ].map { Step(tenths: $0, exponent: exponent) }
    return candidates.last { $0.value <= share } ?? candidates[0]
  }
}
