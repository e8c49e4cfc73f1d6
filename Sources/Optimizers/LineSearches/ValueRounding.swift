/// How far values of f are to be trusted.
enum ValueRounding {
  /// How many units in the last place of f are not.
  private static let doubtfulUnits = 64.0

  /// Changes from a value of f up to this are rounding.
  static func resolution(of value: Double) -> Double {
    doubtfulUnits * .ulpOfOne * abs(value)
  }

  /// Whether two values of f differ by no more than the rounding of f.
  static func isRounding(from former: Double, to current: Double) -> Bool {
    abs(current - former) <= resolution(of: current)
  }

  /// The change of f between two values, or the `estimate` that slopes give, where both are no more
  /// than the rounding of the former.
  static func change(from former: Double, to current: Double, estimate: Double) -> Double {
    let change = current - former
    let resolution = resolution(of: former)
    return abs(change) <= resolution && abs(estimate) <= resolution ? estimate : change
  }
}
