/// What lies behind the graph of a function of one variable: heights, and nothing where the function
/// is not defined.
struct GraphGround {
  private let x: ClosedRange<Double>
  private let isDefined: [Bool]

  /// Looks at the middle of each of some columns. A single one, as at a pole, is no gap.
  init(_ curve: (Double) -> Double, x: ClosedRange<Double>, columns: Int) {
    self.x = x
    let isFinite = (0..<columns).map { i in
      let share = (Double(i) + 0.5) / Double(columns)
      return curve(x.lowerBound * (1 - share) + x.upperBound * share).isFinite
    }
    isDefined = isFinite.indices.map { i in
      let neighbors = [i - 1, i + 1].filter(isFinite.indices.contains)
      return isFinite[i] || neighbors.allSatisfy { isFinite[$0] }
    }
  }

  /// y where the function is defined, else NaN.
  func value(_ x: Double, _ y: Double) -> Double {
    let extent = self.x.upperBound - self.x.lowerBound
    let column = Int(clamping: ((x - self.x.lowerBound) / extent * Double(isDefined.count)))
    guard let last = isDefined.indices.last else { return y }
    return isDefined[min(max(column, 0), last)] ? y : .nan
  }
}
