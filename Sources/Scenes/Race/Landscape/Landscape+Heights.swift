import Contours

extension Landscape {
  /// The values that a function of one variable takes over a range, with a margin.
  public static func heights(
    of curve: (Double) -> Double, over x: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let samples = (0...512).map { i in
      let share = Double(i) / 512
      return curve(x.lowerBound * (1 - share) + x.upperBound * share)
    }
    let range = ClosedRange(of: samples) ?? 0...1
    let extent = range.upperBound - range.lowerBound
    // A constant has a window too.
    return range.grown(by: extent > 0 ? extent / 20 : max(abs(range.lowerBound) / 10, 1))
  }
}
