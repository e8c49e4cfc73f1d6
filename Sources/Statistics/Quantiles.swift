/// Quantiles of a sample.
public enum Quantiles {
  /// The quantile at a share p between 0 and 1, interpolated between order statistics (type 7 of
  /// R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361-365; the default of numpy).
  ///
  /// - Parameter sorted: ascending numbers without NaN, at least one. Infinite ones are met from
  ///   between infinite numbers only.
  public static func value(_ sorted: [Double], at p: Double) -> Double {
    precondition(!sorted.isEmpty && (0...1).contains(p), "a quantile of nothing")
    let place = p * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let share = place - Double(low)
    guard share > 0, sorted[low] < sorted[low + 1] else { return sorted[low] }
    return sorted[low] + share * (sorted[low + 1] - sorted[low])
  }
}
