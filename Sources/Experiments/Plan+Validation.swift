import Specifications

extension Plan {
  /// Throws where a number is out of its range, as one set in code may be: limits are within
  /// `Budget.range`, tolerances not negative (an infinite one stops at once), idle steps at least
  /// 1, and listed steps ascend from 0.
  func validate() throws(SpecificationError) {
    for (_, unit, limit) in budget.limits where !Budget.range.contains(limit) {
      throw SpecificationError(
        "\(limit) \(unit); expected \(Budget.range.lowerBound) to \(Budget.range.upperBound)")
    }
    if let limit = stopRules.idleSteps, limit < 1 {
      throw SpecificationError("\(limit) idle steps; expected 1 or more")
    }
    if let limit = stopRules.patience, limit < 1 {
      throw SpecificationError("a patience of \(limit) entries; expected 1 or more")
    }
    let tolerances = [
      ("target excess", stopRules.targetExcess), ("gradient norm", stopRules.gradientNorm),
    ]
    for (name, tolerance) in tolerances {
      if let tolerance, !(tolerance >= 0) {
        throw SpecificationError(
          "the \(name) \(NumberText.short(tolerance)) is not accepted; expected 0 or more")
      }
    }
    try requireAscendingSteps()
  }

  private func requireAscendingSteps() throws(SpecificationError) {
    guard case .steps(let steps) = cadence else { return }
    let pairs = zip([0] + steps, steps)
    if let (former, step) = pairs.first(where: { $0.0 > $0.1 }) {
      throw SpecificationError(
        "step \(step) is to be recorded after step \(former); expected ascending steps from 0 on")
    }
  }
}
