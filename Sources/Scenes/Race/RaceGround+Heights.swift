extension RaceGround {
  /// The values that a function of one variable takes over a range, with a margin.
  public static func heights(
    of curve: (Double) -> Double, over x: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let samples = (0...512).map { i in
      let share = Double(i) / 512
      return curve(x.lowerBound * (1 - share) + x.upperBound * share)
    }
    let finite = samples.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    // A constant has a window too.
    let margin = low < high ? high / 20 - low / 20 : max(abs(low) / 10, 1)
    return (low - margin)...(high + margin)
  }
}
