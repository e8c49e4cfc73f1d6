/// What a chart shows of runs, and where that lies on its upright axis.
struct ChartQuantity {
  /// What is known of every entry.
  let values: KeyPath<RaceRun, [Double]>
  /// Of one run; nil interrupts its curve.
  let ordinate: (Double) -> Double?
  /// Of the median of several; nil where there is nothing to draw.
  let medianOrdinate: (Double) -> Double?
  /// Of a quartile that has no ordinate.
  let highest: Double

  /// Medians that are infinite lie at the upper edge: runs have failed, or were there before.
  static func errors(_ axis: ValueAxis) -> ChartQuantity {
    let highest = axis.domain.upperBound
    return ChartQuantity(
      values: \.values, ordinate: axis.ordinate,
      medianOrdinate: { axis.ordinate($0) ?? highest }, highest: highest)
  }

  /// Before the first step there is no rate.
  static func rates(_ axis: RateAxis) -> ChartQuantity {
    ChartQuantity(
      values: \.rates, ordinate: axis.ordinate,
      medianOrdinate: { $0.isFinite ? axis.ordinate($0) ?? axis.domain.lowerBound : nil },
      highest: axis.domain.upperBound)
  }
}
