import Specifications

extension StopRules: CustomStringConvertible {
  /// "excess <= 1e-08, gradient norm <= 0.001, 100 idle steps"; empty where there are none.
  public var description: String {
    let rules = [
      targetExcess.map { "excess <= \(NumberText.short($0))" },
      gradientNorm.map { "gradient norm <= \(NumberText.short($0))" },
      idleSteps.map { "\($0) idle steps" },
      patience.map { "validation loss not lower for \($0) entries" },
    ]
    return rules.compactMap { $0 }.joined(separator: ", ")
  }
}
