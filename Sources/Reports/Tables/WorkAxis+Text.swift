import Statistics

extension WorkAxis {
  /// As axes of pictures and titles of tables call it: "evaluations, reverse-mode, per n + 1".
  func title(per unit: WorkUnit) -> String {
    let cost: String? =
      if case .evaluations(let cost) = self, cost != .equal { cost.spelling } else { nil }
    let divisor: String? =
      switch unit {
      case .plain: nil
      case .variables: "per n"
      case .simplexGradients: "per n + 1"
      }
    return [name, cost, divisor].compactMap { $0 }.joined(separator: ", ")
  }
}
