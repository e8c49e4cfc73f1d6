import Contours

extension Landscape {
  /// The values that a function of one variable takes over a range, with a margin.
  ///
  /// - Parameter raced: the values that are to be seen. Where the function goes on far beyond them,
  ///   as at a pole, the heights end one extent of them farther on.
  public static func heights(
    of curve: (Double) -> Double, over x: ClosedRange<Double>, raced: ClosedRange<Double>? = nil
  ) -> ClosedRange<Double> {
    let samples = (0...512).map { i in
      let share = Double(i) / 512
      return curve(x.lowerBound * (1 - share) + x.upperBound * share)
    }
    let whole = ClosedRange(of: samples) ?? 0...1
    let range = raced.map { cut(whole, around: $0) } ?? whole
    let extent = range.upperBound - range.lowerBound
    // A constant has a window too.
    return range.grown(by: extent > 0 ? extent / 20 : max(abs(range.lowerBound) / 10, 1))
  }

  private static func cut(
    _ whole: ClosedRange<Double>, around raced: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let extent = raced.upperBound - raced.lowerBound
    guard extent > 0, extent.isFinite else { return whole }
    let (far, near) = (raced.grown(by: 4 * extent), raced.grown(by: extent))
    return ClosedRange(
      between: whole.lowerBound < far.lowerBound ? near.lowerBound : whole.lowerBound,
      whole.upperBound > far.upperBound ? near.upperBound : whole.upperBound)
  }
}
